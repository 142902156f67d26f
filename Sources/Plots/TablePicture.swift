import Canvas

/// Columns of numbers under their names, aligned at the decimal point.
///
///     TablePicture([("t", [1, 2]), ("alpha_bar", [0.9, 0.72])])
///       .draw(columns: 80, maxRows: 20, glyphs: .braille)
package struct TablePicture: Hashable, Sendable {
  package var columns: [Column]

  package init(columns: [Column]) { self.columns = columns }

  /// A table of numbers alone.
  package init(_ columns: [(name: String, values: [Double])]) {
    self.init(columns: columns.map { Column($0.name, $0.values.map(Value.number)) })
  }

  package struct Column: Hashable, Sendable {
    package var name: String
    package var values: [Value]

    package init(_ name: String, _ values: [Value]) {
      self.name = name
      self.values = values
    }
  }

  package enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
  }
}
