/// A value, and how much of it may be rounding.
///
/// The bound is a running error analysis (Higham 2002, "Accuracy and Stability of Numerical
/// Algorithms", section 3.3), to first order: an operation f passes on |df/da| of its arguments'
/// errors and adds half a unit in the last place of its own result. It is what tells a difference
/// that cancels to zero in exact arithmetic from a small difference that is there: `a + b - a` keeps
/// the error of a, however small the sum is.
struct Quantity: Sendable {
  var value: Value
  /// The bound, absolute; nil where it is not asked for.
  var rounding: Value?

  /// Half a unit in the last place of 1.
  static let unit = 0x1p-53

  /// A value from outside, right to its last place.
  init(_ value: Value, tracksRounding: Bool) {
    self.value = value
    rounding = tracksRounding ? value.map { $0.magnitude * Self.unit } : nil
  }

  private init(_ value: Value, rounding: Value?) {
    self.value = value
    self.rounding = rounding
  }
}

extension Quantity {
  var negated: Quantity { Quantity(value.map(-), rounding: rounding) }

  func applying(
    _ operation: Operation, _ other: Quantity, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    guard let result = value.combined(with: other.value, operation.result) else {
      let lengths = (value.elements.count, other.value.elements.count)
      throw EvaluationError(.unequalLengths(lengths.0, lengths.1), at: range)
    }
    try Self.requireSound(result, at: range) { index, number in
      operation.defect(value[index], other.value[index], number)
    }
    guard let mine = rounding, let theirs = other.rounding else {
      return Quantity(result, rounding: nil)
    }
    let bound = result.mapWithIndex { index, number in
      let (left, right) = operation.slopes(value[index], other.value[index], number)
      return Self.carried(mine[index], left) + Self.carried(theirs[index], right)
        + number.magnitude * Self.unit
    }
    return Quantity(result, rounding: bound)
  }

  func applying(
    _ function: ElementaryFunction, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    let result = value.map(function.result)
    try Self.requireSound(result, at: range) { index, number in
      function.defect(value[index], number)
    }
    let bound = rounding.map { rounding in
      result.mapWithIndex { index, number in
        let slope = function.slope(value[index], number)
        return Self.carried(rounding[index], slope) + number.magnitude * Self.unit
      }
    }
    return Quantity(result, rounding: bound)
  }

  /// An argument's error as it comes through an operation of that slope.
  ///
  /// Where the slope is too steep for the linear bound, as at the root of zero, the root of the
  /// error is one: |sqrt(x + e) - sqrt(x)| <= sqrt(e).
  private static func carried(_ error: Double, _ slope: Double) -> Double {
    guard error > 0 else { return 0 }
    let linear = error * slope.magnitude
    return linear.isFinite ? linear : error.squareRoot()
  }

  private static func requireSound(
    _ result: Value, at range: Range<Int>,
    _ defect: (Int, Double) -> EvaluationError.Undefined?
  ) throws(EvaluationError) {
    for (index, number) in result.elements.enumerated() where !number.isNormal {
      guard let undefined = defect(index, number) else { continue }
      throw EvaluationError(.undefined(undefined), at: range)
    }
  }
}

extension Quantity {
  /// The length of a vector: the root of its squares' sum, or for degree 1 its magnitudes' sum.
  func norm(degree: Int, at range: Range<Int>) throws(EvaluationError) -> Quantity {
    let sum = value.elements.reduce(0) { $0 + (degree == 1 ? $1.magnitude : $1 * $1) }
    let length = degree == 1 ? sum : sum.squareRoot()
    guard length.isFinite else {
      throw EvaluationError(.undefined(.tooLarge("norm")), at: range)
    }
    let bound = rounding.map { rounding in
      rounding.elements.reduce(length * Self.unit * Double(value.elements.count + 1), +)
    }
    return Quantity(.scalar(length), rounding: bound.map { .scalar($0) })
  }
}

extension Value {
  /// The element there; a scalar has one everywhere.
  fileprivate subscript(index: Int) -> Double {
    switch self {
    case .scalar(let number): number
    case .vector(let numbers): numbers[index]
    }
  }

  fileprivate func mapWithIndex(_ transform: (Int, Double) -> Double) -> Value {
    switch self {
    case .scalar(let number): .scalar(transform(0, number))
    case .vector(let numbers): .vector(numbers.indices.map { transform($0, numbers[$0]) })
    }
  }
}
