import ArgumentParser
import LessonText
import Training

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program: arguments in, exit status out.
@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    WeightLibrary.look(first: ownWeights)
    do {
      try refuseUnknownCommand(arguments)
      var command = try Noisebook.parseAsRoot(AnswerCommand.protectingAnswer(arguments))
      try command.run()
      // What was printed may still wait in a buffer; a full disk shows itself here.
      guard fflush(nil) == 0 else {
        throw Failure.failed(
          "Standard output can't be written: \(String(cString: strerror(errno))).")
      }
    } catch let failure as Failure {
      warn(failure.description)
      exit(failure.status.rawValue)
    } catch {
      Noisebook.exit(withError: error)
    }
  }

  /// A first word that is no command gets the nearest ones; the parser knows no better than
  /// "unexpected argument".
  private static func refuseUnknownCommand(_ arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let names =
      Noisebook.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(word) else { return }
    throw Failure.usage(
      "There is no command \"\(word)\". "
        + didYouMean(nearest(word, in: names), else: "Try noisebook --help."))
  }
}

struct Noisebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "noisebook",
    abstract: "Diffusion models, step by step, with every number computed in front of you.",
    discussion: """
      Examples:
        noisebook                                  open the notebook where you left off
        noisebook open noise-schedule/by-hand      open a page
        noisebook read 01 | less                   read a lesson as text
        noisebook run noise-schedule/schedule --set T=50 --format csv

      Exit status: 0 fine, 1 a check failed, 2 unreadable input, 64 wrong usage, 70 an inner fault.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ListCommand.self, ReadCommand.self, RunCommand.self, PlayCommand.self,
      DemoCommand.self,
      VerifyCommand.self, CheckNotesCommand.self, ExercisesCommand.self, AnswerCommand.self,
      CheckCommand.self, ProgressCommand.self, NewLessonCommand.self, LintCommand.self,
      ExportCommand.self, GradeCommand.self,
      AutograderCommand.self, TrainCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
