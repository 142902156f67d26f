import Exercises
import Foundation
import Programs
import Testing

/// A folder for one program.
final class Workshop {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "nb-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ text: String, _ name: String) throws -> String {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    return "\(path)/\(name)"
  }
}

/// One of the program's exercises.
func exercise(_ id: String) throws -> Exercise {
  try #require(Exercise.all.first { $0.id == id })
}

/// A template with its answer replaced.
func solved(
  _ exercise: Exercise, _ language: Template.Language, by solution: String
) throws -> String {
  let text = try #require(Template(exercise)).text(in: language)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let place = try #require(
    lines.firstIndex { $0.hasSuffix("# your answer") || $0.hasSuffix("// your answer") })
  let indent = String(lines[place].prefix { $0 == " " })
  let answer = solution.split(separator: "\n").map { indent + $0 }
  return (lines[..<place].map(String.init) + answer + lines[(place + 1)...].map(String.init))
    .joined(separator: "\n")
}

/// The verdict on a program that is run.
func mark(_ exercise: Exercise, _ command: [String], seconds: Double = 60) throws -> Marking {
  let task = try #require(exercise.program)
  let trial = Trial(command: command, cases: task.cases, limits: Limits(seconds: seconds))
  return task.mark(try trial.run()).marking
}

/// Whether a program is on the path.
func isThere(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
