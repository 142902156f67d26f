import Foundation
import Testing

/// A small film, quick in a debug build: the ring on its way into noise, 51 frames.
enum Film {
  static let ring = "forward-process/cloud --set data=ring --set T=50 --set samples=300"
  /// Three steps of thirty points: few enough to be drawn in a test.
  static let few =
    "forward-process/cloud --set data=ring --set samples=30"
    + " --set schedule=custom --set betas=0.1,0.2,0.5"

  /// The numbers that choose looks in a screen with its sequences, such as 1 for bold.
  static func looks(in styled: String) -> Set<String> {
    var looks: Set<String> = []
    for part in styled.components(separatedBy: "\u{1B}[").dropFirst() {
      let numbers = part.prefix { $0.isNumber || $0 == ";" }
      looks.formUnion(numbers.split(separator: ";").map(String.init))
    }
    return looks
  }

  /// Those that are there without any colour: none, bold, dim, underline, reverse.
  static let plainLooks: Set<String> = ["0", "1", "2", "4", "7"]
}

extension TerminalSession {
  /// A film that plays round and round.
  static func film(
    _ figure: String = Film.ring, _ more: String = "--loop", columns: Int = 80, rows: Int = 24,
    type: String = "xterm-256color", locale: String = "C.UTF-8",
    environment: [String: String] = [:]
  ) async throws -> TerminalSession {
    let session = try TerminalSession(
      columns: columns, rows: rows, type: type, locale: locale, environment: environment)
    // A terminal without a second screen shows the prompt where the film was.
    try session.run(
      "clear; (echo $BASHPID > ~/pid; exec \(Programs.noisebook) play \(figure) \(more));"
        + " echo \"status: $?\"")
    try await session.wait(for: "t = ")
    return session
  }

  /// The step that the timeline names, nil where none is named.
  func step() throws -> Int? {
    let line = try screen().last {
      Self.states.contains($0.prefix(3).trimmingCharacters(in: .whitespaces))
    }
    guard let line, let name = line.range(of: "t = ") else { return nil }
    return Int(line[name.upperBound...].prefix { $0.isNumber })
  }

  private static let states: Set<String> = ["▶", "◀", "‖", "<", ">", "="]

  /// The screen, once the text is on it and nothing changes any more.
  func picture(with text: String) async throws -> [String] {
    var last: [String] = []
    try await wait(for: "\"\(text)\", at rest") { lines in
      defer { last = lines }
      return lines == last && lines.contains { $0.contains(text) }
    }
    return last
  }

  /// Waits until another step is shown than at the call.
  func waitForMotion() async throws {
    let start = try step()
    try await wait(for: "another step than \(start ?? -1)") { _ in
      let now = try step()
      return now != nil && now != start
    }
  }

  /// How often the program has been woken from its waiting.
  func wakings() throws -> Int {
    let number = try String(contentsOf: home.appendingPathComponent("pid"), encoding: .utf8)
    let status = try String(
      contentsOfFile: "/proc/\(number.trimmingCharacters(in: .newlines))/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    return try #require(line?.split(separator: "\t").last.flatMap { Int($0) })
  }

  /// Whether the program comes to sleep until something reaches it from outside.
  func isAsleep() async throws -> Bool {
    var last = try wakings()
    for _ in 0..<10 {
      try await Task.sleep(for: .milliseconds(400))
      let now = try wakings()
      if now == last { return true }
      last = now
    }
    return false
  }
}
