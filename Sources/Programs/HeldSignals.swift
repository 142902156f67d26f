#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The signals that end a command, held back until something is in order: a program ended, a file whole.
///
/// A program in a group of its own does not get the terminal's Ctrl-C.
package struct HeldSignals {
  private var before = sigset_t()
  private let pipe: (@convention(c) (Int32) -> Void)?

  private static let held = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  package init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in Self.held { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    // A program that reads no more must not end us.
    pipe = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether one of them has come.
  package func isPending() -> Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.held.contains { sigismember(&pending, $0) == 1 }
  }

  /// Lets them through; one that has come ends this process here.
  package func release() {
    _ = signal(SIGPIPE, pipe)
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
