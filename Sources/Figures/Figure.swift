/// A computation that a lesson shows: parameters and a seed in, numbers and pictures out.
package struct Figure: Sendable {
  /// Its name within the lesson, as in `noise-schedule/schedule`.
  package let name: String
  package let title: String
  package let parameters: [Parameter]
  /// The formulas that drive the figure and that the reader may replace.
  package let formulas: [ReplaceableFormula]
  private let computation: Computation

  package typealias Computation =
    @Sendable (Settings, _ seed: UInt64, Watch) throws(FigureError) -> Outcome

  package init(
    _ name: String, title: String, parameters: [Parameter],
    formulas: [ReplaceableFormula] = [],
    compute computation: @escaping @Sendable (Settings, UInt64) throws(FigureError) -> Outcome
  ) {
    self.init(name, title: title, parameters: parameters, formulas: formulas) {
      settings, seed, _ throws(FigureError) in
      try computation(settings, seed)
    }
  }

  /// A figure that may take long: it tells its watch how far it is, and stops where that throws.
  package init(
    _ name: String, title: String, parameters: [Parameter],
    formulas: [ReplaceableFormula] = [], compute computation: @escaping Computation
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.formulas = formulas
    self.computation = computation
  }

  /// Settings from what the reader typed, names and values checked.
  package func settings(
    given: [(name: String, text: String)], formulas own: [(name: String, text: String)] = []
  ) throws(FigureError) -> Settings {
    var settings = try Settings(parameters, given: given)
    for (name, text) in own {
      guard formulas.contains(where: { $0.name == name }) else {
        throw .unknownFormula(name, known: formulas.map(\.name))
      }
      settings.formulas[name] = text
    }
    return settings
  }

  /// Computes the figure; equal settings and seed give an equal outcome.
  package func compute(
    _ settings: Settings, seed: UInt64 = 0, watch: Watch = .patient
  ) throws(FigureError) -> Outcome {
    try computation(settings, seed, watch)
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

/// A formula of a figure that the reader may replace by one of their own.
package struct ReplaceableFormula: Hashable, Sendable {
  package let name: String
  /// The right one, as it would be typed.
  package let standard: String
  /// What it gives, and which symbols it may use: a fragment of one line.
  package let summary: String

  package init(_ name: String, standard: String, _ summary: String) {
    self.name = name
    self.standard = standard
    self.summary = summary
  }
}
