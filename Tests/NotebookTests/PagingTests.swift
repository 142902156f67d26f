import Canvas
import LessonText
import Lessons
import Notebook
import Testing

private let two = Result {
  try Catalog.made(
    "# First\n\nWords.\n" + step("a", "Alpha") + "Text.\n" + step("b", "Beta") + "Text.\n",
    "# Second\n\nWords.\n" + step("c", "Gamma") + "Text.\n")
}

@Suite struct `Turning the pages` {
  @Test func `goes from the first page of all lessons to the last, and back`() throws {
    var reader = try Reader(two.get(), at: "1")
    var titles: [String] = []
    for _ in 0..<5 {
      titles.append(reader.lines[2])
      reader.press(.right)
    }
    #expect(titles == ["  First", "  Alpha", "  Beta", "  Second", "  Gamma"])
    #expect(reader.footer == "  This is the last page. Press t for the contents, q to quit.")
    for title in titles.reversed() {
      #expect(reader.lines[2] == title)
      reader.press(.left)
    }
    #expect(reader.footer == "  This is the first page.")
  }

  @Test(
    arguments: [
      .right, .pageDown, .enter, .character("l"), .left, .pageUp, .backspace, .character("h"),
    ] as [Key])
  func `is done by every key that is named for it`(key: Key) throws {
    var reader = try Reader(.lesson01(), at: "alpha")
    reader.press(key)
    #expect(reader.header.hasSuffix(" 4/26") || reader.header.hasSuffix(" 6/26"))
  }

  @Test(arguments: [
    ("7g", 7), ("7G", 7), ("g", 1), ("G", 26), ("26g", 26), ("27g", 26), ("999999999999g", 26),
    ("10g", 10), ("3xg", 1), ("3tt5g", 5),
  ])
  func `goes to a page by its number`(keys: String, page: Int) throws {
    var reader = try Reader(.lesson01(), at: "alpha")
    reader.press(keys)
    #expect(reader.header.hasSuffix(" \(page)/26"))
  }

  @Test(arguments: [(80, 24), (40, 10), (200, 60)])
  func `walks through lesson 01 past everything on it, and each page is remembered`(
    columns: Int, rows: Int
  ) throws {
    var reader = try Reader(.lesson01(), at: "start", columns: columns, rows: rows)
    var headers: [String] = []
    for _ in 0..<200 where !reader.shows("This is the last page.") {
      if headers.last != reader.header { headers.append(reader.header) }
      reader.press(.right)
    }
    #expect(headers.count == 26)
    let saved = reader.asked.compactMap { effect in
      if case .save(let progress) = effect { progress } else { nil }
    }
    let lesson = try #require(reader.reading.catalog.entries.first?.lesson)
    #expect(saved.last?.place == Progress.Place(lesson: lesson.id, page: "summary"))
    #expect(saved.last?.lessons[lesson.id]?.pages == Set(lesson.pages.map(\.id)))
  }

  @Test func `begins where the reader left off`() throws {
    var progress = Progress()
    progress.visit(lesson: "noise-schedule", page: "recursion.3")
    let reader = try Reader(.lesson01(), progress: progress)
    #expect(reader.header.hasSuffix(" 9/26"))
    #expect(reader.shows("3/4"))
  }

  @Test func `begins at the contents where the page that was left is no more`() throws {
    var progress = Progress()
    progress.visit(lesson: "noise-schedule", page: "gone")
    #expect(try Reader(.lesson01(), progress: progress).shows("Lessons"))
  }
}

@Suite struct `A page taller than the screen` {
  @Test func `is scrolled to its end and no further`() throws {
    var reader = try Reader.lesson01(at: "summary")
    #expect(reader.footer.hasPrefix("  → more"))
    for _ in 0..<40 { reader.press(.down) }
    #expect(reader.shows("step makes one noisy") || reader.shows("the next lesson shows why."))
    #expect(reader.footer.hasPrefix("  → next"))
    for _ in 0..<40 { reader.press("k") }
    #expect(reader.lines[2] == "  What you have now")
  }

  @Test func `is read from its beginning when it is come to again`() throws {
    var reader = try Reader.lesson01(at: "summary")
    reader.press("jjj")
    reader.press("g")
    #expect(reader.lines[2] == "  The noise schedule")
    reader.press("G")
    #expect(reader.lines[2] == "  What you have now")
  }

  @Test func `that fits after the screen has grown is shown whole`() throws {
    var reader = try Reader.lesson01(at: "summary")
    reader.press("jjjjjj")
    reader.resize(80, 50)
    #expect(reader.lines[2] == "  What you have now")
    #expect(!reader.footer.contains("more"))
  }

  @Test func `is paged through by the same key as the lesson`() throws {
    var reader = try Reader.lesson01(at: "summary", rows: 16)
    var seen = reader.body
    for _ in 0..<5 {
      reader.press(.right)
      seen += reader.body
    }
    for words in ["What you have now", "αₜ = 1 - βₜ", "SNR(t)", "the next lesson shows why."] {
      #expect(seen.contains(words))
    }
    for _ in 0..<5 where !reader.shows("What you have now") { reader.press(.left) }
    #expect(reader.header.hasSuffix("26/26"))
    reader.press(.left)
    #expect(reader.header.hasSuffix("25/26"))
  }

  @Test func `follows the wheel where the mouse is on`() throws {
    var reader = try Reader.lesson01(at: "summary", rows: 12)
    reader.press("m")
    #expect(reader.asked.contains(.setMouse(true)))
    #expect(reader.footer == "  The mouse is on.")
    let top = reader.body
    reader.press(.mouse(.wheelDown, column: 3, row: 3))
    #expect(reader.body != top)
    reader.press(.mouse(.click, column: 3, row: 3), .mouse(.wheelUp, column: 3, row: 3))
    #expect(reader.body == top)
  }
}
