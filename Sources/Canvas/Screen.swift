/// A picture of cells: what a view returns, a test compares and a terminal shows.
///
/// A wide glyph always has its right half beside it, and a right half its glyph: whatever
/// overwrites one of the two blanks the other.
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

  /// An empty picture; a negative size counts as zero, an absurd one is cut.
  package init(_ size: Size) {
    self.size = size.drawable
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place.
  ///
  /// Outside the picture, reading gives a blank and writing does nothing. Writing a wide glyph
  /// writes its right half too; where only one half would be inside, it writes a blank.
  package subscript(column column: Int, row row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.columns + column] : .blank }
    set {
      guard contains(column, row) else { return }
      let index = row * size.columns + column
      if newValue.width == 1, cells[index].width == 1 {
        cells[index] = newValue
      } else {
        place(newValue, at: index, column: column)
      }
    }
  }

  /// One row of cells; empty outside the picture.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Whether a row shows what it shows in another picture, of the same width.
  package func hasSameRow(_ row: Int, as other: Screen) -> Bool {
    size.columns == other.size.columns && self[row: row] == other[row: row]
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }

  /// Writes a cell where it or what it replaces is half of a wide glyph.
  private mutating func place(_ cell: Cell, at index: Int, column: Int) {
    let hasLeft = column > 0 && cells[index - 1].width == 2
    if cell.width == 0, hasLeft {
      cells[index].style = cell.style
      return
    }
    clear(at: index, column: column)
    switch cell.width {
    case 2 where column + 1 < size.columns:
      clear(at: index + 1, column: column + 1)
      cells[index] = cell
      cells[index + 1] = .rightHalf(cell.style)
    case 1: cells[index] = cell
    default: cells[index] = Cell(glyph: .space, style: cell.style)
    }
  }

  /// Blanks the other half of the wide glyph that has a half here.
  private mutating func clear(at index: Int, column: Int) {
    switch cells[index].width {
    case 0 where column > 0: cells[index - 1] = Cell(glyph: .space, style: cells[index - 1].style)
    case 2 where column + 1 < size.columns:
      cells[index + 1] = Cell(glyph: .space, style: cells[index + 1].style)
    default: break
    }
  }
}

extension Screen {
  /// Fills a rectangle with one cell.
  package mutating func fill(_ rectangle: Rectangle, with cell: Cell) {
    let part = rectangle.clipped(to: size)
    let step = max(1, Int(cell.width))
    for row in part.rows {
      for column in stride(from: part.columns.lowerBound, to: part.columns.upperBound, by: step) {
        let fits = column + step <= part.columns.upperBound
        self[column: column, row: row] = fits ? cell : Cell(glyph: .space, style: cell.style)
      }
    }
  }

  /// Lays a picture over this one; what does not fit is cut.
  package mutating func draw(_ picture: Screen, column: Int, row: Int) {
    let place = Rectangle(
      column: column, row: row, columns: picture.size.columns, rows: picture.size.rows)
    let part = place.clipped(to: size)
    guard !part.columns.isEmpty else { return }
    for line in part.rows {
      let start = line * size.columns
      let target = start + part.columns.lowerBound..<start + part.columns.upperBound
      let source = (line - row) * picture.size.columns + part.columns.lowerBound - column
      replace(
        target, by: picture.cells[source..<source + target.count], column: part.columns.lowerBound)
    }
    if let cursor = picture.cursor, !part.rows.isEmpty {
      self.cursor = Position(column: column + cursor.column, row: row + cursor.row)
    }
  }

  /// Writes cells over as many of a row; at once where no wide glyph is cut at the ends.
  private mutating func replace(
    _ target: Range<Int>, by source: ArraySlice<Cell>, column: Int
  ) {
    guard let first = source.first, let last = source.last else { return }
    let isEven =
      first.width != 0 && last.width < 2 && cells[target.lowerBound].width != 0
      && cells[target.upperBound - 1].width < 2
    guard !isEven else {
      cells.replaceSubrange(target, with: source)
      return
    }
    for (offset, cell) in source.enumerated() {
      self[column: column + offset, row: target.lowerBound / size.columns] = cell
    }
  }

  /// A part of the picture; beyond its edges it is blank.
  package func cropped(to rectangle: Rectangle) -> Screen {
    var part = Screen(rectangle.size)
    let (column, row) = rectangle.origin
    part.draw(self, column: -column, row: -row)
    part.cursor = nil
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

  /// The picture with every cell's style changed.
  package func restyled(_ change: (Style) -> Style) -> Screen {
    var screen = self
    for index in screen.cells.indices {
      screen.cells[index].style = change(screen.cells[index].style)
    }
    return screen
  }
}
