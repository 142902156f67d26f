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
    let lattice = Lattice(sources: sources, step: step, reach: Self.reach)
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    numbers.bind(in: &evaluation.scope, lattice.count) { lattice.value(of: $1, at: $0) }
    let values = try evaluation.value(of: formula).elements
    guard values.count == 1 || values.count == lattice.count else {
      throw EvaluationError(.unequalLengths(values.count, lattice.count))
    }
    var (mean, size) = (0.0, 0.0)
    for place in 0..<lattice.count {
      let value = values.count == 1 ? values[0] : values[place]
      let weight = lattice.weight(at: place)
      mean += weight * value
      size += weight * abs(value)
    }
    return (mean, size)
  }
}

/// Evenly spaced values of some sources, in every combination.
private struct Lattice {
  private let axisOfSource: [Int: Int]
  private let points: [Double]
  private let weights: [Double]
  let count: Int

  init(sources: [Int], step: Double, reach: Double) {
    let notches = Int((reach / step).rounded())
    points = (-notches...notches).map { Double($0) * step }
    weights = points.map { step * Gaussian.standard.density(at: $0) }
    axisOfSource = Dictionary(uniqueKeysWithValues: zip(sources, sources.indices))
    count = sources.reduce(1) { count, _ in count * (2 * notches + 1) }
  }

  /// Zero for a source that the formula does not depend on.
  func value(of source: Int, at place: Int) -> Double {
    axisOfSource[source].map { points[index(place, axis: $0)] } ?? 0
  }

  func weight(at place: Int) -> Double {
    axisOfSource.values.reduce(1) { $0 * weights[index(place, axis: $1)] }
  }

  private func index(_ place: Int, axis: Int) -> Int {
    let stride = (0..<axis).reduce(1) { stride, _ in stride * points.count }
    return place / stride % points.count
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
