import Canvas
import LessonText

/// A table of words, its columns as wide as they need to be and no wider than the page.
struct TextTable {
  let header: [[Inline]]
  let rows: [[[Inline]]]
  let alignments: [Block.Alignment]

  private static let gap = 2

  func picture(width: Int, inline: InlineText) -> Screen {
    let columns = ([header.count] + rows.map(\.count)).max() ?? 0
    guard columns > 0 else { return Screen(Size(columns: width, rows: 0)) }
    let flows = ([header] + rows).enumerated().map { index, row in
      row.map { inline.flow($0, style: index == 0 ? .bold : .plain) }
    }
    let widths = fitted(natural(flows, columns), to: width - Self.gap * (columns - 1))
    var paper = Paper(width: width)
    for (index, row) in flows.enumerated() {
      paper.add(picture(of: row, widths: widths))
      if index == 0 { paper.add(rule(widths, inline.glyphs), .dim) }
    }
    return paper.screen
  }

  private func natural(_ flows: [[TextFlow]], _ columns: Int) -> [Int] {
    (0..<columns).map { column in
      flows.map { row in
        guard column < row.count else { return 0 }
        return row[column].tokens.reduce(-1) { $0 + $1.width + 1 }
      }.max() ?? 0
    }.map { max(1, $0) }
  }

  /// Widths that fit: the widest column gives way first.
  private func fitted(_ natural: [Int], to width: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - max(width, widths.count)
    while excess > 0, let widest = widths.max(), widest > 1,
      let index = widths.firstIndex(of: widest)
    {
      let second = widths.filter { $0 < widest }.max() ?? 1
      let cut = max(1, min(excess, widest - second))
      widths[index] -= cut
      excess -= cut
    }
    return widths
  }

  private func picture(of row: [TextFlow], widths: [Int]) -> Screen {
    let cells = zip(row, widths).map { $0.lines(width: $1) }
    let total = widths.reduce(0, +) + Self.gap * (widths.count - 1)
    var picture = Screen(Size(columns: total, rows: max(1, cells.map(\.count).max() ?? 1)))
    var left = 0
    for (column, lines) in cells.enumerated() {
      for (index, line) in lines.enumerated() {
        let free = widths[column] - line.reduce(0) { $0 + $1.text.cellWidth }
        picture.write(line, column: left + shift(free, column), row: index)
      }
      left += widths[column] + Self.gap
    }
    return picture
  }

  private func shift(_ free: Int, _ column: Int) -> Int {
    guard column < alignments.count, free > 0 else { return 0 }
    return switch alignments[column] {
    case .left: 0
    case .center: free / 2
    case .right: free
    }
  }

  private func rule(_ widths: [Int], _ glyphs: GlyphSet) -> String {
    widths.map { String(repeating: glyphs.isUnicode ? "─" : "-", count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
  }
}
