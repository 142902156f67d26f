import ArgumentParser
import Canvas
import Exercises
import Exports
import Notebook
import OrderedJSON
import Programs

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judge your own program, in any language.",
    discussion: """
      noisebook exercises ddim-step --template python > ddim_step.py
      noisebook check ddim-step -- python3 ddim_step.py

      The program reads one JSON object a line, {"case": 1, "inputs": {...}}, and writes one a \
      line, {"case": 1, "result": ...}, in order.
      Exit status: 0 right, 1 wrong, 2 the command can't be started.
      """)

  @Argument(help: "The exercise.", completion: .custom { _, _, _ in Completions.exercises })
  var exercise: String

  @Flag(help: "As JSON, with an entry for each case.")
  var json = false

  @Option(help: ArgumentHelp("Seconds for all answers, from 0.1 to 3600.", valueName: "s"))
  var timeout = 30.0

  @Argument(
    parsing: .postTerminator, help: "How to start the program, after --.")
  var command: [String] = []

  func validate() throws {
    guard (0.1...3600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 0.1 to 3600, not \(timeout).")
    }
  }

  func run() throws {
    let found = try Exercise.named(exercise)
    guard let task = found.program else {
      throw Failure.usage(
        "\(found.id) is answered without a program: noisebook answer \(found.id) ANSWER.")
    }
    guard !command.isEmpty else {
      throw Failure.usage(
        "Say how to start your program: noisebook check \(found.id) -- python3 program.py.")
    }
    let marking = task.mark(try transcript(of: task))
    record(
      marking.marking, .program, answer: command.joined(separator: " "), at: found.id)
    if json {
      print(marking.json(exercise: found.id).description)
    } else {
      print(marking.marking.report.visible)
    }
    if let status = marking.marking.verdict.status { throw ExitCode(status) }
  }

  private func transcript(of task: ProgramTask) throws -> Transcript {
    let trial = Trial(command: command, cases: task.cases, limits: Limits(seconds: timeout))
    do throws(ProgramError) {
      return try trial.run()
    } catch {
      throw Failure.unreadable(error.description)
    }
  }
}
