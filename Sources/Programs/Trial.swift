package import Exercises
import OrderedJSON

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs a reader's program on the cases of an exercise.
///
/// The program gets a JSON object a line, all cases without waiting, and then the end of its input;
/// it answers with one a line, in order. See `docs/programs.md`.
package struct Trial: Sendable {
  private let command: [String]
  private let requests: [UInt8]
  private let count: Int
  private let limits: Limits

  package init(command: [String], cases: [ProgramCase], limits: Limits = Limits()) {
    self.command = command
    self.limits = limits
    count = cases.count
    requests = cases.enumerated().flatMap { number, point in
      let inputs = JSON.object(point.inputs.map { (key: $0.name, value: $0.value) })
      let request = JSON.object([("case", .integer(number + 1)), ("inputs", inputs)])
      return Array(request.line.utf8) + [UInt8(ascii: "\n")]
    }
  }

  /// What the program said.
  ///
  /// Whatever it does, this ends within the limits, and nothing of the program's group is left.
  /// Signals that would end this process wait until then.
  /// - Throws: that the command can't be started.
  package func run() throws(ProgramError) -> Transcript {
    let held = HeldSignals()
    defer { held.release() }
    var exchange = Exchange(
      child: try Child(command: command), requests: requests,
      reader: AnswerReader(answers: count, limit: limits.bytes), limits: limits)
    return exchange.transcript(until: held.isPending)
  }
}
