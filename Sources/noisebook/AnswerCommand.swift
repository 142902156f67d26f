import ArgumentParser
import Canvas
import Exercises
import Exports
import LessonText
import Lessons
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

  @Option(help: ArgumentHelp("Whose numbers; else those of progress --student.", valueName: "id"))
  var student: String?

  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let text = answer.joined(separator: " ")
    let (marking, key) = try marking(of: text)
    record(marking, .typed, answer: text, at: key)
    print(json ? marking.json(exercise: exercise).description : marking.report.visible)
    if let status = marking.verdict.status { throw ExitCode(status) }
  }

  /// The verdict, and the name under which it is kept.
  private func marking(of text: String) throws -> (Marking, key: String) {
    let own = try? lessons.catalog().exercise(named: exercise, student: student ?? storedStudent())
    if let own, own.block.kind != .program { return (own.mark(text), own.key) }
    let found = try Exercise.named(own?.task?.id ?? exercise)
    guard let task = found.formula, own == nil else {
      throw Failure.usage(
        "\(exercise) is answered by a program: noisebook check \(found.id) -- COMMAND.")
    }
    return (task.mark(text), found.id)
  }

  /// The arguments with the answer put behind `--`, where one that begins with a minus is no option.
  static func protectingAnswer(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName else { return arguments }
    let flags: Set = ["--json", "--help", "-h", "--version"]
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    var (options, answer): ([String], [String]) = ([], [])
    var words = arguments[1..<end]
    while let word = words.popFirst() {
      if flags.contains(word) || word.hasPrefix("--student=") || word.hasPrefix("--lessons=") {
        options.append(word)
      } else if word == "--student" || word == "--lessons" {
        options += [word] + [words.popFirst()].compactMap(\.self)
      } else {
        answer.append(word)
      }
    }
    return [arguments[0]] + options + ["--"] + answer + arguments[end...].dropFirst()
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
