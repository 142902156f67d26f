import Canvas
import LessonText
import Testing

@testable import Notebook

/// A table of plain words.
private func table(_ rows: [[String]], _ alignments: [Block.Alignment] = []) -> TextTable {
  let cells = rows.map { $0.map { [Inline.text($0)] } }
  return TextTable(header: cells[0], rows: Array(cells.dropFirst()), alignments: alignments)
}

private func lines(_ table: TextTable, width: Int, glyphs: GlyphSet = .braille) -> [String] {
  table.picture(width: width, inline: InlineText(glyphs: glyphs)).lines
}

@Suite struct `A table of words` {
  @Test func `has columns as wide as they need to be, aligned as asked`() {
    let table = table([["name", "n", "in"], ["beta", "10", "x"]], [.left, .right, .center])
    #expect(lines(table, width: 40) == ["name   n  in", "────  ──  ──", "beta  10  x"])
    #expect(lines(table, width: 40, glyphs: .ascii)[1] == "----  --  --")
  }

  @Test func `breaks the widest column first`() {
    let table = table([["a", "b"], ["xy", "one two three four"]])
    #expect(
      lines(table, width: 13) == ["a   b", "──  ─────────", "xy  one two", "    three", "    four"])
  }

  @Test(arguments: [1, 2, 5, 9]) func `is no wider than it must be on a narrow page`(width: Int) {
    let table = table([["alpha", "beta", "gamma"], ["one", "two", "three"]])
    let widest = lines(table, width: width).map(\.count).max() ?? 0
    #expect(widest <= max(width, 7))
  }

  @Test func `bears rows of unequal length`() {
    #expect(lines(table([["a"], ["b", "c"], []]), width: 9) == ["a", "─  ─", "b  c", ""])
  }
}
