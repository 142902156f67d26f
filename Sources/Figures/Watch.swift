/// Who waits for a long computation: hears how far it is, and may stop it.
///
/// A computation calls ``report(_:)`` now and then, and throws on what that throws.
package struct Watch: Sendable {
  private let hear: @Sendable (_ share: Double) -> Bool

  /// - Parameter hear: is told which share is done, from 0 to 1; false stops the computation.
  package init(_ hear: @escaping @Sendable (_ share: Double) -> Bool) { self.hear = hear }

  /// Waits to the end, however long.
  package static let patient = Watch { _ in true }

  /// Tells that a share is done.
  ///
  /// - Throws: ``FigureError/stopped`` where nobody waits any more.
  package func report(_ share: Double) throws(FigureError) {
    guard hear(share) else { throw .stopped }
  }
}
