#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The signal that has come while they were held, or 0; written by a handler, on any thread.
private nonisolated(unsafe) var arrived: sig_atomic_t = 0

/// The signals that end a command, held back until something is in order: a program ended, a file whole.
///
/// A program in a group of its own does not get the terminal's Ctrl-C. They are caught and not
/// blocked: a library may have a thread of its own, and a thread that blocks nothing would get them.
package struct HeldSignals {
  private typealias Handler = (@convention(c) (Int32) -> Void)?

  private static let held = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private let before: [Handler]
  private let pipe: Handler

  package init() {
    before = Self.held.map { number in
      let old: Handler = signal(number) { if arrived == 0 { arrived = $0 } }
      // What is ignored, as Ctrl-C is for a job in the background, stays ignored.
      if Self.ignores(old) { _ = signal(number, SIG_IGN) }
      return old
    }
    // A program that reads no more must not end us.
    pipe = signal(SIGPIPE, SIG_IGN)
  }

  private static func ignores(_ handler: Handler) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether one of them has come.
  package func isPending() -> Bool { arrived != 0 }

  /// Lets them through; one that has come ends this process here.
  package func release() {
    _ = signal(SIGPIPE, pipe)
    for (number, handler) in zip(Self.held, before) { _ = signal(number, handler) }
    let number = arrived
    arrived = 0
    if number != 0 { raise(number) }
  }
}
