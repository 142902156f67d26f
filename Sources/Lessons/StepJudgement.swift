package import Symbols

/// The verdicts on a step, by the index of the element that they speak of.
package struct StepJudgement: Hashable, Sendable {
  /// One for each relation of a formula, or for each line of a derivation.
  package var verdicts: [Int: [Verdict]] = [:]
  package var claims: [Int: JudgedClaim] = [:]

  package init() {}
}

/// A claim with its numbers filled in.
package struct JudgedClaim: Hashable, Sendable {
  package let parts: [Part]
  package let verdict: Verdict

  package struct Part: Hashable, Sendable {
    package let text: String
    /// Whether it was computed.
    package let isNumber: Bool
  }

  package var sentence: String { parts.map(\.text).joined() }
}
