package import Canvas
import OrderedJSON

/// A recording that asciinema plays: one JSON value a line.
///
/// Nothing in it depends on when or where it was made, so that recording twice gives equal files.
/// Sources: docs.asciinema.org/manual/asciicast/v2 and /v3. In version 2 times count from the start,
/// in version 3 from the event before.
package struct Asciicast: Sendable {
  private var lines: [String]
  private var shown: Screen?
  private let depth: ColorDepth
  private let version: Version
  private var last = 0.0

  package enum Version: Int, Sendable {
    case second = 2
    case third = 3
  }

  package init(title: String, size: Size, depth: ColorDepth, version: Version = .second) {
    (self.depth, self.version) = (depth, version)
    let (columns, rows) = (JSON.integer(size.columns), JSON.integer(size.rows))
    let type = JSON.text("xterm-256color")
    let terminal: [(key: String, value: JSON)] =
      switch version {
      case .second: [("width", columns), ("height", rows)]
      case .third: [("term", .object([("cols", columns), ("rows", rows), ("type", type)]))]
      }
    let rest: [(key: String, value: JSON)] =
      version == .second ? [("env", .object([("TERM", type)]))] : []
    let header = JSON.object(
      [("version", .integer(version.rawValue))] + terminal + [("title", .text(title))] + rest)
    lines = [header.line]
  }

  /// Shows a picture at a time in seconds; times must not fall.
  package mutating func show(_ screen: Screen, at seconds: Double) {
    guard screen != shown else { return }
    var output = shown == nil ? "\u{1B}[?25l\u{1B}[2J" : ""
    output += screen.change(from: shown, depth: depth)
    shown = screen
    add(seconds, "o", output)
  }

  /// Marks a place to stop at.
  package mutating func mark(_ label: String, at seconds: Double) { add(seconds, "m", label) }

  /// Leaves the last picture for a while, and gives the cursor back.
  package mutating func end(at seconds: Double) { add(seconds, "o", "\u{1B}[0m\u{1B}[?25h") }

  private mutating func add(_ seconds: Double, _ code: String, _ data: String) {
    let time = (seconds * 1e6).rounded() / 1e6
    defer { last = time }
    let told = version == .second ? time : ((time - last) * 1e6).rounded() / 1e6
    lines.append(JSON.array([.number(told), .text(code), .text(data)]).description)
  }

  /// The file's text.
  package var text: String { lines.joined(separator: "\n") + "\n" }
}
