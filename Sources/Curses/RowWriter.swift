import CNcurses
import Canvas

/// Hands rows of cells to curses, of each only what differs from what the terminal shows.
struct RowWriter {
  private var pairs: ColorPairs
  private let isUTF8: Bool
  private let erasesInColor: Bool
  private var rows: [Row] = []
  /// The looks that the terminal draws with, as far as is known.
  private var pen = Style.plain

  /// A row as it was handed over: blanks look as is best, not as the picture has them.
  private struct Row {
    var cells: [Cell]
    var packed: [cchar_t]
    /// The cells that curses gives each.
    var widths: [UInt8]
  }

  init(_ pairs: ColorPairs, isUTF8: Bool, erasesInColor: Bool) {
    self.pairs = pairs
    self.isUTF8 = isUTF8
    self.erasesInColor = erasesInColor
  }

  /// Begins a frame: curses has left the terminal without colour and attributes.
  mutating func begin(rows count: Int, columns: Int) {
    pen = .plain
    guard rows.count != count || rows.first?.cells.count != columns else { return }
    let blank = packed(Glyph(.blank, isUTF8: isUTF8), .plain)
    rows = Array(
      repeating: Row(
        cells: Array(repeating: .blank, count: columns),
        packed: Array(repeating: blank, count: columns),
        widths: Array(repeating: 1, count: columns)), count: count)
  }

  /// Counts on a terminal that shows nothing, as after a change of its size.
  mutating func forget() { rows = [] }

  /// Writes one row of the window, cut or filled with blanks to its width.
  ///
  /// A string of cells neither wraps nor scrolls, so that the last cell of the last row can be
  /// drawn like any other.
  mutating func write(_ cells: ArraySlice<Cell>, row: Int) {
    let old = rows[row].cells
    let fitted = cells.fitted(to: old.count)
    guard let changed = fitted.difference(from: old) else { return }
    rows[row].cells = dress(fitted, changed, over: old)
    hand(changed, of: row, over: old)
  }
}

// MARK: - The looks of blanks

extension RowWriter {
  /// Gives blanks the looks that cost least to send; nobody sees the colour in front of a blank.
  ///
  /// A blank that is there already stays as it is, where curses jumps over it, as it does over all
  /// outside the range that changes. Others take on what the terminal draws with at that place.
  private mutating func dress(
    _ row: [Cell], _ changed: Range<Int>, over old: [Cell]
  ) -> [Cell] {
    let inked = row.lastIndex { !$0.isInkless } ?? -1
    var new = old
    new.replaceSubrange(changed, with: row[changed])
    var column = changed.lowerBound
    while column < changed.upperBound {
      var end = column
      while end < changed.upperBound, new[end].looks(like: old[end]) { end += 1 }
      let isJumped = end - column > shortestJump
      for place in column..<end {
        if isJumped {
          if new[place].isInkless { new[place].style = old[place].style }
        } else {
          draw(&new, place, isTail: place > inked)
        }
      }
      if end < changed.upperBound { draw(&new, end, isTail: end > inked) }
      column = end + 1
    }
    return new
  }

  /// Lets the pen draw a cell: with its own looks, but a blank with those that the pen has.
  ///
  /// The rest of a row is erased at once, by some terminals only without colour, by all only
  /// without attributes.
  private mutating func draw(_ row: inout [Cell], _ place: Int, isTail: Bool) {
    if row[place].isInkless {
      let isErasable = pen.attributes.rawValue == 0 && (erasesInColor || pen == .plain)
      let isReady = pen.isInkless && pen.background == row[place].style.background
      if !isReady || isTail && !isErasable { pen = row.looksOfBlanks(from: place) }
      row[place].style = pen
    } else {
      pen = row[place].style
    }
  }
}

/// Curses writes over this many cells that are as they should be, rather than to jump: the length
/// of a jump's sequence, `ESC [ 24 C` (`_inline_cost` in ncurses 6.4, `lib_mvcur.c`).
private let shortestJump = 5

extension [Cell] {
  /// The looks for blanks from a place on, where the pen's don't do: those of what comes after them
  /// on the same ground, else no colour in front, which takes one sequence less.
  fileprivate func looksOfBlanks(from place: Int) -> Style {
    let ground = self[place].style.background
    let after = self[place...].first { !$0.isInkless || $0.style.background != ground }
    guard let after, after.style.isInkless, after.style.background == ground else {
      return Style(.standard, on: ground)
    }
    return after.style
  }
}

extension Style {
  /// Whether nothing of the foreground shows on a blank.
  fileprivate var isInkless: Bool { attributes.rawValue & inking == 0 }
}

extension Cell {
  /// Whether nothing of the foreground shows: then a change of colour would be sent for nothing.
  fileprivate var isInkless: Bool { isSpace && style.isInkless }

  fileprivate func looks(like other: Cell) -> Bool {
    if self == other { return true }
    return isInkless && other.isInkless && width == other.width
      && style.background == other.style.background
  }
}

/// As a number, for an option set costs more than all else that is done to a cell.
private let inking = Style.Attributes.underline.rawValue | Style.Attributes.reverse.rawValue

// MARK: - Cells for curses

extension RowWriter {
  /// Hands a range of a row over; cells that are as before need not be packed again.
  private mutating func hand(_ range: Range<Int>, of row: Int, over old: [Cell]) {
    var line: [cchar_t] = []
    line.reserveCapacity(range.count)
    var end = range.lowerBound
    for column in range {
      let cell = rows[row].cells[column]
      if cell != old[column] { pack(cell, at: column, of: row) }
      // The right half of a glyph that curses too gives two cells.
      if cell.width == 0, column < end { continue }
      line.append(rows[row].packed[column])
      end = column + Int(rows[row].widths[column])
    }
    mvwadd_wchnstr(
      curses_window(), Int32(row), Int32(range.lowerBound), line, Int32(line.count))
  }

  private mutating func pack(_ cell: Cell, at column: Int, of row: Int) {
    let glyph = Glyph(cell, isUTF8: isUTF8)
    rows[row].packed[column] = packed(glyph, cell.style)
    rows[row].widths[column] = UInt8(glyph.width)
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

extension ArraySlice<Cell> {
  /// The cells of a row of this width, where half of a wide glyph at the end is a blank.
  fileprivate func fitted(to columns: Int) -> [Cell] {
    var row = Array(prefix(columns))
    if let last = row.last, last.width == 2 { row[row.count - 1] = Cell(" ", last.style) }
    if row.count < columns {
      row.append(contentsOf: repeatElement(.blank, count: columns - row.count))
    }
    return row
  }
}

extension [Cell] {
  /// From the first cell that looks other than in an equally long row to the last, with both halves
  /// of the wide glyphs at its ends; nil where none does.
  fileprivate func difference(from old: [Cell]) -> Range<Int>? {
    var (first, last) = (0, count - 1)
    while first < count, self[first].looks(like: old[first]) { first += 1 }
    guard first < count else { return nil }
    while self[last].looks(like: old[last]) { last -= 1 }
    if self[first].width == 0, first > 0 { first -= 1 }
    if self[last].width == 2, last + 1 < count { last += 1 }
    return first..<last + 1
  }
}
