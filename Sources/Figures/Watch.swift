/// Who waits for a long computation: hears how far it is, and may stop it.
///
/// A computation calls ``report(_:)`` now and then, and throws on what that throws.
package struct Watch: Sendable {
  private let hear: @Sendable (_ share: Double) -> Bool
  private let see: @Sendable (Outcome) -> Void
  /// Seconds that have passed, for figures that measure; nil where nobody has a clock.
  package let clock: Clock?

  package typealias Clock = @Sendable () -> Double

  /// Who hears and who sees.
  ///
  /// - Parameters:
  ///   - hear: is told which share is done, from 0 to 1; false stops the computation.
  ///   - see: gets what there is to look at so far, where the computation has something.
  ///   - clock: tells seconds that have passed, from any moment on.
  package init(
    _ hear: @escaping @Sendable (_ share: Double) -> Bool,
    see: @escaping @Sendable (Outcome) -> Void = { _ in }, clock: Clock? = nil
  ) {
    (self.hear, self.see, self.clock) = (hear, see, clock)
  }

  /// Waits to the end, however long.
  package static let patient = Watch { _ in true }

  /// Waits to the end, and has a clock.
  package static func patient(clock: @escaping Clock) -> Watch {
    Watch({ _ in true }, clock: clock)
  }

  /// Shows what there is so far, to be looked at while the rest is computed.
  package func show(_ outcome: Outcome) { see(outcome) }

  /// Tells that a share is done.
  ///
  /// - Throws: ``FigureError/stopped`` where nobody waits any more.
  package func report(_ share: Double) throws(FigureError) {
    guard hear(share) else { throw .stopped }
  }
}
