package import OrderedJSON

/// What is said of an answer.
package struct Marking: Sendable {
  package let verdict: Verdict
  /// The slip's id, where it is known.
  package let misconception: String?
  /// The reason, in sentences that help on.
  package let says: String
  /// The smallest inputs that show a difference.
  package let counterexample: Counterexample?

  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case right
    case wrong
    /// Not an answer: it can't be read, or speaks of what was not given. It costs no attempt.
    case invalid
  }

  package struct Counterexample: Sendable {
    /// The inputs, in the order in which they are told.
    package let inputs: [(name: String, value: JSON)]
    package let expected: JSON
    /// Null where there was none.
    package let got: JSON

    package init(inputs: [(name: String, value: JSON)], expected: JSON, got: JSON) {
      self.inputs = inputs
      self.expected = expected
      self.got = got
    }
  }

  package init(
    _ verdict: Verdict, misconception: String? = nil, says: String,
    counterexample: Counterexample? = nil
  ) {
    self.verdict = verdict
    self.misconception = misconception
    self.says = says
    self.counterexample = counterexample
  }

  /// The same verdict with another counterexample, and a sentence more.
  package func showing(_ counterexample: Counterexample, saying more: String? = nil) -> Marking {
    Marking(
      verdict, misconception: misconception,
      says: [says, more].compactMap(\.self).joined(separator: " "),
      counterexample: counterexample)
  }

  /// The verdict in words, for a reader; what was typed may stand in it as it is.
  package var report: String {
    let start = verdict == .wrong ? "Wrong. " : verdict == .invalid ? "Not an answer. " : ""
    let slip = misconception.map { " [\($0)]" } ?? ""
    return start + says + slip
  }
}
