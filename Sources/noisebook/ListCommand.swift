import ArgumentParser
import Exports
import Figures
import LessonText
import Lessons
import Notebook
import OrderedJSON
import Shelf

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lessons, their figures with parameters, and your progress.")

  @Argument(help: "One lesson.", completion: .custom { _, _, _ in Completions.lessons })
  var lesson: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let catalog = try lessons.catalog(for: lesson)
    let entries = try lesson.map { [try catalog.resolve($0).entry] } ?? catalog.entries
    let progress = (try? progressFile()?.read()) ?? Progress()
    if json {
      print(entries.json(progress: progress).description)
    } else {
      print(entries.listing(progress: progress, inFull: lesson != nil), terminator: "")
    }
  }
}

/// Names for the shell's completion.
enum Completions {
  static var lessons: [String] { catalog.map(\.lesson.id) }

  static var figures: [String] {
    catalog.flatMap { entry in entry.figures.map { "\(entry.lesson.id)/\($0.name)" } }
  }

  private static var catalog: [Catalog.Entry] { (try? Catalog.builtIn())?.entries ?? [] }
}
