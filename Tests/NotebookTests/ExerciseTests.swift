import Canvas
import Lessons
import Notebook
import Testing

private let number = """
  ```exercise
  id: third
  kind: number
  level: by-hand
  asks: What is a third of {1 + 1}?
  answer: 2/3
  slips:
    - {id: half, answer: 1, says: That is the half.}
  hints: [First., Second.]
  solution: It is {2/3}.
  ```
  """

private func reader(_ body: String = number, glyphs: GlyphSet = .braille) throws -> Reader {
  try Reader(
    .made("# Title\n" + step("try", "Try") + body), at: "try", glyphs: glyphs)
}

@Suite struct `An exercise on a page` {
  @Test func `is answered in a line, and the verdict stays`() throws {
    var reader = try reader()
    #expect(reader.shows("What is a third of 2?") && reader.footer.contains("a answer"))
    reader.press("a1")
    #expect(reader.footer.contains("Answer: 1"))
    reader.press(.enter)
    #expect(reader.shows("Wrong. 1 is too large. That is the half. [half]"))
    reader.press("a")
    reader.press("2/3")
    reader.press(.enter)
    #expect(reader.shows("Right: 0.666667.") && reader.shows("By hand: solved"))
    let answers = reader.asked.compactMap { effect in
      if case .record(let attempt, "third") = effect { attempt } else { nil }
    }
    #expect(answers.map(\.answer) == ["1", "2/3"] && answers.map(\.isRight) == [false, true])
    #expect(answers[0].misconception == "half")
  }

  @Test func `takes what is no answer for none, and points at the place`() throws {
    for (glyphs, arrow) in [(GlyphSet.braille, "↓"), (.ascii, "v")] {
      var reader = try reader(glyphs: glyphs)
      reader.press("a2+(3*")
      #expect(reader.shows("Close the (, or remove it."))
      let lines = reader.lines
      let row = try #require(lines.lastIndex { $0.contains(arrow) && !$0.contains("Answer") })
      #expect(row == lines.count - 2)
      reader.press(.enter)
      #expect(reader.footer.contains("Answer: 2+(3*"))
      #expect(!reader.asked.contains { if case .record = $0 { true } else { false } })
      reader.press(.escape)
      #expect(reader.footer.contains("a answer"))
    }
  }

  @Test func `shows a typed formula as it is set, while it is typed`() throws {
    var reader = try reader()
    reader.press("a1/sqrt(2)")
    #expect(reader.shows("√") || reader.shows("╲│"))
  }

  @Test func `has hints that go both ways, and a worked answer after a second key`() throws {
    var reader = try reader()
    reader.press("i")
    #expect(reader.shows("Hint 1 of 2: First.") && !reader.shows("Second."))
    reader.press("i")
    #expect(reader.shows("Hint 2 of 2: Second."))
    reader.press("i")
    #expect(reader.footer.contains("That was the last hint."))
    reader.press("I")
    #expect(reader.shows("First.") && !reader.shows("Second."))
    reader.press("x")
    #expect(!reader.shows("Worked answer"))
    reader.press("x")
    #expect(reader.shows("Worked answer: It is 0.666667.") && reader.shows("By hand: given up"))
    #expect(reader.reading.progress.exercises["third"] == Tried(hints: 2, hasGivenUp: true))
    let other = try Reader(
      .made("# Title\n" + step("try", "Try") + number), at: "try",
      progress: reader.reading.progress)
    #expect(other.shows("Worked answer"))
  }

  @Test func `says that a page has none`() throws {
    var reader = try reader("Nothing.")
    for key in ["a", "i", "x"] {
      reader.press(key)
      #expect(reader.footer.contains("on this page"))
    }
  }

  @Test func `of a prediction hides the figure until it is answered`() throws {
    let catalog = try Catalog.builtIn(only: "noise-schedule")
    var reader = try Reader(catalog, at: "try-predict")
    #expect(!reader.shows("T 200"))
    reader.press("ab")
    reader.press(.enter)
    #expect(reader.shows("T 200") && reader.shows("Wrong."))
  }

  @Test func `of a figure is solved by turning it`() throws {
    let catalog = try Catalog.builtIn(only: "noise-schedule")
    var reader = try Reader(catalog, at: "try-turn")
    reader.press("a")
    #expect(reader.shows("Not yet: alpha_bar_T = 0.60295"))
    for _ in 0..<2 { reader.press(.tab) }
    reader.press(.tab, .enter)
    reader.press("0.4")
    reader.press(.enter)
    reader.press("a")
    #expect(reader.shows("Right: alpha_bar_T ="), "\(reader.picture)")
  }
}
