import Figures
import LessonText
import Symbols
import Testing

@testable import Lessons

/// A lesson's text with this id and these lines on its first page.
private func file(
  _ id: String, in folder: String = "mine", needs: String = "", _ lines: String = "Words."
) -> LessonFile {
  LessonFile(
    path: "\(folder)/20-\(id).md",
    text: "---\nid: \(id)\nminutes: 5\ngoals: [a]\nneeds: [\(needs)]\n---\n# Title\n\n\(lines)\n")
}

@Suite struct `Checking lessons of one's own` {
  @Test func `finds nothing wrong with the lesson that an author begins with`() {
    let text = newLesson(id: "my-lesson")
    #expect(Catalog.problems(of: [LessonFile(path: "20-my-lesson.md", text: text)]) == [])
  }

  @Test func `runs every formula and claim of that lesson`() throws {
    var catalog = Catalog(entries: [])
    _ = try catalog.add(
      name: "20-my-lesson.md", text: newLesson(id: "my-lesson"), origin: .file(path: "a"))
    let outcomes = catalog.entries.flatMap(\.verification).map(\.verdict.outcome)
    #expect(outcomes.count == 5)
    #expect(outcomes.allSatisfy { $0 == .holds })
  }

  @Test func `finds nothing wrong with the built-in lessons`() {
    let files = embeddedLessons.map { LessonFile(path: $0.name, text: $0.text) }
    #expect(Catalog.problems(of: files.prefix(2).map(\.self)) == [])
  }

  @Test func `tells of an id that stands twice, at the second`() {
    let problems = Catalog.problems(of: [file("mine"), file("mine", in: "other")])
    #expect(
      problems == [
        "other/20-mine.md:2:5: The id `mine` belongs to mine/20-mine.md already: choose another."
      ])
  }

  @Test(arguments: [
    (
      "```figure\nid: a\nfigure: noise-schedule/schedul\n```",
      "mine/20-mine.md:11:9: There is no figure `noise-schedule/schedul`. Did you mean `noise-schedule/schedule`?"
    ),
    (
      "```figure\nid: a\nfigure: noise-schedule/schedule\nset: {T: \"0\"}\n```",
      "mine/20-mine.md:12:10: T can't be \"0\"; give a whole number from 1 to 10000."
    ),
    (
      "```figure\nid: a\nfigure: noise-schedule/schedule\nset: {U: \"0\"}\n```",
      "mine/20-mine.md:12:10: There is no parameter \"U\" here;"
    ),
    (
      "$$\n\\alpha_t = 1+\\beta_t\n$$", "mine/20-mine.md:10:1: The formula start#1 fails."
    ),
    (
      "```claim\nid: a\nsays: So.\ncheck: 1 > 2\n```", "mine/20-mine.md:9:1: The claim a fails."
    ),
  ])
  func `tells where a figure, a parameter or a formula is wrong`(lines: String, sentence: String) {
    let problems = Catalog.problems(of: [file("mine", lines)])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(sentence) == true, "\(problems)")
  }

  @Test func `wants lessons that are needed to be there and to come before`() {
    let problems = Catalog.problems(of: [file("mine", needs: "noise-shedule, mine")])
    #expect(problems.count == 2)
    #expect(problems[0].contains("Did you mean `noise-schedule`?"))
    #expect(problems[1].contains("does not come before this one"))
  }

  @Test func `gives a lesson of one's own the figures of all others`() throws {
    var catalog = try Catalog.builtIn()
    _ = try catalog.add(name: "20-mine.md", text: file("mine").text, origin: .file(path: "a"))
    let entry = try catalog.entry(named: "mine")
    #expect(try entry.knownFigure(named: "ddim/step").name == "step")
    #expect(throws: CatalogError.self) { try entry.knownFigure(named: "step") }
  }
}
