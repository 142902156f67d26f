import Curses
import Notebook

extension TerminalEvent {
  /// What a session is to take in of it: a key, a size, or what its worker has done meanwhile.
  ///
  /// Nil where the terminal is gone, and with it the session.
  func messages(from worker: Worker? = nil) -> [Message]? {
    switch self {
    case .key(let key): [.keyPressed(key)]
    case .resized(let size): [.resized(size)]
    case .woken: worker?.collect() ?? []
    case .timeout: []
    case .closed: nil
    }
  }
}
