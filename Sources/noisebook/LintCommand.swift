import ArgumentParser
import Canvas
import Lessons
import Shelf

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check lessons of your own.",
    discussion: """
      noisebook lint my-lessons
      noisebook lint my-lessons/01-noise-schedule.md

      What is wrong is told as path:line:column: message: keys, figures and their parameters,
      exercises, formulas and claims that fail, ids that stand twice. Exit status: 0 fine, 1
      something is wrong, 2 a file can't be read.
      """)

  @Argument(help: "Lessons, or folders with lessons.")
  var paths: [String]

  func run() throws {
    let problems = Catalog.problems(of: try files.map(lessonFile))
    for problem in problems { print(problem.visible) }
    if !problems.isEmpty { throw ExitCode(1) }
  }

  private var files: [String] {
    get throws {
      try paths.flatMap { path in
        guard !path.hasSuffix(".md") else { return [path] }
        do throws(FileError) {
          let names = try namesOfFiles(in: path).filter { $0.hasSuffix(".md") }
          guard !names.isEmpty else {
            throw FileError(path, reason: "there is no lesson in it, no file that ends in .md")
          }
          return names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
        } catch {
          throw Failure.unreadable(error.description)
        }
      }
    }
  }

  private func lessonFile(_ path: String) throws -> LessonFile {
    do throws(FileError) {
      return LessonFile(path: path, text: String(decoding: try readFile(path), as: UTF8.self))
    } catch {
      throw Failure.unreadable(error.description)
    }
  }
}
