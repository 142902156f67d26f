import CTerminalGuard

extension Terminal {
  /// Has a file of this program's, such as a socket, removed however it ends; nil forgets it.
  package func removeAtEnd(_ path: String?) {
    _ = terminal_guard_remove_at_end(path)
  }
}
