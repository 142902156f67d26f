import Canvas
import LessonText
import Testing

@testable import Lessons
@testable import Notebook

@Suite struct `The screen` {
  @Test(arguments: [(1, 1), (0, 0), (39, 9), (39, 24), (80, 9), (-5, 3), (1, 60), (200, 1)])
  func `that is too small says so and stays usable`(columns: Int, rows: Int) throws {
    var reader = try Reader.lesson01(at: "linear", columns: columns, rows: rows)
    let size = reader.reading.view.size
    #expect(size == Size(columns: max(0, columns), rows: max(0, rows)))
    if columns >= 39, rows >= 1 { #expect(reader.lines[0] == "noisebook needs 40x10; q quits") }
    reader.press(.right, .left, .tab)
    reader.press(">tjk?/")
    reader.press(.escape)
    reader.resize(80, 24)
    #expect(reader.header.contains("01 The noise schedule"))
  }

  @Test(
    arguments: [
      (40, 10), (41, 60), (59, 11), (60, 24), (80, 24), (119, 30), (120, 12), (121, 60), (300, 90),
    ])
  func `of every size has each page in it, and nothing over its edge`(columns: Int, rows: Int)
    throws
  {
    var reader = try Reader(.lesson01(), at: "start", columns: columns, rows: rows)
    for name in ["one-step", "recursion.4", "by-hand", "compare", "cosine"] {
      let page = try #require(reader.reading.catalog.entries[0].lesson.page(named: name))
      reader.press("\(page + 1)g")
      #expect(reader.reading.view.size == Size(columns: columns, rows: rows))
      #expect(reader.lines.last?.isEmpty == false)
      #expect(reader.header.hasSuffix(" \(page + 1)/26"))
    }
  }

  @Test func `goes from small to large and back and shows the same`() throws {
    var reader = try Reader.lesson01(at: "linear")
    let before = reader.picture
    for (columns, rows) in [(60, 20), (40, 10), (1, 1), (0, 0), (300, 90), (80, 24)] {
      reader.resize(columns, rows)
    }
    #expect(reader.picture == before)
  }

  @Test func `shows a notice until the next key`() throws {
    var reader = try Reader(.lesson01(), at: "alpha", notice: "Your place can't be read.")
    #expect(reader.footer == "  Your place can't be read.")
    reader.press("j")
    #expect(reader.footer.hasPrefix("  → next"))
  }

  @Test func `cuts a notice that is longer than itself`() throws {
    var reader = try Reader.lesson01(at: "alpha", columns: 40, rows: 10)
    reader.hear(.progressNotSaved(String(repeating: "word ", count: 30)))
    #expect(reader.footer.count <= 39)
  }

  @Test func `is painted anew and left when asked`() throws {
    var reader = try Reader.lesson01(at: "alpha")
    reader.press(.control("l"))
    #expect(reader.asked.last == .redraw)
    reader.press("q")
    #expect(reader.asked.last == .quit)
  }

  @Test func `has room for three figures beside a text`() throws {
    let figures = (1...3).map { "```figure\nid: f\($0)\nfigure: schedule\n```\n\n" }.joined()
    var catalog = Catalog(entries: [])
    _ = try catalog.add(
      name: "01-noise-schedule.md",
      text:
        "---\nid: noise-schedule\nminutes: 5\ngoals: [a]\nneeds: []\n---\n# Three\n\n\(figures)\nText.\n",
      origin: .file(path: "three"))
    var reader = try Reader(catalog, at: "1", columns: 140, rows: 24)
    var titles: Set<Int> = []
    for scroll in 0..<30 {
      for (row, line) in reader.lines.enumerated() where line.contains("Share of the") {
        titles.insert(row + scroll)
      }
      guard reader.footer.contains("→ more") else { break }
      reader.press(.down)
    }
    #expect(titles.count == 3)
  }
}
