import CNcurses
import CTerminalGuard
package import Canvas

extension Terminal {
  /// Shows a picture; only what differs from the one before is sent.
  ///
  /// What is larger than the terminal is cut, what is smaller is filled with blanks.
  package mutating func show(_ screen: Screen) {
    if screen == shown { return }
    terminal_guard_hold()
    defer { terminal_guard_release() }
    writeRows(of: screen)
    place(screen.cursor)
    // Curses throws a suspension away that it finds waiting when it begins a frame.
    terminal_guard_release()
    terminal_guard_hold()
    if holdsFrames { send(Modes.frameBegins) }
    refresh()
    if holdsFrames { send(Modes.frameEnds) }
    shown = screen
  }

  /// Draws everything anew at the next `show`, over whatever another program wrote.
  package mutating func redraw() {
    clearok(curses_real_screen(), true)
    werase(curses_window())
    rows.forget()
    shown = nil
  }

  private mutating func writeRows(of screen: Screen) {
    rows.begin(rows: size.rows, columns: size.columns)
    for row in 0..<size.rows {
      let isInside = row < screen.size.rows
      if isInside, let shown, shown.size == screen.size, shown.hasSameRow(row, as: screen) {
        continue
      }
      rows.write(isInside ? screen[row: row] : [], row: row)
    }
  }

  /// A hidden cursor may stay where the frame leaves it.
  private func place(_ cursor: Screen.Position?) {
    leaveok(curses_window(), cursor == nil)
    curs_set(cursor == nil ? 0 : 1)
    guard let cursor else { return }
    wmove(
      curses_window(), Int32(clamping: min(max(0, cursor.row), size.rows - 1)),
      Int32(clamping: min(max(0, cursor.column), size.columns - 1)))
  }
}
