#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that was started, in a process group of its own, with a pipe to each of its streams.
struct Child: ~Copyable {
  private let number: pid_t
  /// Written to by us; -1 once it is closed.
  private(set) var input: Int32
  let output: Int32
  let errors: Int32
  /// How it ended, once that is known.
  private(set) var end: End?

  enum End: Hashable, Sendable {
    case status(Int)
    case signal(Int)
  }

  init(number: pid_t, input: Int32, output: Int32, errors: Int32) {
    self.number = number
    self.input = input
    self.output = output
    self.errors = errors
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    close(errors)
    // Its group may live on when it has ended itself.
    kill(-number, SIGKILL)
    guard end == nil else { return }
    var state: Int32 = 0
    while waitpid(number, &state, 0) < 0, errno == EINTR {}
  }

  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Looks whether it has ended, without waiting.
  mutating func look() {
    var state: Int32 = 0
    guard end == nil, waitpid(number, &state, WNOHANG) == number else { return }
    let signal = state & 0x7F
    end = signal == 0 ? .status(Int(state >> 8 & 0xFF)) : .signal(Int(signal))
  }
}
