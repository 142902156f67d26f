import ArgumentParser
import Canvas
import Exercises
import Exports
import Notebook
import OrderedJSON

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Judge an answer to an exercise.",
    discussion: """
      noisebook answer posterior-variance '(1-abar[t-1])/(1-abar[t])*beta[t]'
      noisebook answer guided-noise '-w*eps_u + (1+w)*eps_c' --json

      Exit status: 0 right, 1 wrong, 2 not an answer.
      """)

  @Argument(help: "The exercise.", completion: .custom { _, _, _ in Completions.exercises })
  var exercise: String

  @Argument(help: "The answer: a formula, typed or as LaTeX. It may begin with a minus.")
  var answer: [String]

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let found = try Exercise.named(exercise)
    guard let task = found.formula else {
      throw Failure.usage(
        "\(found.id) is answered by a program: noisebook check \(found.id) -- COMMAND.")
    }
    let text = answer.joined(separator: " ")
    let marking = task.mark(text)
    record(marking, .typed, answer: text, at: found.id)
    print(json ? marking.json(exercise: found.id).description : marking.report)
    if let status = marking.verdict.status { throw ExitCode(status) }
  }

  /// The arguments with the answer put behind `--`, where one that begins with a minus is no option.
  static func protectingAnswer(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName else { return arguments }
    let options: Set = ["--json", "--help", "-h", "--version"]
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let words = arguments[1..<end]
    let rest = words.filter { !options.contains($0) } + arguments[end...].dropFirst()
    return [arguments[0]] + words.filter(options.contains) + ["--"] + rest
  }
}

extension Marking {
  /// The verdict in words, for a reader.
  var report: String {
    let start = verdict == .wrong ? "Wrong. " : verdict == .invalid ? "Not an answer. " : ""
    let slip = misconception.map { " [\($0)]" } ?? ""
    return (start + says + slip).visible
  }
}

extension Marking.Verdict {
  /// The exit status; nil for fine.
  var status: Int32? {
    switch self {
    case .right: nil
    case .wrong: 1
    case .invalid: 2
    }
  }
}
