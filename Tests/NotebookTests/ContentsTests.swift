import Canvas
import Lessons
import Notebook
import Testing

private let two = Result {
  try Catalog.made(
    "# First\n\nWords.\n" + step("a", "Alpha") + "Text.\n" + step("b", "Beta") + "Text.\n",
    "# Second\n\nWords.\n" + step("c", "Gamma") + "Text.\n")
}

@Suite struct `The contents` {
  @Test func `are what a new reader sees`() throws {
    let reader = try Reader(two.get(), columns: 44, rows: 12)
    #expect(
      reader.picture == #"""
         noisebook  diffusion models, step by step
         Lessons

         >   01  First   0/3 pages, 20 minutes
               First
               Alpha
               Beta
             02  Second   0/2 pages, 20 minutes
               Second
               Gamma

         ↑↓ choose   Enter open   ? help   q quit
        """#)
  }

  @Test func `in ASCII need no arrow, and tick off what was seen`() throws {
    var progress = Progress()
    progress.visit(lesson: "made-1", page: "a")
    var reader = try Reader(
      two.get(), columns: 60, rows: 12, glyphs: .ascii, progress: progress)
    #expect(reader.header.contains("01 First"))
    reader.press("t")
    #expect(reader.lines[5] == "  > *   Alpha")
    #expect(reader.lines[3] == "      01  First   1/3 pages, 20 minutes")
    #expect(reader.footer == "  up/down choose   Enter open   / search   ? help   q quit")
  }

  @Test func `are walked through and opened`() throws {
    var reader = try Reader(two.get())
    reader.press(.down, .down, .down, .enter)
    #expect(reader.header.contains("01 First") && reader.header.hasSuffix("3/3"))
    reader.press("t")
    #expect(reader.shows("> ✓   Beta"))
    reader.press("G")
    #expect(reader.shows(">     Gamma"))
    reader.press("jjk")
    #expect(reader.shows(">     Second"))
    reader.press("g")
    reader.press(.up)
    #expect(reader.shows(">   01  First"))
    reader.press(.pageDown)
    #expect(reader.shows(">     Gamma"))
    reader.press(.pageUp, .end, .home, .right)
    #expect(reader.header.hasSuffix("1/3"))
  }

  @Test(arguments: [Key.escape, .left, .character("t")])
  func `go as they came`(key: Key) throws {
    var reader = try Reader(two.get(), at: "b")
    reader.press("t")
    reader.press(.up, key)
    #expect(reader.header.hasSuffix("3/3"))
  }

  @Test func `lie under a help and a search that were opened there`() throws {
    var reader = try Reader(two.get())
    reader.press("j?")
    #expect(reader.shows("Keys"))
    reader.press("x")
    #expect(reader.shows(">     First"))
    reader.press("/")
    reader.press(.escape)
    #expect(reader.shows(">     First"))
    reader.press("/nowhere")
    reader.press(.enter)
    #expect(reader.shows(">     First"))
    #expect(reader.footer == #"  Nothing found for "nowhere"."#)
  }

  @Test func `keep the chosen row in sight however many there are`() throws {
    var reader = try Reader(.lesson01(), columns: 40, rows: 10)
    for _ in 0..<30 {
      #expect(reader.lines.filter { $0.hasPrefix(" > ") }.count == 1)
      reader.press(.down)
    }
    #expect(reader.shows("What you have now"))
  }
}
