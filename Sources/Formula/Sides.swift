/// Both sides of a relation at one point.
package struct Sides: Hashable, Sendable {
  package let left: Value
  package let right: Value
  /// They are further apart than the tolerance and rounding together.
  package let differ: Bool
  /// Rounding may hide a difference that a reader would call one: the point says nothing.
  package let areBlurred: Bool
}

extension Scope {
  /// Evaluates both sides of a relation, and tells whether they are one number.
  ///
  /// The tolerance is relative to the larger side, and rounding is counted besides; the slack is
  /// absolute, for sides that were not computed to the last place. The limit is that of the steps of
  /// work for each side.
  ///
  /// - Throws: why a side has no value, or that one has more elements than the other.
  package func sides(
    _ left: Expression, _ right: Expression, tolerance: Double, slack: Double = 0,
    limit: Int
  ) throws(EvaluationError) -> Sides {
    let (first, second) = (try quantity(of: left, limit), try quantity(of: right, limit))
    guard let judgement = Judgement(first, second, tolerance: tolerance) else {
      let lengths = (first.value.elements.count, second.value.elements.count)
      throw EvaluationError(.unequalLengths(lengths.0, lengths.1), at: right.range)
    }
    let gap = first.value.combined(with: second.value) { ($0 - $1).magnitude }
    let isFar = gap?.elements.contains { $0 > slack } ?? true
    return Sides(
      left: first.value, right: second.value, differ: judgement.differs && isFar,
      areBlurred: judgement.isBlurred)
  }

  private func quantity(
    of formula: Expression, _ limit: Int
  ) throws(EvaluationError) -> Quantity {
    let steps = max(0, Evaluation.stepLimit - limit)
    var evaluation = Evaluation(self, tracksRounding: true, steps: steps)
    return try evaluation.quantity(of: formula)
  }
}
