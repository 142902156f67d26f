import Testing

@testable import Notebook

@Suite struct `A line that is typed` {
  /// Types keys into a line; the cursor is shown as `|`.
  private func typed(_ keys: [Key], into text: String = "abc") -> String {
    var line = TextLine(text)
    for key in keys { _ = line.press(key) }
    return line.characters[..<line.cursor] + "|" + line.characters[line.cursor...]
  }

  @Test(
    arguments: [
      ([], "abc|"), ([.end, .character("d")], "abcd|"), ([.left, .character("x")], "abx|c"),
      ([.home, .character("x")], "x|abc"), ([.control("a"), .delete], "|bc"),
      ([.home, .left, .backspace], "|abc"), ([.right, .delete], "abc|"),
      ([.backspace, .backspace], "a|"), ([.left, .control("u")], "|c"),
      ([.home, .end], "abc|"), ([.home, .control("e"), .left], "ab|c"),
      ([.up, .down, .tab, .pageUp, .function(3), .control("z")], "abc|"),
      ([.character("q"), .character("?"), .character(" ")], "q? |"),
    ] as [([Key], String)])
  func `takes every key as text but those that edit it`(keys: [Key], shown: String) {
    #expect(typed(keys) == shown)
  }

  @Test func `ends by Enter and by Escape alone`() {
    var line = TextLine("7")
    #expect(line.press(.end) == .editing)
    #expect(line.press(.character("1")) == .editing)
    #expect(line.press(.enter) == .accepted)
    #expect(line.press(.escape) == .cancelled)
    #expect(line.text == "71")
  }

  @Test func `does not grow without end`() {
    var line = TextLine()
    for _ in 0..<(TextLine.limit + 10) { _ = line.press(.character("x")) }
    #expect(line.characters.count == TextLine.limit)
  }
}
