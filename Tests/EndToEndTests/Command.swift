import Foundation

/// The program run to its end without a terminal, with its output and its errors apart.
///
///     let result = try Command("list --json").run()
struct Command {
  private let line: String
  private let home: URL
  private let environment: [String: String]
  private let seconds: Int

  /// `line` is what stands after `noisebook` on a shell's command line; it is ended after `seconds`.
  init(_ line: String, environment: [String: String] = [:], seconds: Int = 30) throws {
    self.line = line
    self.seconds = seconds
    self.environment = environment
    home = FileManager.default.temporaryDirectory.appendingPathComponent("nb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  struct Result {
    /// The exit status; 124 where it had not ended in time.
    let status: Int
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Writes a file into the folder that the command is run in.
  func with(_ name: String, _ bytes: some Sequence<UInt8>) throws -> Command {
    try Data(bytes).write(to: home.appendingPathComponent(name))
    return self
  }

  /// Runs it in a folder of its own, which goes afterwards.
  func run() throws -> Result {
    defer { try? FileManager.default.removeItem(at: home) }
    let variables = [
      "HOME": home.path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ].merging(environment) { $1 }
    let script =
      "cd \(home.path) && { timeout \(seconds) \(Programs.noisebook) \(line) ; } >out 2>err"
    let result = try Programs.run(["bash", "-c", script], environment: variables)
    return Result(status: result.status, output: try text("out"), errors: try text("err"))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: home.appendingPathComponent(name)), as: UTF8.self)
  }

  /// What a command prints that is run in a folder without files of its own.
  static func run(
    _ line: String, environment: [String: String] = [:]
  ) throws -> Result { try Command(line, environment: environment).run() }
}
