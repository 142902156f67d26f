import Curses
import Notebook

extension TerminalEvent {
  /// What a session is told of it, with what a worker has ready; nil where the terminal is gone.
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
