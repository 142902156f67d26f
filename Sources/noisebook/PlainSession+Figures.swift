import Canvas
import Figures
import LessonText
import Lessons
import Notebook
import Plots

/// Hearing figures and finding pages line by line.
extension PlainSession {
  /// The page's figure, and the name under which its parameters are kept; nil is said why.
  var figureOfPage: (reference: FigureReference, figure: Figure, key: String)? {
    guard let place else {
      print("Open a page first.")
      return nil
    }
    let entry = catalog.entries[place.lesson]
    let step = entry.lesson.steps[entry.lesson.pages[place.page].step]
    guard let reference = step.figures.first,
      let figure = entry.figure(named: reference.figure.text)
    else {
      print("There is no figure on this page.")
      return nil
    }
    return (reference, figure, "\(entry.lesson.id)/\(reference.id)")
  }

  /// The figure at a place of its timeline in words; nil tells all its numbers.
  func hear(frame text: String?) {
    guard let (reference, figure, key) = figureOfPage else { return }
    let given = reference.settings.map { (name: $0.name, text: $0.value) } + (turned[key] ?? [])
    do throws(FigureError) {
      let outcome = try figure.compute(try figure.settings(given: given))
      let frames = outcome.frames
      guard let text else { return tell(outcome) }
      guard let number = Int(text), (1...frames.count).contains(number) else {
        return print("Frames of this figure go from 1 to \(frames.count).")
      }
      let words = frames.spoken(frame: number - 1)
      print(words.spelled(in: output.glyphs))
    } catch {
      print(error.description)
    }
  }

  private func tell(_ outcome: Outcome) {
    for (name, value) in outcome.values { print("\(name) = \(value.short(significant: 6))") }
    for table in outcome.tables {
      print("Table \(table.name):")
      let picture = table.picture.draw(
        columns: min(output.columns, 80), maxRows: 40, glyphs: output.glyphs)
      output.show(picture)
    }
  }

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
}
