import Probability

/// Compares two formulas at points drawn from the domains of their variables.
///
/// Equal seeds give equal verdicts. A point where either has no value, or where rounding might hide
/// a difference, decides nothing and is drawn again. One point that differs is enough to be unequal;
/// the one that is shown is the simplest that was found. Names that no domain declares have the
/// meaning that they have in the scope.
package func compare(
  _ left: Expression, _ right: Expression, over domains: Domains, in scope: Scope = Scope(),
  seed: UInt64, points: Int = 24, tolerance: Double = 1e-9
) -> Agreement {
  var comparison = Comparison(
    left: left, right: right, domains: domains, scope: scope, tolerance: tolerance)
  return comparison.run(seed: seed, points: points)
}

private struct Comparison {
  let left: Expression
  let right: Expression
  let domains: Domains
  let scope: Scope
  let tolerance: Double
  private var agreed = 0
  private var largestDifference = 0.0
  private var differing: [Counterexample] = []
  private var lastFailure: Agreement.Failure?
  /// Work of all points together, which one bound holds for.
  private var steps = 0

  init(
    left: Expression, right: Expression, domains: Domains, scope: Scope, tolerance: Double
  ) {
    self.left = left
    self.right = right
    self.domains = domains
    self.scope = scope
    self.tolerance = tolerance
  }

  mutating func run(seed: UInt64, points: Int) -> Agreement {
    for attempt in 0..<(20 * points) where agreed + differing.count < points {
      do throws(Agreement.Failure) {
        try visit(CounterGenerator(seed: seed, stream: UInt64(attempt)))
      } catch {
        guard error.error.dependsOnPoint else { return .undecided(.failed(error)) }
        lastFailure = error
      }
    }
    if let simplest = differing.min(by: isSimpler) { return .unequal(simplest) }
    guard agreed >= max(1, points / 3) else {
      return .undecided(.tooFewPoints(agreed, last: lastFailure))
    }
    return .equal(largestDifference: largestDifference, points: agreed)
  }
}

extension Comparison {
  private mutating func visit(_ generator: CounterGenerator) throws(Agreement.Failure) {
    let point = try point(generator)
    let (left, leftReadings) = try evaluate(left, .left, at: point)
    let (right, rightReadings) = try evaluate(right, .right, at: point)
    guard let judgement = Judgement(left, right, tolerance: tolerance) else {
      let lengths = (left.value.elements.count, right.value.elements.count)
      let error = EvaluationError(.unequalLengths(lengths.0, lengths.1), at: self.right.range)
      throw Agreement.Failure(error: error, side: .right)
    }
    if judgement.differs {
      let readings = leftReadings.merging(rightReadings) { first, _ in first }
      differing.append(
        Counterexample(inputs: inputs(readings), left: left.value, right: right.value))
    } else if !judgement.isBlurred {
      agreed += 1
      largestDifference = max(largestDifference, judgement.difference)
    }
  }

  private mutating func point(_ generator: CounterGenerator) throws(Agreement.Failure) -> Scope {
    var generator = generator
    var evaluation = Evaluation(scope, steps: steps)
    defer { steps = evaluation.steps }
    do {
      try domains.draw(into: &evaluation, using: &generator)
      return evaluation.scope
    } catch {
      throw Agreement.Failure(error: error, side: .domains)
    }
  }

  private mutating func evaluate(
    _ expression: Expression, _ side: Agreement.Side, at point: Scope
  ) throws(Agreement.Failure) -> (Quantity, [Evaluation.Reading: Value]) {
    var evaluation = Evaluation(point, tracksRounding: true, steps: steps)
    defer { steps = evaluation.steps }
    do {
      return (try evaluation.quantity(of: expression), evaluation.readings)
    } catch {
      throw Agreement.Failure(error: error, side: side)
    }
  }
}

extension Comparison {
  private func inputs(_ readings: [Evaluation.Reading: Value]) -> [Counterexample.Input] {
    let names = domains.declarations.map(\.name)
    func rank(_ input: Counterexample.Input) -> (Int, String, Int) {
      (names.lastIndex(of: input.name) ?? names.count, input.name, input.index ?? 0)
    }
    return
      readings
      .map { Counterexample.Input(name: $0.name, index: $0.index, value: $1) }
      .sorted { rank($0) < rank($1) }
  }

  /// Whole numbers count first, then the size of the others; a difference that is plain to see wins.
  private func isSimpler(_ one: Counterexample, _ other: Counterexample) -> Bool {
    complexity(of: one) < complexity(of: other)
  }

  private func complexity(of point: Counterexample) -> (Int, Double, Double) {
    let (left, right) = (point.left.elements, point.right.elements)
    let gap = zip(left, right).map { ($0 - $1).magnitude }.max() ?? 0
    let isFaint = gap < 1e-3 * ((left + right).map(\.magnitude).max() ?? 0)
    let size = { (isWhole: Bool) in
      point.inputs.filter { wholes.contains($0.name) == isWhole }
        .flatMap(\.value.elements).reduce(0) { $0 + $1.magnitude }
    }
    return (isFaint ? 1 : 0, size(true), size(false))
  }

  private var wholes: Set<String> {
    Set(
      domains.declarations.compactMap { declaration in
        if case .integer = declaration.kind { declaration.name } else { nil }
      })
  }
}
