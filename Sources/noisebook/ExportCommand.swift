import ArgumentParser
import Exports
import LessonText
import Lessons
import Shelf

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson with its outputs as Markdown, a web page, or a Jupyter notebook.",
    discussion: """
      noisebook export posterior --format html -o posterior.html
      noisebook export posterior --format ipynb -o posterior.ipynb
      noisebook export posterior --format md | less

      The web page is one file that needs no network. The notebook's cells are plain Python with
      numpy: run them, and they compute the figures' numbers again.
      """)

  @Argument(help: "A lesson.", completion: .custom { _, _, _ in Completions.lessons })
  var lesson: String

  @Option(help: "md, html or ipynb.")
  var format: Format

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where to write it; standard output by itself.", valueName: "file"))
  var output: String?

  @OptionGroup var lessons: LessonOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md
    case html
    case ipynb
  }

  func run() throws {
    let (entry, rest) = try lessons.catalog(for: lesson).resolve(lesson)
    if let rest { throw Failure.usage("export takes a whole lesson, not the page \"\(rest)\".") }
    let text =
      switch format {
      case .md: entry.markdown
      case .html: entry.html
      case .ipynb: entry.jupyter
      }
    guard let output, output != "-" else { return print(text, terminator: "") }
    do throws(FileError) {
      try writeFile(Array(text.utf8), to: output)
    } catch {
      throw Failure.unreadable("Nothing was written. \(error.description)")
    }
  }
}
