package import Canvas
import OrderedJSON

/// A recording that asciinema plays: version 2 of its format, one JSON value a line.
///
/// Nothing in it depends on when or where it was made, so that recording twice gives equal files.
/// Source: docs.asciinema.org/manual/asciicast/v2.
package struct Asciicast: Sendable {
  private var lines: [String]
  private var shown: Screen?
  private let depth: ColorDepth

  package init(title: String, size: Size, depth: ColorDepth) {
    self.depth = depth
    let header = JSON.object([
      ("version", .integer(2)), ("width", .integer(size.columns)), ("height", .integer(size.rows)),
      ("title", .text(title)), ("env", .object([("TERM", .text("xterm-256color"))])),
    ])
    lines = [header.line]
  }

  /// Shows a picture at a time in seconds; times must not fall.
  package mutating func show(_ screen: Screen, at seconds: Double) {
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
    lines.append(JSON.array([.number(time), .text(code), .text(data)]).description)
  }

  /// The file's text.
  package var text: String { lines.joined(separator: "\n") + "\n" }
}
