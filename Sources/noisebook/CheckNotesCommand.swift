import ArgumentParser
import Exports
import LessonText
import Notebook
import Notes
import OrderedJSON
import Shelf

struct CheckNotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-notes",
    abstract: "Judge the formulas of anybody's notes on diffusion models.",
    discussion: """
      Reads Markdown with LaTeX maths, or LaTeX where the name ends in .tex, and says of every
      relation whether it holds draw by draw, holds in distribution, fails with a counterexample, or
      is unknown. Fails with status 1 where a relation fails.
      """)

  @Argument(help: ArgumentHelp("Markdown or LaTeX, or - for standard input.", valueName: "file"))
  var file: String

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The width in columns, from 20 to 1000.")
  var width: Int?

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let width, !(20...1000).contains(width) {
      throw ValidationError("--width takes a number from 20 to 1000, not \(width).")
    }
  }

  func run() throws {
    let check = NotesCheck(of: try text(), in: file.hasSuffix(".tex") ? .latex : .markdown)
    for problem in check.problems { warn(problem.described(in: file)) }
    if json {
      print(check.json.description)
    } else {
      let output = PlainOutput(drawing, width: width)
      let pictures = check.report(
        path: file == "-" ? "standard input" : file, width: output.columns, glyphs: output.glyphs,
        isLinear: drawing.plain)
      for picture in pictures { output.show(picture) }
    }
    if check.failed > 0 { throw ExitCode(1) }
  }

  private func text() throws -> String {
    do throws(FileError) {
      let bytes = try readFile(file)
      guard !bytes.prefix(8000).contains(0) else {
        throw FileError(file, reason: "it is no text but a binary file")
      }
      return RepairedText(bytes).text
    } catch {
      throw Failure.unreadable(error.description)
    }
  }
}
