package import Canvas

extension TablePicture: Picture {
  /// The table within exactly this size: rows and columns that do not fit are counted.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let rows = max(0, screen.size.rows - 2)
    let table = draw(columns: screen.size.columns, maxRows: rows, glyphs: glyphs)
    screen.draw(table, column: 0, row: 0)
    return screen
  }

  /// The table row by row; of a long one the first ten and the last.
  package func spoken() -> String {
    let rows = TableRows(count: columns.map(\.values.count).max() ?? 0, most: 12)
    let sentences = rows.indices.map { row in
      columns.filter { $0.values.indices.contains(row) }
        .map { "\($0.name) \($0.values[row].spoken)" }.joined(separator: ", ") + "."
    }
    let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
    return (["A table of \(count)."] + sentences).joined(separator: "\n")
  }
}

extension TablePicture.Value {
  fileprivate var spoken: String {
    switch self {
    case .number(let number): number.short()
    case .text(let text): text
    }
  }
}
