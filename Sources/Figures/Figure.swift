/// A computation that a lesson shows: parameters and a seed in, numbers and pictures out.
package struct Figure: Sendable {
  /// Its name within the lesson, as in `noise-schedule/schedule`.
  package let name: String
  package let title: String
  package let parameters: [Parameter]
  private let computation: @Sendable (Settings, UInt64) throws(FigureError) -> Outcome

  package init(
    _ name: String, title: String, parameters: [Parameter],
    compute computation: @escaping @Sendable (Settings, UInt64) throws(FigureError) -> Outcome
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.computation = computation
  }

  /// Computes the figure; equal settings and seed give an equal outcome.
  package func compute(_ settings: Settings, seed: UInt64 = 0) throws(FigureError) -> Outcome {
    try computation(settings, seed)
  }
}

/// What a figure computed: the numbers to print and the frames to show.
package struct Outcome: Sendable {
  /// The parameters as they took effect: a schedule of three given betas has T = 3.
  package var settings: Settings
  package var values: [(name: String, value: Double)]
  package var tables: [Table]
  package var frames: Frames

  package init(
    settings: Settings, values: [(name: String, value: Double)] = [], tables: [Table] = [],
    frames: Frames
  ) {
    self.settings = settings
    self.values = values
    self.tables = tables
    self.frames = frames
  }
}

/// Rows of numbers under names.
package struct Table: Hashable, Sendable {
  package let name: String
  package let columns: [String]
  package let rows: [[Double]]

  package init(_ name: String, columns: [String], rows: [[Double]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// Whether a column counts something, and is printed without a decimal point.
  package func isWhole(_ column: String) -> Bool { ["t", "T", "steps", "label"].contains(column) }

  /// One column by its name, empty where there is none.
  package subscript(column name: String) -> [Double] {
    guard let index = columns.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }
}
