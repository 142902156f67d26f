/// Who waits for a long computation: hears how far it is, and may stop it.
///
/// A computation calls ``report(_:)`` now and then, and throws on what that throws.
package struct Watch: Sendable {
  private let hear: @Sendable (_ share: Double) -> Bool
  private let see: @Sendable (Outcome) -> Void

  /// Who hears and who sees.
  ///
  /// - Parameters:
  ///   - hear: is told which share is done, from 0 to 1; false stops the computation.
  ///   - see: gets what there is to look at so far, where the computation has something.
  package init(
    _ hear: @escaping @Sendable (_ share: Double) -> Bool,
    see: @escaping @Sendable (Outcome) -> Void = { _ in }
  ) {
    (self.hear, self.see) = (hear, see)
  }

  /// Waits to the end, however long.
  package static let patient = Watch { _ in true }

  /// Shows what there is so far, to be looked at while the rest is computed.
  package func show(_ outcome: Outcome) { see(outcome) }

  /// Tells that a share is done.
  ///
  /// - Throws: ``FigureError/stopped`` where nobody waits any more.
  package func report(_ share: Double) throws(FigureError) {
    guard hear(share) else { throw .stopped }
  }
}
