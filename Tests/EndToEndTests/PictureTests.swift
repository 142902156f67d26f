import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)))
struct PictureTests {
  @Test func `marks, wide glyphs and dots stand where they belong`() async throws {
    let session = try await TerminalSession.probe()
    let lines = try session.screen()
    #expect(lines[2] == "marks \u{3B1}\u{304}\u{302} wide 漢字| dots ⣿⡇ half ▀▄|")
    #expect(lines[3] == "octant ?|")
  }

  @Test(arguments: [(80, 24), (40, 12), (132, 43)])
  func `the last cell of the last row is drawn and nothing scrolls`(columns: Int, rows: Int)
    async throws
  {
    let session = try await TerminalSession.probe(columns: columns, rows: rows)
    let lines = try session.screen()
    #expect(lines.count == rows)
    #expect(lines.first == "probe \(columns)x\(rows)")
    #expect(lines.last == String(repeating: " ", count: columns - 1) + "#")
  }

  @Test func `only ASCII is shown where the locale has no more`() async throws {
    let session = try await TerminalSession.probe(locale: "C")
    let lines = try session.screen()
    #expect(lines[2] == "marks ? wide ? ? | dots ?? half ??|")
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test func `a UTF-8 locale that is not installed is still UTF-8`() async throws {
    let session = try await TerminalSession.probe(locale: "xx_YY.UTF-8")
    #expect(try session.screen()[2].contains("漢字| dots ⣿⡇"))
  }

  @Test(
    arguments: [
      ("xterm-256color", [:], "", "\u{1B}[38;5;33mblue", "\u{1B}[48;5;160m"),
      ("tmux-256color", [:], "", "\u{1B}[38;5;33mblue", "\u{1B}[48;5;160m"),
      ("linux", [:], "", "\u{1B}[36mblue", "\u{1B}[41m"),
      ("xterm-256color", ["NO_COLOR": ""], "", "\u{1B}[38;5;33mblue", "\u{1B}[48;5;160m"),
    ] as [(String, [String: String], String, String, String)])
  func `colours are those that the terminal has`(
    type: String, environment: [String: String], arguments: String, blue: String, red: String
  ) async throws {
    let session = try await TerminalSession.probe(arguments, type: type, environment: environment)
    // A blank may have the colour of what comes after it.
    let picture = try session.styledScreen().replacingOccurrences(of: " ", with: "")
    #expect(picture.contains(blue))
    #expect(picture.contains(red))
  }

  /// No terminal of sixteen colours is on every machine, so one is described here.
  @Test func `a terminal of sixteen colours is given sixteen`() async throws {
    let session = try TerminalSession()
    try session.run(
      "echo 'x16|sixteen, colors#16, pairs#256, setaf=\\E[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m,"
        + " setab=\\E[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m, use=xterm-256color,' > ~/x16")
    try session.run("tic -x -o ~/terminfo ~/x16; export TERM=x16 TERMINFO=~/terminfo")
    try session.run(Programs.probe)
    try await session.wait(for: "probe 80x24")
    let picture = try session.styledScreen().replacingOccurrences(of: " ", with: "")
    #expect(picture.contains("\u{1B}[36mblue"))
    #expect(picture.contains("\u{1B}[97m\u{1B}[41monred"))
  }

  @Test(
    arguments: [
      ("xterm-256color", ["NO_COLOR": "1"], ""), ("xterm-256color", [:], "--no-color"),
      ("vt100", [:], ""),
    ] as [(String, [String: String], String)])
  func `without colour bold and reverse stay`(
    type: String, environment: [String: String], arguments: String
  ) async throws {
    let session = try await TerminalSession.probe(arguments, type: type, environment: environment)
    let picture = try session.styledScreen()
    #expect(!picture.contains("\u{1B}[3") && !picture.contains("\u{1B}[41"))
    #expect(!picture.contains(";5;"))
    #expect(picture.contains("1mbold"))
    #expect(picture.contains("7mreverse"))
  }

  @Test func `a new size is told, and drawn to its edges`() async throws {
    let session = try await TerminalSession.probe()
    for (columns, rows) in [(100, 30), (30, 10), (1, 1), (80, 24)] {
      try session.resize(columns: columns, rows: rows)
      try await session.wait(for: "the last cell") { lines in
        lines.count == rows && lines.last == String(repeating: " ", count: columns - 1) + "#"
      }
    }
    try await session.wait(for: "probe 80x24")
    #expect(try session.screen().contains { $0.hasSuffix("resized 80x24") })
  }

  @Test func `a spoilt screen is drawn anew when asked`() async throws {
    let session = try await TerminalSession.probe()
    try session.run("")
    let tty = try session.state("pane_tty")
    try Programs.run(["sh", "-c", "printf '\\033[10;10Hspoilt' > \(tty)"])
    try await session.wait(for: "spoilt")
    try session.press("r")
    try await session.wait(for: "a clean screen") { lines in
      !lines.contains { $0.contains("spoilt") } && lines[0] == "probe 80x24"
    }
  }
}
