/// How long a program may take, and how much it may write.
package struct Limits: Hashable, Sendable {
  /// Seconds to the first answer.
  package let first: Double
  /// Seconds to the last.
  package let all: Double
  /// Bytes of output.
  package let bytes: Int

  /// - Parameters:
  ///   - seconds: the time for all answers; the first is due after two thirds of it, and after 20
  ///     seconds at the earliest, or after all of it where that is less.
  ///   - bytes: the output of a right program has some ten thousand.
  package init(seconds: Double = 30, bytes: Int = 8 << 20) {
    all = seconds
    first = min(seconds, max(20, seconds * 2 / 3))
    self.bytes = bytes
  }
}
