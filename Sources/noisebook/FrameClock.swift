/// When the next frame is due, for a session that shows something moving.
struct FrameClock {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?

  /// How long to wait for an event, in milliseconds; nil, for ever, while nothing moves.
  mutating func wait(for interval: Double?) -> Int? {
    guard let interval else {
      last = nil
      return nil
    }
    let now = clock.now
    let start = last ?? now
    last = start
    let passed = seconds(from: start, to: now)
    return max(0, Int(((interval - passed) * 1000).rounded(.up)))
  }

  /// The seconds since the last tick, if the next is due; what is late is not made up for later.
  mutating func tick(every interval: Double?) -> Double? {
    guard let interval, let start = last else { return nil }
    let now = clock.now
    let passed = seconds(from: start, to: now)
    guard passed >= interval else { return nil }
    last = now
    return passed
  }

  private func seconds(
    from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) -> Double {
    (end - start) / .seconds(1)
  }
}
