package import Canvas
package import Notebook

/// What a terminal tells the program.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The new size, also after a suspension; the screen must be shown again.
  case resized(Size)
  /// Another thread asked for attention through the terminal's `Waker`.
  case woken
  /// Nothing happened for the time asked for.
  case timeout
  /// The terminal is gone; no event will ever come again.
  case closed
}
