import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(.timeLimit(.minutes(2)))
struct PlayWithoutScreenTests {
  private static let environment = [
    "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent",
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
  ]

  private func noisebook(_ arguments: String, _ more: String...) throws -> Programs.Result {
    try Programs.run(
      [Programs.noisebook] + arguments.split(separator: " ").map(String.init) + more,
      environment: Self.environment)
  }

  @Test func `where there is no terminal the last frame is printed, as run prints it`() throws {
    let played = try noisebook("play \(Film.few)")
    #expect(played.status == 0)
    #expect(played.output.contains("t = 3 of 3"))
    #expect(!played.output.contains("\u{1B}"))
    let run = try noisebook("run \(Film.few)")
    #expect(run.output.hasPrefix(played.output) && run.output != played.output)
  }

  @Test func `--plain prints the last frame even in a terminal`() async throws {
    let session = try TerminalSession()
    try session.run("clear; \(Programs.noisebook) play \(Film.few) --plain; echo \"status: $?\"")
    try await session.wait(for: "status: 0")
    #expect(try session.screen().contains { $0.contains("t = 3 of 3") })
  }

  @Test func `a recording is the same each time and holds every frame`() throws {
    let (first, second) = (try recording("a.cast"), try recording("b.cast"))
    #expect(first == second)
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
    let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 2)
    #expect(header?["width"] as? Int == 72 && header?["height"] as? Int == 18)
    for step in 0...3 { #expect(lines.contains { $0.contains("t = \(step)") }) }
  }

  private func recording(_ name: String) throws -> Data {
    let file = temporary(name)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try noisebook("play \(Film.few) --size 72x18 --record \(file.path)")
    #expect(result.status == 0)
    #expect(result.output == "")
    return try Data(contentsOf: file)
  }

  @Test(
    .enabled(
      if: Programs.isInstalled("asciinema"),
      "asciinema is missing, so no recording was played: sh scripts/setup tests"))
  func `asciinema plays a recording to its last frame`() async throws {
    let session = try TerminalSession()
    try session.run("\(Programs.noisebook) play \(Film.few) --record ~/film.cast --size 80x20")
    try session.run("clear; \(Programs.noisebook) play \(Film.few) --snapshot ~/last.svg")
    try session.run("clear; asciinema play --speed 100 ~/film.cast; echo \"status: $?\"")
    try await session.wait(for: "status: 0", within: .seconds(30))
    let shown = try session.screen()
    #expect(shown.contains { $0.hasPrefix(" t = 3") })
    let svg = try String(
      contentsOf: session.home.appendingPathComponent("last.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
    let caption = try #require(shown.first { $0.contains("t = 3 of 3") })
    #expect(svg.contains(caption.trimmingCharacters(in: .whitespaces)))
  }

  @Test func `a snapshot is well-formed SVG`() throws {
    let file = temporary("film.svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try noisebook("play \(Film.few) --snapshot \(file.path)")
    #expect(result.status == 0)
    let parser = XMLParser(data: try Data(contentsOf: file))
    let root = Root()
    parser.delegate = root
    #expect(parser.parse())
    #expect(root.name == "svg")
  }

  @Test(
    arguments: [
      ("--size 2x3", 64, "--size takes COLSxROWS from 20x6 to 500x200, not \"2x3\"."),
      ("--size 80", 64, "--size takes COLSxROWS from 20x6 to 500x200, not \"80\"."),
      ("--size 80x24x1", 64, "--size takes COLSxROWS from 20x6 to 500x200, not \"80x24x1\"."),
      (
        "--size 99999999999999999999x24", 64,
        "--size takes COLSxROWS from 20x6 to 500x200, not \"99999999999999999999x24\"."
      ),
      ("--fps 0", 64, "--fps takes a number from 1 to 60, not 0.0."),
      ("--fps 61", 64, "--fps takes a number from 1 to 60, not 61.0."),
      ("--fps nan", 64, "--fps takes a number from 1 to 60, not nan."),
      (
        "--record /nonexistent/film.cast", 2,
        "Nothing was written. /nonexistent/film.cast: No such file or directory."
      ),
      (
        "--snapshot /nonexistent/film.svg", 2,
        "Nothing was written. /nonexistent/film.svg: No such file or directory."
      ),
      ("--set T=none", 64, "T"), ("--set nonesuch=1", 64, "nonesuch"),
      ("--formula nonesuch=1", 64, "nonesuch"),
    ])
  func `what can't be done is said in a sentence`(options: String, status: Int, sentence: String)
    throws
  {
    let result = try noisebook("play \(Film.few) \(options)")
    #expect(result.status == status)
    #expect(result.output.contains(sentence))
  }

  @Test func `the reader's formula is a third picture`() throws {
    let result = try noisebook(
      "play \(Film.few) --formula", "jump=sqrt(abar_t)*x0 + (1-abar_t)*eps")
    #expect(result.status == 0)
    #expect(result.output.contains("your formula"))
    #expect(try !noisebook("play \(Film.few)").output.contains("your formula"))
  }

  @Test(
    arguments: [
      ("sqrt(abar_t*x0", "At character 5: Close the (, or remove it."),
      ("x0 + épsilon", "At character 6: "), ("x0 +", "jump"), ("", "jump"),
    ])
  func `a formula that can't be read is told with its place`(formula: String, place: String) throws
  {
    let result = try noisebook("play \(Film.few) --formula", "jump=\(formula)")
    #expect(result.status == 2)
    #expect(result.output.contains(place))
    #expect(!result.output.contains("\u{1B}"))
  }

  private func temporary(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("nb-\(UUID().uuidString)-\(name)")
  }
}

extension Programs {
  fileprivate static func isInstalled(_ program: String) -> Bool {
    (try? run(["sh", "-c", "command -v \(program)"]).status) == 0
  }
}

/// The name of the outermost element.
private final class Root: NSObject, XMLParserDelegate {
  private(set) var name: String?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) { self.name = self.name ?? name }
}
