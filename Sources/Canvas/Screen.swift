/// A picture of cells: what a view returns, a test compares and a terminal shows.
package struct Screen: Hashable, Sendable {
  package let size: Size
  /// Where the terminal's cursor shows, when a line is being typed.
  package var cursor: Position?
  private var cells: [Cell]

  package struct Position: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// An empty picture; a negative size counts as zero.
  package init(_ size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place.
  ///
  /// Outside the picture, reading gives a blank and writing does nothing.
  package subscript(column column: Int, row row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.columns + column] : .blank }
    set {
      if contains(column, row) { cells[row * size.columns + column] = newValue }
    }
  }

  /// One row of cells.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }
}

extension Screen {
  /// Writes a line of text, cut at the right edge or at `limit` columns; a newline counts as a space.
  ///
  /// - Returns: the number of columns written.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = .plain,
    limit: Int = .max
  ) -> Int {
    var used = 0
    for character in text {
      let cell = Cell(character == "\n" || character == "\t" ? " " : character, style)
      let width = Int(cell.width)
      guard used + width <= limit, column + used + width <= size.columns else { break }
      self[column: column + used, row: row] = cell
      if width == 2 { self[column: column + used + 1, row: row] = .rightHalf(style) }
      used += width
    }
    return used
  }

  /// Lays a picture over this one; what does not fit is cut.
  package mutating func draw(_ picture: Screen, column: Int, row: Int) {
    for line in 0..<picture.size.rows {
      for (offset, cell) in picture[row: line].enumerated() {
        self[column: column + offset, row: row + line] = cell
      }
    }
    if let cursor = picture.cursor {
      self.cursor = Position(column: column + cursor.column, row: row + cursor.row)
    }
  }

  /// Fills a rectangle with one cell.
  package mutating func fill(_ rectangle: Rectangle, with cell: Cell) {
    for row in rectangle.row..<(rectangle.row + max(0, rectangle.size.rows)) {
      for column in rectangle.column..<(rectangle.column + max(0, rectangle.size.columns)) {
        self[column: column, row: row] = cell
      }
    }
  }

  /// A part of the picture; beyond its edges it is blank.
  package func cropped(to rectangle: Rectangle) -> Screen {
    var part = Screen(rectangle.size)
    for row in 0..<part.size.rows {
      for column in 0..<part.size.columns {
        part[column: column, row: row] =
          self[column: rectangle.column + column, row: rectangle.row + row]
      }
    }
    return part
  }

  /// The rows as text, without blanks at their ends: what a test compares.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in self[row: row] where cell.width > 0 { line.append(cell.character) }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
