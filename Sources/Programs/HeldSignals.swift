#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The signals that end a command, held back while a program runs, so that it can be ended first.
///
/// A program in a group of its own does not get the terminal's Ctrl-C.
struct HeldSignals {
  private var before = sigset_t()
  private let pipe: (@convention(c) (Int32) -> Void)?

  private static let held = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in Self.held { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    // A program that reads no more must not end us.
    pipe = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether one of them has come.
  func isPending() -> Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.held.contains { sigismember(&pending, $0) == 1 }
  }

  /// Lets them through; one that has come ends this process here.
  func release() {
    _ = signal(SIGPIPE, pipe)
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
