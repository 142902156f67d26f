import CNcurses
import CTerminalGuard
import Canvas
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Terminal {
  /// How long a lone ESC may be the beginning of something, in milliseconds.
  private static var escapeDelay: Int { 25 }

  /// Waits for the next thing to happen, without using the processor.
  ///
  /// A timeout in milliseconds bounds the wait; nil waits for ever, 0 only looks.
  package mutating func nextEvent(timeout milliseconds: Int?) -> TerminalEvent {
    terminal_guard_hold()
    defer { terminal_guard_release() }
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds(max(0, $0)) }
    while true {
      if let key = keys.next() { return .key(key) }
      if let event = wait(until: deadline) { return event }
    }
  }

  private mutating func wait(until deadline: ContinuousClock.Instant?) -> TerminalEvent? {
    if let event = changed() { return event }
    let left = deadline.map { ($0 - .now).milliseconds }
    let isUndecided = keys.isUndecided
    let patience = isUndecided ? min(left ?? .max, Self.escapeDelay) : left
    let ready = terminal_guard_wait(
      STDIN_FILENO, waker.bell, patience.map { Int32(clamping: $0) } ?? -1)
    switch ready {
    case -1: return errno == EINTR ? changed() : .closed
    case 0 where isUndecided: return keys.giveUp().map { .key($0) }
    case 0: return .timeout
    case _ where ready & 2 != 0:
      waker.answer()
      return .woken
    default: return readKeys() ? nil : .closed
    }
  }

  /// False where nothing will ever come again.
  private mutating func readKeys() -> Bool {
    var bytes: [UInt8] = Array(repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
    keys.append(bytes.prefix(count))
    return true
  }

  /// A new size, or the same after a suspension, which left the screen to others.
  private mutating func changed() -> TerminalEvent? {
    let wasSuspended = terminal_guard_was_suspended()
    let now = measuredSize(STDOUT_FILENO) ?? size
    guard wasSuspended || now != size else { return nil }
    if wasSuspended { keys.reset() }
    size = now
    resize_term(Int32(clamping: now.rows), Int32(clamping: now.columns))
    redraw()
    return .resized(now)
  }
}

extension Duration {
  /// Rounded up, so that a wait does not end before its time; never below zero.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return max(
      0, Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
