import Canvas
import LessonText
import Lessons
import Testing

@testable import Notebook

private let pages = Result {
  try Catalog.made(
    "# One\n\nA cat.\n" + step("a", "Alpha") + "A dog.\n" + step("b", "Beta") + "The CAT again.\n",
    "# Two\n\nNo beast.\n" + step("c", "Gamma") + "| a | b |\n|---|---|\n| x | cat |\n")
}

@Suite struct `A search` {
  @Test func `finds a word in any case, in order, and goes round`() throws {
    var reader = try Reader(pages.get(), at: "a")
    reader.press("/cat")
    #expect(reader.footer == "  Search: cat")
    reader.press(.enter)
    #expect(reader.footer == #"  "cat": 2 of 3; n for the next."#)
    #expect(reader.lines[2] == "  Beta")
    reader.press("n")
    #expect(reader.lines[2] == "  Gamma")
    reader.press("n")
    #expect(reader.lines[2] == "  One")
    reader.press("N")
    #expect(reader.lines[2] == "  Gamma")
  }

  @Test func `for what is nowhere stays where it is`() throws {
    var reader = try Reader(pages.get(), at: "a")
    reader.press("/zebra")
    reader.press(.enter)
    #expect(reader.footer == #"  Nothing found for "zebra"."#)
    #expect(reader.lines[2] == "  Alpha")
    reader.press("n")
    #expect(reader.footer == #"  Nothing found for "zebra"."#)
  }

  @Test func `for nothing, or none yet, says how to search`() throws {
    var reader = try Reader(pages.get(), at: "a")
    for keys: [Key] in [[.character("n")], [.character("/"), .enter], [.character("N")]] {
      for key in keys { reader.press(key) }
      #expect(reader.footer == "  Press / to search.")
    }
  }

  @Test func `takes q and ? as text, and goes by Escape`() throws {
    var reader = try Reader(pages.get(), at: "a")
    reader.press("/q?7")
    #expect(reader.footer == "  Search: q?7")
    #expect(reader.reading.view.cursor == Screen.Position(column: 13, row: 23))
    reader.press(.escape)
    #expect(reader.footer.contains("q quit"))
    #expect(!reader.asked.contains(.quit))
  }

  @Test func `shows the part of a long line that is being typed`() throws {
    var reader = try Reader(pages.get(), at: "a", columns: 40, rows: 10)
    reader.press("/" + String(repeating: "0123456789", count: 9) + "end")
    #expect(reader.footer.hasSuffix("6789end"))
    let cursor = reader.reading.view.cursor
    #expect(cursor?.column == reader.footer.count)
    for _ in 0..<93 { reader.press(.left) }
    #expect(reader.footer.hasPrefix(" Search: 0123456789"))
  }

  @Test func `for characters that steer a terminal shows a mark`() throws {
    var reader = try Reader(pages.get(), at: "a")
    reader.press("/\u{1B}\u{9B}\u{202E}x")
    reader.press(.enter)
    #expect(reader.footer.contains("\u{FFFD}"))
    #expect(!reader.picture.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `finds a derivation once, not once a line`() throws {
    let catalog = try Catalog.lesson01()
    let found = Search("shares make 1", in: catalog).matches
    #expect(found.count == 1)
  }
}
