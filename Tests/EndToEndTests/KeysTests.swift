import Testing

@Suite(.serialized, .timeLimit(.minutes(2)))
struct KeysTests {
  private static let pressed: [(press: String, name: String)] = [
    ("Left", "key left"), ("Right", "key right"), ("Up", "key up"), ("Down", "key down"),
    ("S-Left", "key shiftLeft"), ("S-Right", "key shiftRight"), ("PgUp", "key pageUp"),
    ("PgDn", "key pageDown"), ("Home", "key home"), ("End", "key end"), ("Enter", "key enter"),
    ("BSpace", "key backspace"), ("C-h", "key backspace"), ("DC", "key delete"),
    ("Tab", "key tab"), ("BTab", "key shiftTab"), ("F5", "function 5"),
    ("Space", "character space"),
    ("C-l", "control l"), ("é", "character é"), ("漢", "character 漢"), ("Escape", "key escape"),
  ]

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100", "rxvt-unicode-256color"])
  func `every key of the interface arrives as itself`(type: String) async throws {
    let session = try await TerminalSession.probe(rows: 40, type: type)
    for (index, key) in Self.pressed.enumerated() {
      try session.press(key.press)
      try await session.wait(for: "\(index + 1): \(key.name)")
    }
  }

  @Test func `a letter after Escape is a key of its own, but Alt is nobody's`() async throws {
    let session = try await TerminalSession.probe()
    try session.press("Escape")
    try await session.wait(for: "1: key escape")
    try session.press("a", "M-q", "b")
    try await session.wait(for: "3: character b")
    #expect(try session.screen().contains { $0.contains("2: character a") })
  }

  @Test func `a paste is text, whatever it holds`() async throws {
    let session = try await TerminalSession.probe()
    try session.paste("a\nb\u{1B}[A")
    try await session.wait(for: "5: character A")
    #expect(
      try session.screen()[6..<11] == [
        "1: character a", "2: character space", "3: character b", "4: character [",
        "5: character A",
      ])
  }

  @Test func `the mouse speaks only when it is asked to`() async throws {
    let session = try await TerminalSession.probe()
    #expect(try !session.isMouseTaken)
    try session.press("M")
    try await session.wait(for: "1: character M")
    #expect(try session.isMouseTaken)
    try session.send("\u{1B}[<0;11;5M\u{1B}[<0;11;5m\u{1B}[<65;1;1M".utf8)
    try await session.wait(for: "2: mouse click 10,4")
    try await session.wait(for: "3: mouse wheelDown 0,0")
    try session.press("m")
    try await session.wait(for: "4: character m")
    #expect(try !session.isMouseTaken)
  }

  @Test func `another thread can end the wait`() async throws {
    let session = try await TerminalSession.probe()
    try session.press("B")
    try await session.wait(for: "2: woken")
  }
}
