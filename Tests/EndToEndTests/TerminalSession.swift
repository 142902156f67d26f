import Foundation
import Testing

/// A shell in a terminal of its own, held by a tmux with a socket of its own.
///
/// The terminal is tmux; `type` is what the shell and its programs believe it to be. Everything
/// that a program may write lies in a temporary folder, which goes when the session does.
///
///     let session = try TerminalSession.noisebook("open posterior")
///     try await session.wait(for: "posterior")
///     try session.press("Right")
final class TerminalSession: Sendable {
  /// The folder that is HOME and holds the XDG folders.
  let home: URL
  private let socket: String

  /// Opens the terminal; `type` is TERM, `locale` is LC_ALL, and an empty variable stays empty.
  init(
    columns: Int = 80, rows: Int = 24, type: String = "xterm-256color",
    locale: String = "C.UTF-8", environment: [String: String] = [:]
  ) throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("nb-\(UUID().uuidString)")
    socket = home.appendingPathComponent("tmux").path
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let shell = Self.shell(home: home.path, type: type, locale: locale, environment: environment)
    try tmux(
      ["-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell)
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: home)
  }

  private static func shell(
    home: String, type: String, locale: String, environment: [String: String]
  ) -> [String] {
    let variables = [
      "HOME": home, "TMPDIR": home, "XDG_STATE_HOME": "\(home)/state",
      "XDG_CONFIG_HOME": "\(home)/config", "XDG_DATA_HOME": "\(home)/data",
      "XDG_CACHE_HOME": "\(home)/cache", "TERM": type, "LC_ALL": locale, "PS1": "% ",
      "HISTFILE": "",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ].merging(environment) { $1 }
    return ["env", "-i"] + variables.map { "\($0)=\($1)" } + ["bash", "--norc", "--noprofile"]
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try Programs.run(
      ["tmux", "-S", socket] + arguments,
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8", "HOME": home.path,
      ])
    guard result.status == 0 else { throw Programs.Failure(description: result.output) }
    return result.output
  }
}

extension TerminalSession {
  /// The program itself, started with these words of a command line.
  static func noisebook(
    _ arguments: String = "", columns: Int = 80, rows: Int = 24, type: String = "xterm-256color",
    locale: String = "C.UTF-8", environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      columns: columns, rows: rows, type: type, locale: locale, environment: environment)
    try session.run("\(Programs.noisebook) \(arguments)")
    return session
  }

  /// The probe of the terminal's room, ready for keys.
  static func probe(
    _ arguments: String = "", columns: Int = 80, rows: Int = 24, type: String = "xterm-256color",
    locale: String = "C.UTF-8", environment: [String: String] = [:]
  ) async throws -> TerminalSession {
    let session = try TerminalSession(
      columns: columns, rows: rows, type: type, locale: locale, environment: environment)
    try session.run("\(Programs.probe) \(arguments)")
    try await session.wait(for: "probe \(columns)x\(rows)")
    return session
  }
}

// MARK: What a reader does

extension TerminalSession {
  /// Types a command line into the shell.
  func run(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Types text as it stands.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Presses keys by tmux's names, as `Left`, `C-c`, `S-Right`, `q`.
  func press(_ keys: String...) throws {
    try tmux(["send-keys", "--"] + keys)
  }

  /// Sends bytes at once, as a terminal sends a key.
  func send(_ bytes: some Sequence<UInt8>) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes text, marked as such if the program asked for it.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Takes the terminal away, as a closed window or a lost line does.
  func hangUp() throws {
    try tmux(["kill-server"])
  }
}

// MARK: What a reader sees

extension TerminalSession {
  /// The rows as text, without blanks at their ends.
  func screen() throws -> [String] {
    try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { String($0) }
  }

  /// The rows with the colours and attributes that the terminal shows, as sequences; going back to
  /// the terminal's own colours is left out.
  func styledScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e"]).replacingOccurrences(of: "\u{1B}[39m", with: "")
      .replacingOccurrences(of: "\u{1B}[49m", with: "")
  }

  /// What the terminal knows of itself, by tmux's name for it.
  func state(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .newlines)
  }

  var isAlternate: Bool { get throws { try state("alternate_on") == "1" } }
  var isCursorVisible: Bool { get throws { try state("cursor_flag") == "1" } }
  var isMouseTaken: Bool { get throws { try state("mouse_any_flag") == "1" } }
  var cursor: (column: Int, row: Int) {
    get throws { (Int(try state("cursor_x")) ?? -1, Int(try state("cursor_y")) ?? -1) }
  }

  /// Polls the screen until it is as wanted; else throws, with the screen as it then is.
  func wait(
    for wanted: String, within limit: Duration = .seconds(30),
    until isReached: ([String]) throws -> Bool
  ) async throws {
    let end = ContinuousClock.now + limit
    var lines: [String] = []
    while ContinuousClock.now < end {
      lines = try screen()
      if try isReached(lines) { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    let picture = lines.joined(separator: "\n")
    throw Programs.Failure(description: "No \(wanted) within \(limit); the screen is\n\(picture)")
  }

  /// Polls until a row holds the text.
  func wait(for text: String, within limit: Duration = .seconds(30)) async throws {
    try await wait(for: "\"\(text)\"", within: limit) { lines in
      lines.contains { $0.contains(text) }
    }
  }

  /// What the shell says of the last program's end, once that has left the screen.
  ///
  /// What is typed before would still be the program's.
  func status() async throws -> Int {
    try await wait(for: "the shell's screen") { _ in try !isAlternate }
    try run("ended=$?; clear; echo \"status: $ended\"")
    var found: Int?
    try await wait(for: "status") { lines in
      for line in lines where line.hasPrefix("status: ") { found = Int(line.dropFirst(8)) }
      return found != nil
    }
    return found ?? -1
  }
}
