import Formula
import Probability

/// Averages over all values of the random numbers, each weighted by its density.
///
/// By the trapezoidal rule over the standard normal sources: for a smooth function times a normal
/// density its error falls like exp(-2 pi^2 / h^2) with the step h, far below the last digit for
/// h = 1/4 (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule").
struct Expectation: Sendable {
  let numbers: RandomNumbers

  /// Beyond nine standard deviations lies less than 1e-18.
  private static let reach = 9.0
  /// Steps across 1 by the number of sources, a coarse and a fine one: where both agree the average
  /// is right.
  private static let steps: [Int: [Double]] = [1: [8, 10], 2: [4, 5], 3: [2, 2.5]]
  private static let tolerance = 1e-10

  /// The average of a formula's values.
  func average(
    of formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    let sources = sources(of: formula)
    guard !sources.isEmpty else { return try constant(formula, &evaluation) }
    guard let steps = Self.steps[sources.count] else {
      throw EvaluationError(.other("Average over at most \(Self.steps.count) random numbers."))
    }
    let coarse = try average(of: formula, sources, step: 1 / steps[0], &evaluation)
    let fine = try average(of: formula, sources, step: 1 / steps[1], &evaluation)
    guard abs(coarse.mean - fine.mean) <= Self.tolerance * fine.size else {
      throw EvaluationError(.other("This average can't be computed to enough digits."))
    }
    return fine.mean
  }

  /// The average of (a - E a)(b - E b).
  func covariance(
    _ a: Expression, _ b: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    let means = (try average(of: a, &evaluation), try average(of: b, &evaluation))
    return try average(of: centred(a, means.0) * centred(b, means.1), &evaluation)
  }

  private func constant(
    _ formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    guard let value = try evaluation.value(of: formula).scalar else {
      throw EvaluationError(.other("There is nothing random here that could be averaged."))
    }
    return value
  }

  /// The sources of which the names in the formula are made.
  private func sources(of formula: Expression) -> [Int] {
    let sums = formula.names.compactMap { numbers.sums[$0] }
    return (0..<numbers.sourceCount).filter { source in
      sums.contains { source < $0.weights.count && $0.weights[source] != 0 }
    }
  }

  private func average(
    of formula: Expression, _ sources: [Int], step: Double, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Double, size: Double) {
    let lattice = Lattice(axes: sources.count, step: step, reach: Self.reach)
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    var places = Array(
      repeating: [Double](repeating: 0, count: lattice.count), count: numbers.sourceCount)
    for (axis, source) in sources.enumerated() { places[source] = lattice.places[axis] }
    numbers.bind(in: &evaluation.scope, places: lattice.count, places, only: formula.names)
    let values = try evaluation.value(of: formula).elements
    guard values.count == 1 || values.count == lattice.count else {
      throw EvaluationError(.unequalLengths(values.count, lattice.count))
    }
    var (mean, size) = (0.0, 0.0)
    for (place, weight) in lattice.weights.enumerated() {
      let value = values.count == 1 ? values[0] : values[place]
      mean += weight * value
      size += weight * abs(value)
    }
    return (mean, size)
  }
}

/// Evenly spaced values of some standard normal numbers, in every combination.
private struct Lattice {
  /// For each number its values at the places.
  private(set) var places: [[Double]] = []
  /// The density of each place, times the space that it stands for.
  private(set) var weights = [1.0]

  var count: Int { weights.count }

  init(axes: Int, step: Double, reach: Double) {
    let notches = Int((reach / step).rounded())
    let points = (-notches...notches).map { Double($0) * step }
    let shares = points.map { step * Gaussian.standard.density(at: $0) }
    for _ in 0..<axes {
      places = places.map { axis in points.flatMap { _ in axis } }
      places.append(points.flatMap { [Double](repeating: $0, count: weights.count) })
      weights = shares.flatMap { share in weights.map { $0 * share } }
    }
  }
}

private func centred(_ formula: Expression, _ mean: Double) -> Expression {
  let number = Expression(.fenced(Expression(.number("\(mean)")), .parentheses))
  return Expression(
    .fenced(
      Expression(.sum([.init(formula), .init(number, isNegative: true)])), .parentheses))
}

private func * (left: Expression, right: Expression) -> Expression {
  Expression(.product([.init(.juxtaposed, left), .init(.juxtaposed, right)]))
}
