/// What was found of one relation, one line of a derivation, or one claim.
package struct Verdict: Hashable, Sendable {
  package let outcome: Outcome
  /// The evidence, in a sentence.
  package let says: String

  package enum Outcome: String, Hashable, Sendable {
    case holds
    case holdsInDistribution = "holds-in-distribution"
    case fails
    /// What can't be bound is called neither right nor wrong.
    case unknown
  }

  package init(_ outcome: Outcome, _ says: String) {
    self.outcome = outcome
    self.says = says
  }
}
