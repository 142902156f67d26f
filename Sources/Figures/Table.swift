/// Rows of numbers under names; a cell may be a word where what it names has no number.
package struct Table: Hashable, Sendable {
  package let name: String
  package let columns: [String]
  package let cells: [[Cell]]

  package enum Cell: Hashable, Sendable {
    case number(Double)
    case word(String)
  }

  package init(_ name: String, columns: [String], cells: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.cells = cells
  }

  /// A table of numbers alone.
  package init(_ name: String, columns: [String], rows: [[Double]]) {
    self.init(name, columns: columns, cells: rows.map { $0.map(Cell.number) })
  }

  /// The rows as numbers; a word is not a number.
  package var rows: [[Double]] { cells.map { $0.map(\.number) } }

  /// Whether a column counts something, and is printed without a decimal point.
  package func isWhole(_ column: String) -> Bool { ["t", "T", "steps", "label"].contains(column) }

  /// One column by its name, as numbers; empty where there is none.
  package subscript(column name: String) -> [Double] {
    self[cellsOf: name].map(\.number)
  }

  /// One column by its name, empty where there is none.
  package subscript(cellsOf name: String) -> [Cell] {
    guard let index = columns.firstIndex(of: name) else { return [] }
    return cells.map { $0[index] }
  }
}

extension Table.Cell {
  /// The number; what is a word is not a number.
  package var number: Double { if case .number(let number) = self { number } else { .nan } }
}
