import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct `At the instructor's desk` {
  private func demo(_ session: TerminalSession) -> String {
    let run = session.home.appendingPathComponent("run").path
    return "mkdir -m 700 \(run); export XDG_RUNTIME_DIR=\(run);"
      + " (echo $BASHPID > ~/pid; exec \(Programs.noisebook) demo ./mine.yaml)"
  }

  private func write(_ text: String, to name: String, of session: TerminalSession) throws {
    try text.write(
      to: session.home.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private func pid(_ session: TerminalSession) throws -> Int32 {
    let text = try String(contentsOf: session.home.appendingPathComponent("pid"), encoding: .utf8)
    return try #require(Int32(text.trimmingCharacters(in: .newlines)))
  }

  private let playlist = """
    title: A run
    items:
      - {id: a, title: First item, caption: Old words., notes: Say this.}
      - {id: b, title: Second item, caption: More words.}
    """

  @Test func `a demo shows what its author writes, and a killed one leaves no socket`()
    async throws
  {
    let session = try TerminalSession()
    try write(playlist, to: "mine.yaml", of: session)
    try session.run("cd ~; \(demo(session))")
    try await session.wait(for: "First item")
    let socket = session.home.appendingPathComponent("run/noisebook/demo").path
    #expect(FileManager.default.fileExists(atPath: socket))
    try write(
      playlist.replacingOccurrences(of: "First", with: "New"), to: "mine.yaml", of: session)
    try await session.wait(for: "New item")
    kill(try pid(session), SIGHUP)
    #expect(try await session.status() == 129)
    #expect(!FileManager.default.fileExists(atPath: socket))
  }

  @Test func `a second terminal shows the notes, and steers the first`() async throws {
    let session = try TerminalSession()
    try write(playlist, to: "mine.yaml", of: session)
    try session.run("cd ~; \(demo(session))")
    try await session.wait(for: "First item")
    let run = session.home.appendingPathComponent("run").path
    let second = try TerminalSession.noisebook(
      "demo --notes", environment: ["XDG_RUNTIME_DIR": run])
    try await second.wait(for: "Say this.")
    try await second.wait(for: "Next: Second item")
    try second.press("Right")
    try await session.wait(for: "Second item")
    try await second.wait(for: "Next: the end")
    try session.press("q")
    #expect(try await second.status() == 0)
  }

  @Test func `a second demo says that its notes can't be followed`() async throws {
    let session = try TerminalSession()
    try write(playlist, to: "mine.yaml", of: session)
    try session.run("cd ~; \(demo(session))")
    try await session.wait(for: "First item")
    let run = session.home.appendingPathComponent("run").path
    let second = try TerminalSession.noisebook(
      "demo", environment: ["XDG_RUNTIME_DIR": run])
    try await second.wait(for: "Another demo of yours has the notes")
    try second.press("q")
    #expect(try await second.status() == 0)
    try session.press("q")
    #expect(try await session.status() == 0)
  }

  @Test func `an open notebook follows its author`() async throws {
    let session = try TerminalSession()
    try session.run("cd ~; \(Programs.noisebook) new-lesson lessons")
    try await session.wait(for: "20-my-lesson.md")
    try session.run("\(Programs.noisebook) open my-lesson/by-hand --lessons lessons")
    try await session.wait(for: "0.36 of the picture")
    let file = session.home.appendingPathComponent("lessons/20-my-lesson.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "of the picture left.", with: "of the image left.")
      .write(to: file, atomically: true, encoding: .utf8)
    try await session.wait(for: "0.36 of the image")
    try text.replacingOccurrences(of: "minutes: 5", with: "minutes: soon")
      .write(to: file, atomically: true, encoding: .utf8)
    try await session.wait(for: "20-my-lesson.md:3:10:")
    try session.press("q")
    #expect(try await session.status() == 0)
  }

  @Test(arguments: [
    ("demo forward-proces", 64, "Did you mean forward-process?"),
    ("demo ./none.yaml", 2, "./none.yaml: No such file or directory."),
    ("demo ./bad.yaml", 2, "./bad.yaml:3:31: There is no lesson \"nothing\"."),
    ("demo ./bad.yaml --record target", 2, "./bad.yaml:3:31:"),
    ("demo --notes", 64, "No demo of yours is running here."),
    ("export noise-schedule --format html -o none/target", 2, "Nothing was written. none/target:"),
    ("export noise-schedul --format md -o target", 64, "Did you mean noise-schedule?"),
    ("export noise-schedule --format pdf -o target", 64, "pdf"),
    ("new-lesson dir --id A_B", 64, "small letters, digits and hyphens"),
    ("lint none.md", 2, "none.md: No such file or directory."),
    ("play forward-process/cloud --record target --cast-version 4", 64, "takes 2 or 3"),
  ])
  func `what is wrong gets a sentence, and nothing is written`(
    line: String, status: Int, sentence: String
  ) throws {
    let bad = "title: A\nitems:\n  - {id: a, title: b, figure: nothing/at-all}\n"
    let result = try Command("\(line); status=$?; ls; exit $status")
      .with("bad.yaml", Array(bad.utf8)).run()
    #expect(result.status == status)
    #expect(result.errors.contains(sentence), "\(result.errors)")
    #expect(!result.output.contains("target"))
  }

  @Test func `exports and recordings are whole files`() throws {
    let script = [
      "export noise-schedule --format html -o a.html", "export noise-schedule --format ipynb -o b",
      "demo ddpm-against-ddim --print",
    ].joined(separator: " && \(Programs.noisebook) ")
    let result = try Command("\(script); tail -c 8 a.html; tail -c 3 b; ls").run()
    #expect(result.status == 0)
    #expect(result.output.contains("title: DDPM against DDIM"))
    #expect(result.output.contains("</html>"))
    #expect(!result.output.contains(".tmp"))
  }
}
