import ArgumentParser
import LessonText
import Lessons
import Shelf

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check lessons of your own.",
    discussion: """
      noisebook lint my-lessons
      noisebook lint my-lessons/01-noise-schedule.md

      What is wrong is told as path:line:column: message. Exit status: 0 fine, 1 something is wrong.
      """)

  @Argument(help: "Lessons, or folders with lessons.")
  var paths: [String]

  func run() throws {
    var problems: [String] = []
    for path in try files { problems += try check(path) }
    for problem in problems { print(problem) }
    if !problems.isEmpty { throw ExitCode(1) }
  }

  private var files: [String] {
    get throws {
      try paths.flatMap { path in
        guard !path.hasSuffix(".md") else { return [path] }
        do throws(FileError) {
          return try namesOfFiles(in: path).filter { $0.hasSuffix(".md") }.map { "\(path)/\($0)" }
        } catch {
          throw Failure.unreadable(error.description)
        }
      }
    }
  }

  private func check(_ path: String) throws -> [String] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path)
    } catch {
      throw Failure.unreadable(error.description)
    }
    return Catalog.problems(of: String(decoding: bytes, as: UTF8.self), in: path)
  }
}
