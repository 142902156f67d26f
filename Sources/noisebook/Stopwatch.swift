/// Seconds that have passed since the first call.
@Sendable func secondsPassed() -> Double { (ContinuousClock.now - start) / .seconds(1) }

private let start = ContinuousClock.now
