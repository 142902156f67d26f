import Canvas
import LessonText
import Lessons
import Notebook

/// Finding pages and symbols line by line.
extension PlainSession {
  /// Goes to a lesson, or a page of it.
  mutating func open(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    do throws(CatalogError) {
      let entry = try catalog.entry(named: parts.first ?? "")
      let lesson = catalog.index(named: entry.lesson.id) ?? 0
      guard parts.count == 2 else { return visit(Reading.Location(lesson: lesson, page: 0)) }
      guard let page = entry.lesson.page(named: parts[1]) else {
        return print(entry.unknownPage(parts[1]))
      }
      visit(Reading.Location(lesson: lesson, page: page))
    } catch {
      print(error.description)
    }
  }

  /// Names the pages that hold a word.
  func search(_ term: String) {
    let places = catalog.places(of: term)
    guard !places.isEmpty else { return print("Nothing found for \"\(term)\".".visible) }
    for place in places.prefix(20) {
      let lesson = catalog.entries[place.lesson].lesson
      print("open \(lesson.id)/\(place.page + 1): \(lesson.pages[place.page].title)".visible)
    }
    if places.count > 20 { print("and \(places.count - 20) more pages.") }
  }

  /// What the page's letters are, or what leads from beta to the sample.
  func tellSymbols(map: Bool) {
    guard let place else { return print("Open a page first.") }
    let lesson = catalog.entries[place.lesson].lesson
    let step = lesson.steps[lesson.pages[place.page].step]
    let notes = map ? catalog.symbolMap(on: step, nil) : catalog.symbols(on: step, nil)
    if notes.isEmpty { print("There are no symbols on this page; map tells those of the field.") }
    for note in notes { print(catalog.spoken(note, isMap: map, glyphs: output.glyphs)) }
  }
}
