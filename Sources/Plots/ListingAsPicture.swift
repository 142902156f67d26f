package import Canvas

extension ListingPicture: Picture {
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let width = max(1, screen.size.columns - 2)
    let notes = notes.flatMap { $0.spelled(in: glyphs).wrapped(to: width, indent: 3) }
    let room = max(1, screen.size.rows - (notes.isEmpty ? 0 : notes.count + 1))
    let rows = rows(width: width, room: room, glyphs: glyphs)
    for (row, line) in rows.enumerated() {
      let isCurrent = line.number == current
      if isCurrent, line.isFirst {
        screen.write(pointer(glyphs), column: 0, row: row, style: .bold)
      }
      screen.write(line.text, column: 2, row: row, style: isCurrent ? .bold : .plain)
    }
    for (row, note) in notes.enumerated() {
      screen.write(note, column: 2, row: rows.count + 1 + row)
    }
    return screen
  }

  private struct Row {
    let number: Int
    let isFirst: Bool
    let text: String
  }

  /// The rows of the lines, at most `room` of them, around the line at work.
  private func rows(width: Int, room: Int, glyphs: GlyphSet) -> [Row] {
    let all = lines.enumerated().flatMap { number, line in
      line.spelled(in: glyphs).wrapped(to: width, indent: 4).enumerated().map {
        Row(number: number, isFirst: $0 == 0, text: $1)
      }
    }
    guard all.count > room else { return all }
    let middle = all.firstIndex { $0.number == current } ?? 0
    let start = min(max(0, middle - room / 2), all.count - room)
    return Array(all[start..<start + room])
  }

  private func pointer(_ glyphs: GlyphSet) -> String { glyphs == .braille ? "▶" : ">" }

  /// The line at work and what it does.
  package func spoken() -> String {
    let line = current.flatMap { lines.indices.contains($0) ? lines[$0].plain : nil }
    return ([line.map { "At the line: \($0.trimmed)" }] + notes.map { Optional($0.plain) })
      .compactMap(\.self).joined(separator: "\n")
  }
}

extension String {
  /// Rows of at most this width, broken at spaces; those after the first stand further in than the
  /// first, which begins with its number.
  fileprivate func wrapped(to width: Int, indent: Int) -> [String] {
    let margin = String(prefix { $0 == " " || $0.isNumber })
    let inner = String(repeating: " ", count: margin.count + indent)
    var rows: [String] = []
    var row = margin
    var isEmpty = true
    for word in dropFirst(margin.count).split(separator: " ") {
      if !isEmpty, row.cellWidth + 1 + word.cellWidth > width {
        rows.append(row)
        (row, isEmpty) = (inner, true)
      }
      row += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return rows + [row]
  }

  fileprivate var trimmed: String {
    String(drop { $0 == " " })
  }
}
