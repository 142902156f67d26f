import CNcurses
import Canvas

/// Hands rows of cells to curses.
struct RowWriter {
  private var pairs: ColorPairs
  private let isUTF8: Bool
  private var line: [cchar_t] = []
  /// Whose colour a blank takes on.
  private var carried = Style.plain

  init(_ pairs: ColorPairs, isUTF8: Bool) {
    self.pairs = pairs
    self.isUTF8 = isUTF8
  }

  /// Writes one row of the window, cut or filled with blanks to `columns`.
  ///
  /// A string of cells neither wraps nor scrolls, so that the last cell of the last row can be
  /// drawn like any other.
  mutating func write(_ cells: ArraySlice<Cell>, row: Int, columns: Int) {
    line.removeAll(keepingCapacity: true)
    carried = .plain
    let inked = cells.lastIndex { !$0.isInkless } ?? cells.startIndex - 1
    var column = 0
    for (index, cell) in zip(cells.indices, cells) where column < columns {
      let isWhole = cell.width < 2 || (column + 1 < columns && cells.hasRightHalf(after: index))
      if cell.width == 0, column > index - cells.startIndex { continue }
      column += append(isWhole ? cell : Cell(" ", cell.style), isTail: index > inked)
    }
    for _ in column..<max(column, columns) { column += append(.blank, isTail: true) }
    mvwadd_wchnstr(curses_window(), Int32(row), 0, line, Int32(line.count))
  }

  /// Appends a cell and gives the columns it takes.
  private mutating func append(_ cell: Cell, isTail: Bool) -> Int {
    let glyph = Glyph(cell, isUTF8: isUTF8)
    if !cell.isInkless || isTail || cell.style.background != carried.background {
      carried = cell.style
    }
    line.append(packed(glyph, carried))
    return glyph.width
  }

  private mutating func packed(_ glyph: Glyph, _ style: Style) -> cchar_t {
    var pair = pairs.number(style.foreground, on: style.background)
    var packed = cchar_t()
    withUnsafePointer(to: glyph.scalars) { scalars in
      scalars.withMemoryRebound(to: wchar_t.self, capacity: 6) { text in
        _ = setcchar(&packed, text, style.attributes.curses, 0, &pair)
      }
    }
    return packed
  }
}

extension Cell {
  /// Whether nothing of the foreground shows: then a change of colour would be sent for nothing.
  fileprivate var isInkless: Bool {
    style.attributes.isDisjoint(with: inking) && character == " "
  }
}

/// Kept, for an option set's literal costs more than all else that is done to a cell.
private let inking: Style.Attributes = [.underline, .reverse]

extension ArraySlice<Cell> {
  fileprivate func hasRightHalf(after index: Int) -> Bool {
    index + 1 < endIndex && self[index + 1].width == 0
  }
}
