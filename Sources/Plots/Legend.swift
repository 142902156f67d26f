import Canvas

/// The names of the series, each after what marks it.
struct Legend: Hashable, Sendable {
  private(set) var entries: [Entry] = []
  private let ellipsis: String

  /// A legend whose signs are given.
  init(entries: [Entry], glyphs: GlyphSet) {
    ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    self.entries = entries.filter { !$0.name.isEmpty }
  }

  struct Entry: Hashable, Sendable {
    let sign: String
    let name: String
    let style: Style

    var width: Int { sign.cellWidth + 1 + name.cellWidth }
  }

  /// One series is a line; several are told apart by their markers.
  init(_ names: [String], glyphs: GlyphSet) {
    let vocabulary = PlotGlyphs.glyphs(of: glyphs)
    ellipsis = vocabulary.ellipsis
    for (index, name) in names.enumerated() where !name.isEmpty {
      let look = SeriesLook(index: index, glyphs: glyphs)
      let sign =
        names.count > 1 ? String(look.marker) : String(repeating: vocabulary.level, count: 2)
      entries.append(Entry(sign: sign, name: name, style: look.style))
    }
  }

  /// The size of the block with an entry a row.
  var block: Size {
    Size(columns: entries.map(\.width).max() ?? 0, rows: entries.count)
  }

  /// The entries in rows of a width, of whose first some columns are taken.
  func rows(after taken: Int, columns: Int) -> [[Entry]] {
    guard !entries.isEmpty else { return taken == 0 ? [] : [[]] }
    var rows: [[Entry]] = [[]]
    var used = taken
    for entry in entries {
      let gap = used == 0 ? 0 : 3
      if used > 0, used + gap + entry.width > columns {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += (used == 0 ? 0 : 3) + entry.width
    }
    return rows
  }

  /// Writes an entry.
  ///
  /// - Returns: the number of columns written.
  func write(_ entry: Entry, column: Int, row: Int, on screen: inout Screen) -> Int {
    let sign = screen.write(entry.sign, column: column, row: row, style: entry.style)
    let start = column + sign + 1
    let name = entry.name.cut(to: screen.size.columns - start, mark: ellipsis)
    return sign + 1 + screen.write(name, column: start, row: row)
  }
}
