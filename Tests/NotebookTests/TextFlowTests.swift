import Canvas
import Testing

@testable import Notebook

/// The words of lines, without their looks.
private func words(_ lines: [[Run]]) -> [String] { lines.map { $0.map(\.text).joined() } }

@Suite struct `Words flow into lines` {
  @Test func `that break at spaces and are no wider than the page`() {
    var flow = TextFlow()
    flow.add("A step shrinks the number a little,  and adds a little noise.")
    #expect(
      words(flow.lines(width: 20)) == [
        "A step shrinks the", "number a little, and", "adds a little noise.",
      ])
  }

  @Test func `where a formula keeps the comma behind it`() {
    var flow = TextFlow()
    flow.add("so ")
    flow.addUnbroken("1 - x")
    flow.add(", is noise")
    #expect(words(flow.lines(width: 8)) == ["so", "1 - x,", "is noise"])
  }

  @Test func `where a word wider than the page is cut`() {
    var flow = TextFlow()
    flow.add("an antidisestablishment")
    #expect(words(flow.lines(width: 8)) == ["an", "antidise", "stablish", "ment"])
  }

  @Test func `where wide glyphs count two cells and marks none`() {
    var flow = TextFlow()
    flow.add("漢字漢字 \u{3B1}\u{304}\u{3B1}\u{304} ab")
    #expect(words(flow.lines(width: 5)) == ["漢字", "漢字", "\u{3B1}\u{304}\u{3B1}\u{304} ab"])
  }

  @Test func `where a line break begins a new line`() {
    var flow = TextFlow()
    flow.add("a")
    flow.breakLine()
    flow.add("b")
    #expect(words(flow.lines(width: 40)) == ["a", "b"])
  }

  @Test(arguments: [-1, 0]) func `into nothing where there is no room`(width: Int) {
    var flow = TextFlow()
    flow.add("a b")
    #expect(flow.lines(width: width).isEmpty)
  }

  @Test func `and the space between two words has a look only where they share it`() {
    var flow = TextFlow()
    flow.add("a b", .bold)
    flow.add(" c")
    let line = flow.lines(width: 40)[0]
    #expect(line.map(\.style) == [.bold, .bold, .bold, .plain, .plain])
  }
}
