/// What was found of one relation of somebody's notes.
package struct FieldVerdict: Hashable, Sendable {
  package var outcome: Verdict.Outcome
  /// The evidence, in sentences.
  package var says: String
  package var counterexample: Counterexample?
  /// The id of a slip that was recognised.
  package var slip: String?
  /// The relation as it was probably meant, in LaTeX.
  package var meant: String?
  /// Where it is published.
  package var source: String?
  /// Whose alpha it is.
  package var reading: Reading?
  /// For what alone it is true.
  package var condition: String?
  /// The parts that are wrong: UTF-8 offsets into the formula.
  package var places: [Range<Int>] = []

  package enum Reading: String, Hashable, Sendable {
    case ddpm
    case ddim
  }

  /// A point where the relation is not so.
  package struct Counterexample: Hashable, Sendable {
    package var inputs: [Input]
    /// What differs: the value of the sides, or their mean, variance or covariance.
    package var quantity: String
    package var left: Double
    package var right: Double
  }

  package struct Input: Hashable, Sendable {
    package let name: String
    /// One for a number.
    package let values: [Double]
    package let isList: Bool
  }

  /// The verdict on what can't be read.
  package static func unread(_ why: String) -> FieldVerdict { FieldVerdict(.unknown, why) }

  /// The same where the text says what it is true for.
  package func excused(_ reason: String) -> FieldVerdict {
    FieldVerdict(.holds, "\(condition.map { "So it is for \($0). " } ?? "")\(reason)")
  }

  init(_ outcome: Verdict.Outcome, _ says: String) {
    self.outcome = outcome
    self.says = says
  }
}
