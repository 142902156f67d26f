import Canvas
import Figures
import LessonText
import Notebook
import Testing

@testable import Lessons

private func catalog(_ name: String = "20-mine.md", page: String, before: String = "") throws
  -> Catalog
{
  let id = name.dropFirst(3).dropLast(3)
  let text = """
    ---
    id: \(id)
    minutes: 5
    goals: [a]
    ---
    # Mine

    Opening.
    \(before)
    <!-- step
    id: here
    -->
    ## Here

    \(page)

    ```figure
    id: schedule
    figure: noise-schedule/schedule
    ```

    """
  var catalog = Catalog(entries: [])
  _ = try catalog.add(name: name, text: text, origin: .file(path: name))
  return catalog
}

@Suite struct `While the author writes` {
  @Test func `the page that is open shows what was written, with what was turned`() throws {
    var reader = try Reader(try catalog(page: "Old words."), at: "here")
    reader.press(.tab, .character(">"))
    #expect(reader.shows("Old words."))
    let turned = reader.body.contains("scaled-linear")
    reader.hear(
      .lessonsChanged(
        try catalog(page: "New words.", before: "\n<!-- step\nid: more\n-->\n## More\n\nMore.\n")))
    #expect(reader.header.contains("3/3"))
    #expect(reader.shows("New words."))
    #expect(turned && reader.body.contains("scaled-linear"))
    #expect(reader.shows("read anew"))
  }

  @Test func `a page that went leaves the reader near`() throws {
    var reader = try Reader(try catalog(page: "Words."), at: "here")
    var other = Catalog(entries: [])
    _ = try other.add(
      name: "20-mine.md",
      text: "---\nid: mine\nminutes: 5\ngoals: [a]\n---\n# Mine\n\nOnly this.\n",
      origin: .file(path: "a"))
    reader.hear(.lessonsChanged(other))
    #expect(reader.shows("Only this."))
  }

  @Test func `a file that is wrong for a moment leaves the page, and says where`() throws {
    var reader = try Reader(try catalog(page: "Words."), at: "here")
    reader.hear(.lessonsNotRead("mine.md:3:1: `minutes` must be a number."))
    #expect(reader.shows("Words."))
    #expect(reader.footer.contains("mine.md:3:1"))
  }
}
