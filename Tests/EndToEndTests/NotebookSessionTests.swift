import Foundation
import Testing

/// What a reader does in the real program, in a terminal.
@Suite(.serialized, .timeLimit(.minutes(3))) struct `The notebook in a terminal` {
  @Test func `opens at the contents the first time and where one left off later`() async throws {
    let session = try TerminalSession.noisebook()
    try await session.wait(for: "diffusion models, step by step")
    #expect(try session.screen().contains { $0.contains(">") && $0.contains("pages") })
    try session.press("q")
    #expect(try await session.status() == 0)
    try session.run("\(Programs.noisebook) open noise-schedule/alpha")
    try await session.wait(for: "What survives: alpha")
    try session.press("Right")
    try await session.wait(for: "What survives all steps")
    try session.press("q")
    #expect(try await session.status() == 0)
    try session.run(Programs.noisebook)
    try await session.wait(for: "What survives all steps")
  }

  @Test func `is walked to the last page of lesson 01 and back`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule", rows: 80)
    try await session.wait(for: "01 The noise schedule")
    let count = try #require(try pageCount(session))
    for page in 2...count {
      try session.press("Right")
      try await session.wait(for: " \(page)/\(count)")
    }
    for page in (count - 3..<count).reversed() {
      try session.press("Left")
      try await session.wait(for: " \(page)/\(count)")
    }
    try session.press("g")
    try await session.wait(for: " 1/\(count)")
  }

  private func pageCount(_ session: TerminalSession) throws -> Int? {
    try session.screen().first?.split(separator: "/").last.flatMap { Int($0) }
  }

  @Test func `bears any size while a figure is shown`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule/linear")
    try await session.wait(for: "The linear schedule")
    try await session.wait(for: "└┬")
    let before = try session.screen()
    for (columns, rows) in [(60, 20), (40, 10), (39, 9), (10, 3), (1, 1), (200, 50), (80, 24)] {
      try session.resize(columns: columns, rows: rows)
      if columns >= 40 { try await session.wait(for: "The linear schedule") }
      if columns == 39 { try await session.wait(for: "noisebook needs 40x10; q quits") }
    }
    try await session.wait(for: "the first picture") { $0 == before }
    try session.press("q")
    #expect(try await session.status() == 0)
  }

  @Test func `turns a parameter and saves what it shows`() async throws {
    let session = try TerminalSession()
    try session.run("cd; \(Programs.noisebook) open noise-schedule/linear")
    try await session.wait(for: "alpha_bar_T")
    try session.press("Tab")
    try await session.wait(for: "[schedule linear]")
    try session.press("Tab", ">")
    try await session.wait(for: "[T 2000]")
    try session.press("s")
    try await session.wait(for: "Save as")
    try session.press("C-u")
    try session.type("mine.csv")
    try session.press("Enter")
    try await session.wait(for: "Saved as /")
    try session.press("q")
    #expect(try await session.status() == 0)
    try session.run("clear; wc -l mine.csv; ls -a | grep tmp; echo done''so")
    try await session.wait(for: "2001 mine.csv")
    try await session.wait(for: "doneso")
    #expect(try !session.screen().contains { $0.contains(".tmp") })
  }

  @Test func `can't save where there is no place, and says so`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule/linear")
    try await session.wait(for: "alpha_bar_T")
    for (name, sentence) in [
      ("/dev/full/x.csv", "Not saved. /dev/full/x.csv: Not a directory."),
      ("none/x.csv", "Not saved. none/x.csv: No such file or directory."),
      ("x.pdf", "A figure is saved as"),
    ] {
      try session.press("s", "C-u")
      try session.type(name)
      try session.press("Enter")
      try await session.wait(for: sentence)
    }
  }

  @Test func `searches, and shows help`() async throws {
    let session = try TerminalSession.noisebook("open noise-schedule")
    try await session.wait(for: "01 The noise schedule")
    try session.type("/ten-thousandth")
    try session.press("Enter")
    try await session.wait(for: "n for the next.")
    try session.type("?")
    try await session.wait(for: "any other key closes the help")
    try session.press("Escape")
    try await session.wait(for: "q quit")
  }
}

@Suite(.serialized, .timeLimit(.minutes(3))) struct `The reader's place` {
  @Test func `is kept when the program is killed`() async throws {
    let session = try TerminalSession()
    try session.run(
      "echo $$ > ~/shell; (echo $BASHPID > ~/pid; exec \(Programs.noisebook) open noise-schedule/alpha)"
    )
    try await session.wait(for: "What survives: alpha")
    try session.press("Right")
    try await session.wait(for: "What survives all steps")
    try await waitForFile(session, holding: "\"alpha-bar\"")
    let number = try String(contentsOf: session.home.appendingPathComponent("pid"), encoding: .utf8)
    kill(try #require(Int32(number.trimmingCharacters(in: .newlines))), SIGKILL)
    let next = try TerminalSession(environment: ["XDG_STATE_HOME": "\(session.home.path)/state"])
    try next.run(Programs.noisebook)
    try await next.wait(for: "What survives all steps")
  }

  private func waitForFile(_ session: TerminalSession, holding text: String) async throws {
    let file = session.home.appendingPathComponent("state/noisebook/progress.json")
    try await session.wait(for: "a file with \(text)") { _ in
      (try? String(contentsOf: file, encoding: .utf8))?.contains(text) ?? false
    }
  }

  @Test func `is shared by two programs at once, and neither loses a page`() async throws {
    let first = try TerminalSession.noisebook("open noise-schedule/alpha")
    try await first.wait(for: "What survives: alpha")
    let second = try TerminalSession(environment: ["XDG_STATE_HOME": "\(first.home.path)/state"])
    try second.run("\(Programs.noisebook) open noise-schedule/snr")
    try await second.wait(for: "Signal against noise")
    try first.press("Right")
    try await first.wait(for: "What survives all steps")
    try first.press("q")
    #expect(try await first.status() == 0)
    try second.press("q")
    #expect(try await second.status() == 0)
    let file = first.home.appendingPathComponent("state/noisebook/progress.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    for page in ["\"alpha\"", "\"alpha-bar\"", "\"snr\""] { #expect(text.contains(page)) }
  }

  @Test(arguments: ["/proc/nowhere", "/dev/null", "/dev/full"])
  func `that can't be kept costs a sentence and not the lesson`(folder: String) async throws {
    let session = try TerminalSession(environment: ["XDG_STATE_HOME": folder])
    try session.run("\(Programs.noisebook) open noise-schedule/alpha")
    try await session.wait(for: "is not being saved")
    #expect(try session.screen().contains { $0.contains("What survives: alpha") })
    try session.press("Right")
    try await session.wait(for: "What survives all steps")
    try session.press("q")
    #expect(try await session.status() == 0)
  }

  @Test func `in a file that is no progress file costs a sentence, and the file is kept`()
    async throws
  {
    let session = try TerminalSession()
    try session.run(
      "mkdir -p ~/state/noisebook; echo damaged > ~/state/noisebook/progress.json; clear")
    try session.run("\(Programs.noisebook) open noise-schedule/alpha")
    try await session.wait(for: "the sentence") { lines in
      lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        .contains("is no progress file.")
    }
    try session.press("Right")
    try await session.wait(for: "What survives all steps")
    try session.press("q")
    #expect(try await session.status() == 0)
    let folder = session.home.appendingPathComponent("state/noisebook")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    #expect(try text("progress.json.damaged") == "damaged\n")
    #expect(try text("progress.json").contains("\"alpha-bar\""))
  }

  @Test func `on a full disk costs a sentence`() async throws {
    guard getuid() == 0 else {
      print("SKIPPED: only root can mount a small disk; the full disk was not tried.")
      return
    }
    let session = try TerminalSession()
    try session.run(
      "mkdir ~/full; mount -t tmpfs -o size=16k none ~/full && echo moun''ted; cat /dev/zero > ~/full/fill; clear; echo rea''dy"
    )
    try await session.wait(for: "ready")
    try session.run("XDG_STATE_HOME=$HOME/full \(Programs.noisebook) open noise-schedule/alpha")
    try await session.wait(for: "What survives: alpha")
    let isMounted = try !Programs.run(["sh", "-c", "grep \(session.home.path)/full /proc/mounts"])
      .output.isEmpty
    if isMounted { try await session.wait(for: "No space left on device") }
    try session.press("Right")
    try await session.wait(for: "What survives all steps")
    try session.press("q")
    #expect(try await session.status() == 0)
    try Programs.run(["umount", "\(session.home.path)/full"])
    if !isMounted { print("SKIPPED: no small disk could be mounted; the full disk was not tried.") }
  }
}
