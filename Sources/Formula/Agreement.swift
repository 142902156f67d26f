/// Whether two formulas are the same, as far as points can tell.
package enum Agreement: Hashable, Sendable {
  /// At every point; the largest difference is relative to the terms that the formulas add up.
  case equal(largestDifference: Double, points: Int)
  case unequal(Counterexample)
  case undecided(Reason)

  package enum Reason: Hashable, Sendable {
    /// Too few points have a value that decides; the error says what was wrong at the last other.
    case tooFewPoints(Int, last: Failure?)
    /// No point can have a value.
    case failed(Failure)
  }

  /// An error, and which formula it points into.
  package struct Failure: Error, Hashable, Sendable {
    package var error: EvaluationError
    package var side: Side
  }

  package enum Side: Hashable, Sendable {
    case left
    case right
    /// A declaration of the domains.
    case domains
  }
}

/// A point where two formulas differ, with all that they read there.
package struct Counterexample: Hashable, Sendable {
  /// In the order of their declaration, then by index.
  package var inputs: [Input]
  package var left: Value
  package var right: Value

  package init(inputs: [Input], left: Value, right: Value) {
    self.inputs = inputs
    self.left = left
    self.right = right
  }

  package struct Input: Hashable, Sendable {
    /// The canonical name.
    package var name: String
    /// The index of a table's entry.
    package var index: Int?
    package var value: Value

    package init(name: String, index: Int? = nil, value: Value) {
      self.name = name
      self.index = index
      self.value = value
    }
  }
}
