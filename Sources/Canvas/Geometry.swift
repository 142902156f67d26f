/// A width and a height in cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The nearest size of a picture that memory can hold: at most 16 million cells.
  var drawable: Size {
    let columns = min(max(0, columns), 1 << 16)
    return Size(columns: columns, rows: min(max(0, rows), (1 << 24) / max(1, columns)))
  }
}

/// A rectangle of cells; row 0 is at the top, column 0 at the left.
package struct Rectangle: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The columns and rows of it that lie inside a picture.
  ///
  /// A far corner beyond the range of numbers counts as the largest number.
  func clipped(to picture: Size) -> (columns: Range<Int>, rows: Range<Int>) {
    (
      clip(from: column, count: size.columns, to: picture.columns),
      clip(from: row, count: size.rows, to: picture.rows)
    )
  }

  /// The corner, kept away from the ends of the range of numbers so that it can change its sign.
  var origin: (column: Int, row: Int) {
    (max(column, -Int.max / 2), max(row, -Int.max / 2))
  }
}

private func clip(from start: Int, count: Int, to limit: Int) -> Range<Int> {
  let (sum, overflow) = start.addingReportingOverflow(max(0, count))
  let lower = min(max(0, start), limit)
  return lower..<max(lower, min(overflow ? limit : sum, limit))
}
