import Figures
import LessonText
import Symbols
import Testing

@testable import Lessons

/// A lesson's text with this id and one line of text.
private func text(_ id: String) -> String {
  "---\nid: \(id)\nminutes: 5\ngoals: [a]\nneeds: []\n---\n# Title of \(id)\n\nWords.\n"
}

private let ids = ((try? Catalog.builtIn())?.entries ?? []).map(\.lesson.id)

@Suite struct `The catalog of lessons` {
  @Test(arguments: ids) func `has no lesson with a line that fails`(id: String) throws {
    let entry = try Catalog.builtIn().entry(named: id)
    for item in entry.verification { #expect(item.verdict.outcome != .fails, "\(item)") }
  }

  @Test(arguments: ids) func `has no lesson with a figure that can't be computed`(id: String)
    throws
  {
    let entry = try Catalog.builtIn().entry(named: id)
    for case .figure(let reference) in entry.lesson.steps.flatMap(\.elements) {
      let figure = try entry.knownFigure(named: reference.figure.text)
      let given = reference.settings.map { (name: $0.name, text: $0.value) }
      #expect(throws: Never.self) {
        try figure.compute(try Settings(figure.parameters, given: given))
      }
    }
  }

  @Test(arguments: ["noise-schedule", "01", "1", "01-noise-schedule", "001"])
  func `knows a lesson by its id and its number`(name: String) throws {
    #expect(try Catalog.builtIn().entry(named: name).lesson.id == "noise-schedule")
  }

  @Test(arguments: [
    ("nois-schedule", "Did you mean noise-schedule?"),
    ("noise", "Did you mean noise-schedule or noise-prediction?"),
    ("zzz", "There are: "), ("", "There are: "), ("99", "There are: "),
  ])
  func `names the nearest lesson, or all`(name: String, advice: String) throws {
    let catalog = try Catalog.builtIn()
    let error = #expect(throws: CatalogError.self) { try catalog.entry(named: name) }
    #expect(error?.description.contains(advice) == true)
  }

  @Test func `puts a lesson of one's own in place of a built-in one, with a notice`() throws {
    var catalog = try Catalog.builtIn()
    let count = catalog.entries.count
    let notice = try catalog.add(
      name: "01-noise-schedule.md", text: text("noise-schedule"), origin: .file(path: "mine/a.md"))
    #expect(notice == "mine/a.md replaces the built-in lesson noise-schedule.")
    #expect(catalog.entries.count == count)
    let entry = try catalog.entry(named: "noise-schedule")
    #expect(entry.lesson.title == "Title of noise-schedule")
    #expect(!entry.figures.isEmpty)
  }

  @Test func `refuses two lessons of one id in a folder`() throws {
    var catalog = try Catalog.builtIn()
    _ = try catalog.add(name: "70-mine.md", text: text("mine"), origin: .file(path: "a"))
    let error = #expect(throws: CatalogError.self) {
      try catalog.add(name: "71-mine.md", text: text("mine"), origin: .file(path: "b"))
    }
    #expect(error?.description == "a and b both have the id mine; give one of them another.")
  }

  @Test func `orders lessons by their numbers`() throws {
    var catalog = Catalog(entries: [])
    for name in ["10-ten", "02-two", "00-none"] {
      let id = String(name.dropFirst(3))
      _ = try catalog.add(name: "\(name).md", text: text(id), origin: .file(path: name))
    }
    #expect(catalog.entries.map(\.lesson.id) == ["none", "two", "ten"])
  }
}
