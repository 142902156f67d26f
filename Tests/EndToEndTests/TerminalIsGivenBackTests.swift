import Foundation
import Testing

/// A way for a program to end, and what the shell must then say.
private struct Ending: CustomTestStringConvertible {
  let testDescription: String
  let act: @Sendable (TerminalSession) async throws -> Void
  let status: Int
  var environment: [String: String] = [:]

  static func keys(_ name: String, _ key: String, status: Int) -> Ending {
    Ending(testDescription: name, act: { try $0.press(key) }, status: status)
  }

  static func signal(_ name: String, _ number: Int32) -> Ending {
    Ending(
      testDescription: name,
      act: { session in
        let text = try String(
          contentsOf: session.home.appendingPathComponent("pid"), encoding: .utf8)
        kill(try #require(Int32(text.trimmingCharacters(in: .newlines))), number)
      }, status: 128 + Int(number))
  }

  /// A Swift trap is an illegal instruction on x86 and a breakpoint on ARM.
  #if arch(x86_64)
    static let trap = 132
  #else
    static let trap = 133
  #endif

  static let all = [
    keys("q", "q", status: 0), keys("exit()", "X", status: 3), keys("Ctrl-C", "C-c", status: 130),
    keys("Ctrl-\\", "C-\\", status: 131), signal("SIGTERM", SIGTERM), signal("SIGHUP", SIGHUP),
    signal("SIGSEGV", SIGSEGV), signal("SIGABRT", SIGABRT), signal("SIGFPE", SIGFPE),
    keys("an index out of range", "T", status: trap),
    keys("an endless recursion", "O", status: 139),
    keys("an endless recursion on another thread", "W", status: 139),
    Ending(
      testDescription: "an index out of range, with backtraces on", act: { try $0.press("T") },
      status: trap, environment: ["SWIFT_BACKTRACE": "enable=yes"]),
  ]
}

@Suite(.serialized, .timeLimit(.minutes(2)))
struct TerminalIsGivenBackTests {
  @Test(arguments: Ending.all)
  private func `whatever ends the program, the shell gets its terminal back`(ending: Ending)
    async throws
  {
    let session = try TerminalSession(environment: ending.environment)
    try session.run(
      "ulimit -c 0; stty -a > ~/before; (echo $BASHPID > ~/pid; exec \(Programs.probe))")
    try await session.wait(for: "probe 80x24")
    try session.press("M")
    try await session.wait(for: "1: character M")
    #expect(try session.isAlternate && session.isMouseTaken && !session.isCursorVisible)

    try await ending.act(session)
    #expect(try await session.status() == ending.status)
    try await expectShellIsUsable(session)
  }

  @Test func `Ctrl-Z gives the terminal back and fg repaints at the size that it then has`()
    async throws
  {
    let session = try TerminalSession()
    try session.run("stty -a > ~/before; \(Programs.probe)")
    try await session.wait(for: "probe 80x24")
    try session.press("M")
    try await session.wait(for: "1: character M")
    try session.press("C-z")
    try await session.wait(for: "Stopped")
    try await expectShellIsUsable(session)

    try session.resize(columns: 60, rows: 20)
    try session.run("fg")
    try await session.wait(for: "probe 60x20")
    #expect(try session.isAlternate && session.isMouseTaken && !session.isCursorVisible)
    try session.press("a", "q")
    #expect(try await session.status() == 0)
  }

  @Test func `a suspended program that is killed leaves the shell's terminal alone`() async throws {
    let session = try await TerminalSession.probe()
    try session.press("C-z")
    try await session.wait(for: "Stopped")
    try session.run("stty -a > ~/before; kill %1; kill -CONT %1; wait %1; echo status: $?")
    try await session.wait(for: "status: 143")
    try await expectShellIsUsable(session)
  }

  @Test func `what was written to standard error is shown when the screen is left`() async throws {
    let session = try await TerminalSession.probe()
    try session.press("P")
    try await session.wait(for: "Index out of range")
    try await session.wait(for: "a word on standard error")
    #expect(try !session.isAlternate)
  }

  @Test func `a program whose terminal is gone ends, even where it ignores the hangup`()
    async throws
  {
    let session = try TerminalSession()
    try session.run("(trap '' HUP; echo $BASHPID > ~/pid; exec \(Programs.probe))")
    try await session.wait(for: "probe 80x24")
    let text = try String(contentsOf: session.home.appendingPathComponent("pid"), encoding: .utf8)
    let number = try #require(Int32(text.trimmingCharacters(in: .newlines)))
    try session.hangUp()
    let end = ContinuousClock.now + .seconds(10)
    while kill(number, 0) == 0, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(25))
    }
    #expect(kill(number, 0) != 0)
  }

  private func expectShellIsUsable(_ session: TerminalSession) async throws {
    #expect(try !session.isAlternate)
    #expect(try !session.isMouseTaken)
    #expect(try session.isCursorVisible)
    try session.run("clear; stty -a | cmp - ~/before && echo same''settings")
    try await session.wait(for: "samesettings")
  }
}
