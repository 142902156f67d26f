import Formula
import Probability

/// Averages over the values of random numbers, each weighted by its density.
///
/// By the trapezoidal rule over the standard normal sources: for a smooth function times a normal
/// density its error falls like exp(-2 pi^2 / h^2) with the step h, far below the last digit for
/// h = 1/4 (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule").
struct Expectation: Sendable {
  let numbers: MixedNumbers

  /// Numbers that were seen: their names, and the values of each.
  struct Sight: Sendable {
    var names: [String] = []
    var values: [Value] = []
  }

  /// The average of a formula's values.
  ///
  /// - Parameters:
  ///   - formula: what is averaged.
  ///   - chosen: the names to average over, where others keep the value that they have; nil for all.
  ///   - sight: what is known of the numbers.
  ///   - evaluation: the names and their values.
  /// - Returns: one average, or one for each value that was seen or kept.
  /// - Throws: that the formula has no value, or that the average can't be computed to enough digits.
  func average(
    of formula: Expression, over chosen: Set<String>? = nil, given sight: Sight = Sight(),
    _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let random = formula.names.filter(numbers.isRandom)
    let averaged = chosen.map(random.intersection) ?? random
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    var kept = Sight()
    for name in random.subtracting(averaged).sorted() {
      guard case .value(let value) = outside[name] else { continue }
      kept.names.append(name)
      kept.values.append(value)
    }
    guard let places = (sight.values + kept.values).commonCount else {
      throw EvaluationError(.other("Give as many values of one number as of the other."))
    }
    guard !averaged.isEmpty else { return try constant(formula, &evaluation) }
    let isVector = (sight.values + kept.values).contains { $0.scalar == nil }
    var averages: [Double] = []
    for place in 0..<places {
      for (name, value) in zip(kept.names, kept.values) {
        evaluation.scope[name] = .value(.scalar(value.element(place)))
      }
      averages.append(
        try average(
          of: formula, averaged.sorted(), sight.names,
          at: sight.values.map { $0.element(place) }, &evaluation))
    }
    return isVector ? .vector(averages) : .scalar(averages[0])
  }

  /// The average of (a - E a)(b - E b).
  func covariance(
    _ a: Expression, _ b: Expression, given sight: Sight = Sight(), _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let names = ("mean of one", "mean of the other")
    let means = (
      try average(of: a, given: sight, &evaluation), try average(of: b, given: sight, &evaluation)
    )
    guard let places = [means.0, means.1].commonCount else {
      throw EvaluationError(.unequalLengths(means.0.elements.count, means.1.elements.count))
    }
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    let product = centred(a, names.0) * centred(b, names.1)
    var averages: [Double] = []
    for place in 0..<places {
      evaluation.scope[names.0] = .value(.scalar(means.0.element(place)))
      evaluation.scope[names.1] = .value(.scalar(means.1.element(place)))
      let seen = Sight(
        names: sight.names, values: sight.values.map { .scalar($0.element(place)) })
      guard let value = try average(of: product, given: seen, &evaluation).scalar else { break }
      averages.append(value)
    }
    return averages.count == 1 ? .scalar(averages[0]) : .vector(averages)
  }

  private func constant(
    _ formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    guard let value = try evaluation.value(of: formula).scalar else {
      throw EvaluationError(.other("There is nothing random here that could be averaged."))
    }
    return .scalar(value)
  }

  /// The average where each number that was seen has one value.
  private func average(
    of formula: Expression, _ names: [String], _ seen: [String], at values: [Double],
    _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    var parts: [(share: Double, integral: NormalIntegral)] = []
    let shares = try numbers.shares(given: seen, at: values)
    let (seen, values) = numbers.normal(seen, values)
    for (part, share) in zip(numbers.parts, shares) where share > 0 {
      let sums = part.numbers.sums
      let own = names.compactMap { sums[$0] }
      let conditioned = try own.conditioned(on: seen.compactMap { sums[$0] }, at: values)
      let (fewest, sources) = conditioned.onFewestSources(variances: own.map(\.variance))
      parts.append((share, NormalIntegral(names: names, sums: fewest, sources: sources)))
    }
    return try average(of: formula, parts, &evaluation)
  }

  /// Steps across 1 by the number of sources, each a coarse and a fine one; where both agree the
  /// average is right, else the next pair is tried.
  private static let steps: [Int: [(coarse: Double, fine: Double)]] = [
    0: [(1, 1)], 1: [(2, 2.5), (8, 10), (32, 40), (128, 160), (512, 640)],
    2: [(2, 2.5), (4, 5), (12, 15)], 3: [(2, 2.5)],
  ]
  private static let tolerance = 1e-10

  private func average(
    of formula: Expression, _ parts: [(share: Double, integral: NormalIntegral)],
    _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    guard let steps = Self.steps[parts.map(\.integral.sources).max() ?? 0] else {
      throw EvaluationError(.other("Average over at most \(Self.steps.count - 1) random numbers."))
    }
    for (coarse, fine) in steps {
      var (first, second, size) = (0.0, 0.0, 0.0)
      for (share, integral) in parts {
        first += share * (try integral.mean(of: formula, step: 1 / coarse, &evaluation)).mean
        let means = try integral.mean(of: formula, step: 1 / fine, &evaluation)
        (second, size) = (second + share * means.mean, size + share * means.size)
      }
      if abs(first - second) <= Self.tolerance * size { return second }
    }
    throw EvaluationError(.other("This average can't be computed to enough digits."))
  }
}

extension Value {
  fileprivate func element(_ place: Int) -> Double {
    switch self {
    case .scalar(let number): number
    case .vector(let numbers): numbers[place]
    }
  }
}

extension [Value] {
  /// How many elements all vectors among them have; 1 where there is none, nil where they differ.
  fileprivate var commonCount: Int? {
    let counts = Set(filter { $0.scalar == nil }.map(\.elements.count))
    return counts.count > 1 ? nil : counts.first ?? 1
  }
}

private func centred(_ formula: Expression, _ mean: String) -> Expression {
  let mean = Expression(.symbol(Symbol(mean)))
  return Expression(
    .fenced(Expression(.sum([.init(formula), .init(mean, isNegative: true)])), .parentheses))
}

private func * (left: Expression, right: Expression) -> Expression {
  Expression(.product([.init(.juxtaposed, left), .init(.juxtaposed, right)]))
}
