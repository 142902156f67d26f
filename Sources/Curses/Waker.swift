import CTerminalGuard

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A bell that a worker thread rings, so that a thread that waits for keys wakes up.
///
/// Rings that nobody has answered yet count as one. A class, because the descriptors must stay
/// open as long as either thread may use them.
package final class Waker: Sendable {
  let bell: Int32
  private let rope: Int32

  /// Nil where the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    bell = ends[0]
    rope = ends[1]
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(bell)
    close(rope)
  }

  package func wake() {
    _ = terminal_guard_write(rope, "w", 1)
  }

  func answer() {
    var rings: [UInt8] = Array(repeating: 0, count: 512)
    while read(bell, &rings, rings.count) == rings.count {}
  }
}
