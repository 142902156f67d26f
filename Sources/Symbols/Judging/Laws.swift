import Formula

/// Compares the laws of two sides that are sums of normal numbers.
extension Trier {
  /// Whether both sides have the same joint law with the x that are named; nil where a side is no
  /// sum of normal numbers, or nothing is random.
  ///
  /// Every noise symbol is a draw of its own, independent of all x. Of noise that both sides name the
  /// same draw is meant, unless one side has merged it with others into a new one.
  func lawFinding(_ reading: Reading, beside named: [Expression]) -> Finding? {
    let (lefts, rights) = (spelled.noises(in: spelled.left), spelled.noises(in: spelled.right))
    guard !rights.isEmpty || !lefts.isEmpty else { return nil }
    let isMerged = lefts.contains { !rights.contains($0) }
    let shared = isMerged ? [] : lefts.filter { rights.contains($0) }
    var reading = reading
    reading.roles = spelled.freshRoles
    var count = 0
    for situation in situations {
      do throws(EvaluationError) {
        let interpretation = situation.interpretation(reading, spelled.noises)
        let left = try interpretation.law(of: spelled.left)
        let right = try interpretation.law(of: spelled.right)
        guard let left, let right, left.isRandom || right.isRandom else { return nil }
        var others = try interpretation.sums(of: named)
        for noise in shared { others.append(interpretation.fresh(noise)) }
        if let difference = difference(left, right, others, situation, reading) {
          return .differs(difference)
        }
        count += 1
      } catch {
        guard error.dependsOnPoint else { return nil }
      }
    }
    return count >= Self.fewestPoints ? .agrees(points: count) : nil
  }

  private func difference(
    _ left: NormalSum, _ right: NormalSum, _ others: [NormalSum], _ situation: Situation,
    _ reading: Reading
  ) -> Difference? {
    func found(_ what: Difference.Quantity, _ left: Double, _ right: Double) -> Difference {
      // What is left of a number that is known is rounding.
      let rounding = 1e-12 * max(abs(left), abs(right))
      return Difference(
        situation: situation, reading: reading, quantity: what,
        left: abs(left) < rounding ? 0 : left, right: abs(right) < rounding ? 0 : right)
    }
    let (first, second) = (left.given(others), right.given(others))
    let rest = max(first.variance, second.variance)
    if !others.isEmpty, !isEqual(first.variance, second.variance, rest), rest > 1e-9 {
      return found(.variance, first.variance, second.variance)
    }
    let size = max(left.variance, right.variance)
    let scale = max(abs(left.mean), abs(right.mean), size.squareRoot())
    if !isEqual(left.mean, right.mean, scale) { return found(.mean, left.mean, right.mean) }
    if !isEqual(left.variance, right.variance, size) {
      return found(.variance, left.variance, right.variance)
    }
    for other in others {
      let (first, second) = (left.covariance(with: other), right.covariance(with: other))
      let scale = (size * other.variance).squareRoot()
      if !isEqual(first, second, scale) { return found(.covariance, first, second) }
    }
    return nil
  }
}

extension NormalSum {
  /// What is left of a number where others are known, but for its mean.
  func given(_ others: [NormalSum]) -> NormalSum {
    var directions = Directions()
    for other in others { directions.add(other) }
    return directions.rest(of: self)
  }
}

func isEqual(_ left: Double, _ right: Double, _ scale: Double) -> Bool {
  Test.equal.holds(left, right, scale: scale)
}

extension Interpretation {
  /// What a formula is made of, read off its values; nil where it is no sum of the sources.
  func law(of formula: Expression) throws(EvaluationError) -> NormalSum? {
    let count = sourceCount
    var sources = SourceValues(at: Array(repeating: 0, count: count))
    sources.probe()
    let scope = scope(sources)
    let value = try formula.value(in: scope, limit: Trier.workLimit)
    guard case .vector(let values) = value else {
      return value.scalar.map { NormalSum(mean: $0, weights: []) }
    }
    let sum = NormalSum(mean: values[0], weights: values[1...count].map { $0 - values[0] })
    let size = sum.weights.reduce(abs(sum.mean)) { $0 + abs($1) }
    let probe = sum.value(at: SourceValues.probe)
    guard abs(values[count + 1] - probe) <= Test.tolerance * size else { return nil }
    return sum
  }

  /// The random numbers that some formulas name.
  func sums(of formulas: [Expression]) throws(EvaluationError) -> [NormalSum] {
    let sources = SourceValues(drawing: sourceCount, seed: 1)
    var evaluation = Evaluation(scope(sources))
    var sums: [NormalSum] = []
    for formula in formulas {
      if let sum = try sum(of: formula, &evaluation) { sums.append(sum) }
    }
    return sums
  }

  /// The draw of a noise symbol at its index, where its role is fresh.
  func fresh(_ noise: NoiseName) -> NormalSum {
    var index = t
    if case .step(let formula) = noise.index {
      let scope = scope(SourceValues(drawing: sourceCount, seed: 1))
      index = (try? formula.value(in: scope).scalar).flatMap { Int(exactly: $0) } ?? t
    }
    return world.freshNoise(noise.number, index: min(max(0, index), world.steps + 1))
  }
}

extension Expression {
  /// Every x with its step that stands in the formula, but for those of a range's variable.
  var namedX: [Expression] {
    switch node {
    case .indexed(let base, _) where base.headSymbol?.canonicalName == "x": [self]
    case .big: []
    default: children.flatMap(\.namedX)
    }
  }
}
