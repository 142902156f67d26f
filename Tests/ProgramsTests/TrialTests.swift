import Exercises
import OrderedJSON
import Programs
import Testing

/// What a shell command said when it was tried on three cases.
private func trial(
  _ script: String, seconds: Double = 20, bytes: Int = 1 << 20, cases: Int = 3
) throws -> Transcript {
  let points = (1...cases).map { number in
    ProgramCase(inputs: [("t", .integer(number))], expected: .number(1)) { _ in [] }
  }
  return try Trial(
    command: ["sh", "-c", script], cases: points, limits: Limits(seconds: seconds, bytes: bytes)
  ).run()
}

/// Three right lines.
private let answers = #"for i in 1 2 3; do echo "{\"case\": $i, \"result\": $i}"; done"#

@Suite(.timeLimit(.minutes(2))) struct TrialTests {
  @Test func `a program gets one object a line, and the end of its input`() throws {
    let transcript = try trial("cat >&2; \(answers)")
    #expect(transcript.results.compactMap(\.integer) == [1, 2, 3])
    #expect(transcript.ending == .status(0))
    #expect(transcript.complaint == #"{"case": 3, "inputs": {"t": 3}}"#)
  }

  @Test(
    arguments: [
      ("true", .status(0), 0), ("exit 7", .status(7), 0), ("\(answers); exit 7", .status(7), 3),
      ("kill -SEGV $$", .signal(11), 0), ("\(answers); kill -KILL $$", .signal(9), 3),
      ("\(answers); echo more", .surplus(line: "more"), 3),
      ("echo hello; exit 7", .malformed(line: "hello", reason: "a value is missing at byte 1"), 0),
      ("exec <&-; \(answers)", .status(0), 3), ("exec 2>&-; \(answers)", .status(0), 3),
      ("printf '{\"case\": 1, \"result\": 5}'", .status(0), 1),
    ] as [(String, Transcript.Ending, Int)])
  func `a program's end is told`(script: String, ending: Transcript.Ending, count: Int) throws {
    let transcript = try trial(script)
    #expect(transcript.ending == ending)
    #expect(transcript.results.count == count)
  }

  @Test func `of a traceback the place is told with the last line`() throws {
    let script = #"""
      printf '  File "/a/b c.py", line 3, in <module>\n  File "/a/step.py", line 12, in f\n    x\nValueError: no\n' >&2
      exit 1
      """#
    #expect(try trial(script).complaint == "ValueError: no (step.py, line 12)")
  }

  @Test(
    arguments: [
      ("sleep 100", .silent(seconds: 0.3)), ("yes >&2", .silent(seconds: 0.3)),
      ("exec <&- >&- 2>&-; sleep 100", .silent(seconds: 0.3)),
      ("trap '' TERM INT HUP; while :; do sleep 1; done", .silent(seconds: 0.3)),
      ("echo '{\"case\": 1, \"result\": 1}'; sleep 100", .late(seconds: 0.3)),
      ("kill -STOP $$", .silent(seconds: 0.3)),
    ] as [(String, Transcript.Ending)])
  func `a program that is too slow is ended`(script: String, ending: Transcript.Ending) throws {
    #expect(try trial(script, seconds: 0.3).ending == ending)
  }

  @Test func `a flood is stopped`() throws {
    #expect(
      try trial("cat /dev/zero", bytes: 1000).ending == .flood(bytes: 1000))
  }

  /// Ten thousand cases are more than a pipe holds, and so is what comes back.
  @Test func `a program that reads nothing, or writes first, is no deadlock`() throws {
    #expect(try trial("exit 3", cases: 10_000).ending == .status(3))
    let script =
      "i=0; while read -r line; do i=$((i+1)); echo \"{\\\"case\\\": $i, \\\"result\\\": 1}\"; done"
    let transcript = try trial(script, cases: 10_000)
    #expect(transcript.results.count == 10_000 && transcript.ending == .status(0))
  }

  @Test func `what it started is ended with it, and holds nothing up`() throws {
    let transcript = try trial("sleep 1000 & \(answers)")
    #expect(transcript.results.count == 3 && transcript.ending == .status(0))
  }

  @Test func `a program that lives on after its answers is right all the same`() throws {
    let transcript = try trial("\(answers); exec sleep 1000")
    #expect(transcript.results.count == 3 && transcript.ending == .status(0))
  }

  @Test(arguments: ["no-such-program-here", "/", "/etc/passwd", ""])
  func `a command that can't be started says why`(command: String) {
    #expect(throws: ProgramError.self) {
      try Trial(command: [command], cases: [], limits: Limits()).run()
    }
  }

  @Test(arguments: [(30.0, 20.0), (2, 2), (20, 20), (25, 20), (60, 40)])
  func `the first answer is due before the last`(seconds: Double, first: Double) {
    #expect(Limits(seconds: seconds).first == first && Limits(seconds: seconds).all == seconds)
  }
}
