import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct `On every kind of terminal` {
  @Test(arguments: [
    ("xterm-256color", "C.UTF-8", "xₜ = "), ("linux", "C.UTF-8", "xₜ = "),
    ("vt100", "C.UTF-8", "xₜ = "), ("xterm-256color", "C", "x_t = sqrt(1 - beta_t)"),
    ("vt100", "C", "x_t = sqrt(1 - beta_t)"), ("screen-256color", "en_US.UTF-8", "xₜ = "),
  ])
  func `the page has the glyphs that it can show`(type: String, locale: String, formula: String)
    async throws
  {
    let session = try TerminalSession.noisebook(
      "open noise-schedule/one-step", type: type, locale: locale)
    try await session.wait(for: formula)
    let lines = try session.screen()
    #expect(lines.count == 24 && lines.first?.contains("01 The noise schedule") == true)
    #expect(lines.last?.contains("q quit") == true)
    if locale == "C" { #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 }) }
    try session.press("q")
    try await session.wait(for: "% ")
    #expect(try await session.status() == 0)
  }

  @Test func `the Linux console has no braille, and is shown blocks`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule/linear", type: "linux")
    try await session.wait(for: "a curve of blocks") { lines in
      lines.joined().unicodeScalars.contains { (0x2580...0x259F).contains($0.value) }
    }
    let scalars = try session.screen().joined().unicodeScalars
    #expect(!scalars.contains { (0x2801...0x28FF).contains($0.value) })
  }

  @Test(arguments: ["C.UTF-8", "C"], [(80, 24), (200, 50)])
  func `the screen is the picture that the notebook made, to its edges`(
    locale: String, size: (columns: Int, rows: Int)
  ) async throws {
    let session = try TerminalSession.noisebook(
      "open noise-schedule/alpha", columns: size.columns, rows: size.rows, locale: locale)
    let isUnicode = locale != "C"
    try await session.wait(for: isUnicode ? "αₜ = 1 - βₜ" : "alpha_t = 1 - beta_t")
    try await session.wait(for: "q quit")
    let lines = try session.screen()
    #expect(lines.count == size.rows)
    let place = try #require(lines[0].split(separator: " ").last)
    let header = "  noisebook  01 The noise schedule"
    let gap = size.columns - header.count - place.count - 2
    #expect(lines[0] == header + String(repeating: " ", count: gap) + place)
    #expect(lines[2] == "  What survives: alpha")
    let formula = isUnicode ? "      αₜ = 1 - βₜ   " : "      alpha_t = 1 - beta_t"
    let verdict = isUnicode ? "   ✓ Equal at" : "[ok] Equal at"
    #expect(lines.contains { $0.hasPrefix(formula) } && lines.contains { $0.contains(verdict) })
    #expect(
      lines.last?.hasPrefix(isUnicode ? "  → next   ← back" : "  right: next   left: back") == true)
    // Painting anew changes nothing: what is shown is what was meant.
    try session.press("C-l")
    try session.press("k")
    try await session.wait(for: "the same picture") { $0 == lines }
  }

  @Test(
    arguments: [
      (["NO_COLOR": "1"], "", "xterm-256color"), ([:], "--no-color", "xterm-256color"),
      ([:], "", "vt100"),
    ] as [([String: String], String, String)])
  func `colour is left out where it is not wanted or not there`(
    environment: [String: String], option: String, type: String
  ) async throws {
    let session = try TerminalSession.noisebook(
      "open noise-schedule/compare \(option)", type: type, environment: environment)
    try await session.wait(for: "cosine")
    let picture = try session.styledScreen()
    #expect(picture.firstRange(of: /\u{1B}\[[0-9;]*(3[0-7]|4[0-7]|[34]8;5;[0-9]+|9[0-7])m/) == nil)
    #expect(picture.contains("\u{1B}["))
  }

  @Test func `colour is used where it is there`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule/compare")
    try await session.wait(for: "cosine")
    #expect(try session.styledScreen().contains("38;5;"))
  }

  @Test(arguments: ["dumb", "nonsense", ""])
  func `that has no screen the lesson goes on line by line`(type: String) async throws {
    let session = try TerminalSession.noisebook("open noise-schedule/alpha", rows: 50, type: type)
    try await session.wait(for: "Going on line by line.")
    try await session.wait(for: "Enter: next.")
    #expect(try session.screen().contains { $0.contains("What survives: alpha") })
    try session.press("Enter")
    try await session.wait(for: "What survives all steps")
    try session.type("q")
    try session.press("Enter")
    #expect(try await session.status() == 0)
  }

  @Test func `--plain walks on by words`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule --plain", rows: 60)
    try await session.wait(for: "page 1 of")
    try session.press("Enter")
    try await session.wait(for: "page 2 of")
    for (word, answer) in [
      ("5", "page 5 of"), ("b", "page 4 of"), ("999", "Pages go from 1 to"),
      ("-9223372036854775808", "Pages go from 1 to"), ("what", "Enter: next."),
      ("t", "1: The noise schedule"), ("where", "page 4 of"),
    ] {
      try session.run(word)
      try await session.wait(for: answer)
    }
    try session.press("C-d")
    #expect(try await session.status() == 0)
  }
}

@Suite(.serialized, .timeLimit(.minutes(2))) struct `Lessons of one's own` {
  private static let good =
    "---\nid: noise-schedule\nminutes: 5\ngoals: [a]\nneeds: []\n---\n# My own\n\nWords of mine.\n"

  @Test func `replace a built-in lesson of the same id, with a notice`() throws {
    let result = try Command("list --lessons .").with("01-noise-schedule.md", Self.good.utf8).run()
    #expect(result.status == 0)
    #expect(
      result.errors
        == "noisebook: ./01-noise-schedule.md replaces the built-in lesson noise-schedule.\n")
    #expect(result.output.contains("My own"))
  }

  @Test func `are found by the variable too`() throws {
    let result = try Command("read noise-schedule", environment: ["NOISEBOOK_LESSONS": "."])
      .with("01-noise-schedule.md", Self.good.utf8).run()
    #expect(result.output.contains("Words of mine."))
  }

  @Test func `that are broken are told with path, line and column, and nothing is opened`() throws {
    let text = Self.good + "\n```claim\nid: a\nsays: x\n```\n"
    let result = try Command("open noise-schedule --lessons .")
      .with("01-noise-schedule.md", text.utf8).run()
    #expect(result.status == 2)
    #expect(result.errors.contains("./01-noise-schedule.md:11:1: "), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `whose formulas are wrong fail their verification`() throws {
    let text = Self.good + "\n$$\n\\alpha_t = 1 + \\beta_t\n$$\n"
    let result = try Command("verify noise-schedule --lessons .")
      .with("01-noise-schedule.md", text.utf8).run()
    #expect(result.status == 1)
    #expect(result.output.contains("./01-noise-schedule.md:12: fails: formula"))
    #expect(result.output.contains("1 failed"))
  }
}
