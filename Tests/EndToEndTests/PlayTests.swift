import Foundation
import Testing

@Suite(.timeLimit(.minutes(2)))
struct PlayTests {
  @Test func `a film plays at once, Space holds it and lets it go on`() async throws {
    let session = try await TerminalSession.film()
    try await session.wait(for: "▶")
    try await session.waitForMotion()
    try session.press("Space")
    let held = try await session.picture(with: "‖")
    try await Task.sleep(for: .milliseconds(300))
    #expect(try session.screen() == held)
    try session.press("Space")
    try await session.wait(for: "▶")
    try await session.waitForMotion()
    try session.press("q")
    try await session.wait(for: "status: 0")
    #expect(try !session.isAlternate && session.isCursorVisible)
  }

  @Test func `a full stop goes one frame on, a comma back to the very picture`() async throws {
    let session = try await TerminalSession.film()
    try session.press("Home")
    let start = try await session.picture(with: "‖ t = 0 ")
    var shown = [start]
    for step in 1...3 {
      try session.press(".")
      shown.append(try await session.picture(with: "‖ t = \(step) "))
    }
    #expect(Set(shown).count == 4)
    for step in [2, 1, 0] {
      try session.press(",")
      #expect(try await session.picture(with: "‖ t = \(step) ") == shown[step])
    }
    try session.press(",")
    #expect(try await session.picture(with: "‖ t = 0 ") == start)
    try session.press("End")
    let end = try await session.picture(with: "‖ t = 50 ")
    try session.press(".")
    #expect(try await session.picture(with: "‖ t = 50 ") == end)
  }

  @Test func `speed, loop and direction are named beside the timeline`() async throws {
    let session = try await TerminalSession.film(Film.ring, "")
    try session.press("Home")
    try await session.wait(for: " 1x")
    for (key, name) in [("+", " 2x"), ("+", " 4x"), ("-", " 2x"), ("-", " 1x"), ("-", " 1/2x")] {
      try session.press(key)
      try await session.wait(for: name)
    }
    try session.press("=", "o")
    try await session.wait(for: " 1x loop")
    try session.press("o")
    try await session.wait(for: "a line without a loop") { lines in
      lines[22].hasSuffix(" 1x")
    }
    try session.press("End", "r")
    try await session.wait(for: "◀")
    try await session.wait(for: "‖ t = 0 ")
  }

  @Test func `a film ends at its end and starts over from there`() async throws {
    let session = try await TerminalSession.film(Film.ring, "--fps 60")
    try await session.wait(for: "‖ t = 50 ")
    #if os(Linux)
      #expect(try await session.isAsleep())
    #endif
    try session.press("Space")
    try await session.wait(for: "▶ t = ")
    try await session.wait(for: "‖ t = 50 ")
  }

  @Test func `the mouse drags along the timeline once it is on`() async throws {
    let session = try await TerminalSession.film()
    #expect(try !session.isMouseTaken)
    try session.press("Home", "m")
    try await session.wait(for: "the mouse") { _ in try session.isMouseTaken }
    for (place, step) in [(44, 25), (70, 50), (80, 50), (18, 0), (1, 0)] {
      try session.send("\u{1B}[<0;\(place);23M\u{1B}[<0;\(place);23m".utf8)
      try await session.wait(for: "‖ t = \(step) ")
      try session.send("\u{1B}[<32;31;23M".utf8)
      try await session.wait(for: "‖ t = 13 ")
    }
    try session.send("\u{1B}[<0;44;12M\u{1B}[<0;44;12m".utf8)
    try session.press("m")
    try await session.wait(for: "no mouse") { _ in try !session.isMouseTaken }
    #expect(try session.step() == 13)
  }

  @Test func `a film goes on at every size`() async throws {
    let session = try await TerminalSession.film()
    for (columns, rows) in [(200, 50), (20, 5), (1, 1), (7, 3), (200, 50), (80, 24)] {
      try session.resize(columns: columns, rows: rows)
      try await session.wait(for: "a picture of \(columns)x\(rows)") { lines in
        guard lines.count == rows else { return false }
        return columns < 20
          ? lines[0] == "too small; q quits".prefix(columns) : try session.step() != nil
      }
    }
    try await session.waitForMotion()
    try session.press("Home")
    let start = try await session.picture(with: "‖ t = 0 ")
    try session.resize(columns: 132, rows: 43)
    _ = try await session.picture(with: "‖ t = 0 ")
    try session.resize(columns: 80, rows: 24)
    try await session.wait(for: "the first picture") { $0 == start }
    try session.press("q")
    try await session.wait(for: "status: 0")
  }

  @Test(
    arguments: [
      ("xterm-256color", "▶"), ("linux", ">"), ("vt100", "▶"), ("screen", "▶"),
    ])
  func `every terminal plays and is given back`(type: String, sign: String) async throws {
    let session = try TerminalSession(type: type)
    try session.run(
      "stty -a > ~/before; clear; \(Programs.noisebook) play \(Film.ring) --loop;"
        + " echo \"status: $?\"")
    try await session.wait(for: "\(sign) t = ")
    try await session.waitForMotion()
    try session.press("Home", ".")
    try await session.wait(for: "t = 1 ")
    try session.press("q")
    try await session.wait(for: "status: 0")
    #expect(try !session.isAlternate && session.isCursorVisible)
    try session.run("clear; stty -a | cmp - ~/before && echo same''settings")
    try await session.wait(for: "samesettings")
  }

  @Test(arguments: [("", "1"), ("--no-sync", "0")])
  func `frames are held until they are whole, unless the reader says no`(
    option: String, isHeld: String
  ) async throws {
    let session = try TerminalSession()
    try session.run(
      "script -qec '\(Programs.noisebook) play \(Film.few) \(option)' ~/bytes; clear;"
        + " echo \"held: $(grep -aqF '[?2026h' ~/bytes && echo 1 || echo 0)\"")
    try await session.wait(for: "‖ t = 3 ")
    try session.press("q")
    try await session.wait(for: "held: \(isHeld)")
  }

  @Test func `an interrupt in the middle of a film gives the terminal back`() async throws {
    let session = try await TerminalSession.film()
    try await session.waitForMotion()
    try session.press("C-c")
    #expect(try await session.status() == 130)
    #expect(try session.isCursorVisible)
  }
}
