import Foundation
import Testing

/// A way for the notebook to end: by a key, or by a signal.
private struct Ending: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var key: String?
  var signal: Int32?
  let status: Int

  static func signal(_ name: String, _ number: Int32) -> Ending {
    Ending(testDescription: name, signal: number, status: 128 + Int(number))
  }

  static let all = [
    Ending(testDescription: "q", key: "q", status: 0),
    Ending(testDescription: "Ctrl-C", key: "C-c", status: 130),
    Ending(testDescription: "Ctrl-\\", key: "C-\\", status: 131),
    signal("SIGTERM", SIGTERM), signal("SIGHUP", SIGHUP), signal("SIGQUIT", SIGQUIT),
    signal("SIGSEGV", SIGSEGV),
  ]
}

@Suite(.serialized, .timeLimit(.minutes(3))) struct `The notebook gives the terminal back` {
  @Test(arguments: Ending.all)
  private func `however it ends`(ending: Ending) async throws {
    let session = try TerminalSession()
    try session.run(
      "ulimit -c 0; stty -a > ~/before; (echo $BASHPID > ~/pid; exec \(Programs.noisebook) open noise-schedule/linear)"
    )
    try await session.wait(for: "schedule linear")
    try session.press("m")
    try await session.wait(for: "The mouse is on.")
    if let key = ending.key { try session.press(key) }
    if let signal = ending.signal {
      let text = try String(contentsOf: session.home.appendingPathComponent("pid"), encoding: .utf8)
      kill(try #require(Int32(text.trimmingCharacters(in: .newlines))), signal)
    }
    #expect(try await session.status() == ending.status)
    try await expectShellIsUsable(session)
  }

  @Test func `for as long as it is suspended`() async throws {
    let session = try TerminalSession()
    try session.run("stty -a > ~/before; \(Programs.noisebook) open noise-schedule/linear")
    try await session.wait(for: "schedule linear")
    try await session.wait(for: "alpha_bar_T")
    let picture = try session.screen()
    try session.press("C-z")
    try await session.wait(for: "Stopped")
    try await expectShellIsUsable(session)
    try session.run("fg")
    try await session.wait(for: "the picture from before") { $0 == picture }
    try session.press("Right", "q")
    #expect(try await session.status() == 0)
    try await expectShellIsUsable(session)
  }

  private func expectShellIsUsable(_ session: TerminalSession) async throws {
    #expect(try !session.isAlternate)
    #expect(try !session.isMouseTaken)
    #expect(try session.isCursorVisible)
    try session.run("clear; stty -a | cmp - ~/before && echo same''settings")
    try await session.wait(for: "samesettings")
  }
}
