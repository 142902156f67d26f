/// What a formula comes to at one point, with a bound of its rounding and the names that it read.
package struct Measurement: Sendable {
  private let quantity: Quantity
  private let readings: Set<Evaluation.Reading>

  package var value: Value { quantity.value }

  /// A value that is known to its last place.
  package init(exact value: Value) {
    quantity = Quantity(value, tracksRounding: true)
    readings = []
  }

  fileprivate init(_ quantity: Quantity, _ evaluation: Evaluation) {
    self.quantity = quantity
    readings = Set(evaluation.readings.keys)
  }

  /// Whether the formula used that entry of a table.
  package func hasRead(_ table: String, at index: Int) -> Bool {
    readings.contains(Evaluation.Reading(name: table, index: index))
  }

  /// How two values compare at a point.
  package enum Closeness: Hashable, Sendable {
    case equal
    case different
    /// Rounding might hide a difference.
    case undecided
    /// Vectors of unequal length.
    case incomparable
  }

  package func closeness(to other: Measurement, tolerance: Double = 1e-9) -> Closeness {
    guard let judgement = Judgement(quantity, other.quantity, tolerance: tolerance) else {
      return .incomparable
    }
    return judgement.differs ? .different : judgement.isBlurred ? .undecided : .equal
  }
}

extension Expression {
  /// What the formula comes to where its names stand for what the scope says.
  ///
  /// - Parameters:
  ///   - scope: the meaning of the names.
  ///   - work: the steps of work so far, which one bound holds for; grows.
  /// - Returns: its value.
  /// - Throws: why it has none.
  package func measured(
    in scope: Scope, work: inout Int
  ) throws(EvaluationError) -> Measurement {
    var evaluation = Evaluation(scope, tracksRounding: true, steps: work)
    defer { work = evaluation.steps }
    let quantity = try evaluation.quantity(of: self)
    return Measurement(quantity, evaluation)
  }
}
