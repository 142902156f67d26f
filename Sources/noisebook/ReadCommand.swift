import ArgumentParser
import Canvas
import Curses
import LessonText
import Lessons
import Notebook
import Shelf

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a whole lesson, or any Markdown with LaTeX maths, as text.")

  @Argument(
    help: ArgumentHelp(
      "A lesson, or a file: a path with a slash, or that ends in .md or .tex, or -.",
      valueName: "lesson or file"),
    completion: .custom { _, _, _ in Completions.lessons })
  var source: String

  @Option(help: "The width in columns, from 20 to 1000.")
  var width: Int?

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func validate() throws {
    if let width, !(20...1000).contains(width) {
      throw ValidationError("--width takes a number from 20 to 1000, not \(width).")
    }
  }

  func run() throws {
    let output = PlainOutput(drawing, width: width)
    let pictures = try source.isFile ? file(output) : lesson(output)
    let pager = Pager(drawing)
    for picture in pictures { pager.show(output.text(of: picture)) }
    pager.close()
  }

  private func lesson(_ output: PlainOutput) throws -> [Screen] {
    let (entry, rest) = try lessons.catalog(for: source).resolve(source)
    if let rest { throw Failure.usage("read takes a whole lesson, not the page \"\(rest)\".") }
    return entry.wholeText(
      width: output.columns, glyphs: output.glyphs, isLinear: drawing.plain)
  }

  private func file(_ output: PlainOutput) throws -> [Screen] {
    do throws(FileError) {
      let bytes = try readFile(source)
      guard !bytes.prefix(8000).contains(0) else {
        throw FileError(source, reason: "it is no text but a binary file")
      }
      return try document(RepairedText(bytes).text)
        .pictures(
          width: output.columns, glyphs: output.glyphs, isLinear: drawing.plain)
    } catch {
      throw Failure.unreadable(error.description)
    }
  }

  private func document(_ text: String) throws(FileError) -> Document {
    let (document, problems) = Document.read(text, directives: false)
    for problem in problems { warn(problem.described(in: source)) }
    guard !document.blocks.isEmpty || problems.isEmpty else {
      throw FileError(source, reason: "there is nothing in it that can be shown")
    }
    return document
  }
}

extension String {
  /// Whether an argument names a file and not a lesson.
  var isFile: Bool { contains("/") || hasSuffix(".md") || hasSuffix(".tex") || self == "-" }
}

/// The reader's pager where standard output is a terminal, else standard output itself.
struct Pager {
  private let program: UnsafeMutablePointer<FILE>?

  init(_ drawing: DrawingOptions) {
    let facts = TerminalFacts.read()
    program = facts.obstacle == nil && !drawing.plain ? popen(Pager.command, "w") : nil
  }

  func show(_ text: String) {
    if let program { fputs(text, program) } else { print(text, terminator: "") }
  }

  func close() {
    if let program { pclose(program) }
  }

  /// `PAGER`, else less with sequences let through, else no more than a copy.
  private static var command: String {
    let own = environment("PAGER") ?? ""
    return own.isEmpty ? "less -FRX 2>/dev/null || cat" : own
  }
}
