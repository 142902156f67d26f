/// The terminal's modes that curses does not know of, as xterm numbers them.
///
/// A terminal that has no such mode ignores its number.
enum Modes {
  static let frameBegins = "\u{1B}[?2026h"
  static let frameEnds = "\u{1B}[?2026l"
  /// Presses and drags, in decimal numbers (SGR).
  static let mouseOn = "\u{1B}[?1002;1006h"
  static let mouseOff = "\u{1B}[?1002;1006l"
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  static let off = mouseOff + pasteOff
  /// What a signal's handler writes first: it may come in the middle of a frame.
  static let farewell = frameEnds + off

  static func on(mouse: Bool) -> String { pasteOn + (mouse ? mouseOn : "") }
}
