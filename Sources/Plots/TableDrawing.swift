package import Canvas

extension TablePicture {
  /// The table, as wide and high as it needs to be within bounds.
  ///
  /// Of more than `maxRows` rows the first and the last are shown, and how many are between. Columns
  /// that do not fit are left out from the right, and counted.
  package func draw(columns width: Int, maxRows: Int = .max, glyphs: GlyphSet) -> Screen {
    let rows = TableRows(count: columns.map(\.values.count).max() ?? 0, most: maxRows)
    let all = columns.map { ColumnText($0, rows: rows, glyphs: glyphs) }
    let (shown, rest) = fitting(all, width: width, glyphs: glyphs)
    let needed = shown.reduce(0) { $0 + $1.width + 2 } + (rest.isEmpty ? -2 : rest.cellWidth)
    let size = Size(
      columns: min(max(needed, rows.note(glyphs)?.cellWidth ?? 0), width),
      rows: columns.isEmpty ? 0 : 2 + rows.shown)
    var screen = Screen(size)
    drawHeader(shown, rest, glyphs, on: &screen)
    drawRows(shown, rows, on: &screen)
    if let note = rows.note(glyphs) {
      screen.write(note, column: 0, row: 2 + rows.head, style: .dim)
    }
    return screen
  }

  /// The columns for which there is room, and what is said of the others.
  private func fitting(
    _ all: [ColumnText], width: Int, glyphs: GlyphSet
  ) -> (shown: [ColumnText], rest: String) {
    for count in stride(from: all.count, through: 1, by: -1) {
      let missing = all.count - count
      let rest = missing > 0 ? PlotGlyphs.glyphs(of: glyphs).ellipsis + " \(missing) more" : ""
      let needed = all.prefix(count).reduce(0) { $0 + $1.width + 2 }
      if needed + rest.cellWidth - (rest.isEmpty ? 2 : 0) <= width || count == 1 {
        return (Array(all.prefix(count)), rest)
      }
    }
    return (all, "")
  }

  private func drawHeader(
    _ shown: [ColumnText], _ rest: String, _ glyphs: GlyphSet, on screen: inout Screen
  ) {
    let level = PlotGlyphs.glyphs(of: glyphs).level
    var column = 0
    for text in shown {
      screen.write(
        text.name, column: column + text.width - text.name.cellWidth, row: 0, style: .bold)
      for place in column..<column + text.width {
        screen[column: place, row: 1] = Cell(level, .dim)
      }
      column += text.width + 2
    }
    screen.write(rest, column: column, row: 0, style: .dim)
  }

  private func drawRows(_ shown: [ColumnText], _ rows: TableRows, on screen: inout Screen) {
    var column = 0
    for text in shown {
      for (line, entry) in text.entries.enumerated() {
        let row = 2 + (line < rows.head ? line : line + 1)
        screen.write(entry.text, column: column + entry.indent, row: row)
      }
      column += text.width + 2
    }
  }
}

/// Which rows of a table are shown.
struct TableRows: Hashable, Sendable {
  let count: Int
  /// Rows before and after those left out.
  let head: Int
  let tail: Int

  init(count: Int, most: Int) {
    self.count = count
    let most = max(0, most)
    let isWhole = count <= most
    tail = isWhole || most < 3 ? 0 : 1
    head = isWhole ? count : max(0, most - tail - 1)
  }

  var hidden: Int { count - head - tail }
  var shown: Int { head + tail + (hidden > 0 ? 1 : 0) }

  /// The numbers of the rows that are shown.
  var indices: [Int] { Array(0..<head) + Array(count - tail..<count) }

  func note(_ glyphs: GlyphSet) -> String? {
    guard hidden > 0 else { return nil }
    return PlotGlyphs.glyphs(of: glyphs).ellipsis + " \(hidden) more row" + (hidden == 1 ? "" : "s")
  }
}
