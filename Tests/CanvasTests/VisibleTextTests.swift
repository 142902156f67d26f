import Testing

@testable import Canvas

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{200B}", "\u{200E}", "\u{202E}",
      "\u{2028}", "\u{2066}", "\u{FEFF}", "\u{301}", "\u{E000}", "\u{E0041}", "\u{FE0F}",
    ])
  func `what could steer a terminal is shown as a mark`(text: String) {
    #expect("a \(text)".visible.unicodeScalars.allSatisfy { !$0.isHidden })
    #expect(text.visible == "\u{FFFD}")
    #expect(text.cellWidth == 1)
  }

  @Test(
    arguments: [
      ("abc", "abc", 3), ("e\u{301}", "é", 1), ("日本", "日本", 4), ("👍🏽", "👍", 2),
      ("❤\u{FE0F}", "❤", 1), ("👨\u{200D}👩", "👨\u{FFFD}👩", 5), ("a\u{200D}b", "a\u{FFFD}b", 3),
      ("की", "की", 2), ("กำ", "กำ", 2), ("\u{1112}\u{1161}\u{11AB}", "한", 2), ("─⠿", "─⠿", 2),
    ])
  func `letters of any script stay, with the width of their glyphs`(
    text: String, shown: String, width: Int
  ) {
    #expect(text.visible == shown)
    #expect(text.cellWidth == width)
    #expect(text.visible.visible == text.visible)
  }

  @Test func `of a hundred marks on one base four are kept`() {
    let text = "x" + String(repeating: "\u{308}", count: 100)
    #expect(text.visible.unicodeScalars.count == 5)
    #expect(text.cellWidth == 1)
  }

  @Test func `tabs reach the next stop and line ends stay`() {
    #expect("日\tb\r\n\tc".visible == "日      b\n        c")
  }

  @Test(arguments: ["", "a", "日", "👨\u{200D}👩", "का", "e\u{301}\u{302}\u{303}\u{304}\u{305}"])
  func `the width said is the width written`(text: String) {
    var screen = Screen(Size(columns: 20, rows: 1))
    #expect(screen.write(text, column: 0, row: 0) == text.cellWidth)
    #expect(screen.lines == [text.visible])
  }

  @Test(arguments: [("scaled-linear", 8, "scaled-…"), ("日本語", 4, "日…"), ("abc", 3, "abc")])
  func `a text is cut with a mark`(text: String, columns: Int, cut: String) {
    #expect(text.cut(to: columns) == cut)
  }

  @Test(arguments: -1...12) func `a cut text never exceeds its room`(columns: Int) {
    #expect("日本 scaled".cut(to: columns, mark: "...").cellWidth <= max(0, columns))
  }
}
