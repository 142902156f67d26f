import Canvas
import Diffusion
import Formula

extension Judge {
  /// Whether both sides have the same law given the x that they start from; nil where they have
  /// none, or no noise at all.
  func lawVerdict(of relation: Comparison) -> Verdict? {
    var evidence = LawEvidence()
    for field in fields {
      for t in conditions.trials(of: field.schedule) where t <= Law.longestChain {
        let scope = field.scope(at: t, constants: conditions.constants)
        guard let base = [relation.left, relation.right].startOfChain(in: scope) else { return nil }
        let world = World(field.schedule, scope: scope, base: base)
        do throws(EvaluationError) {
          let left = try Law(relation.left, in: world)
          let right = try Law(relation.right, in: world)
          evidence.add(left, right, t: t, steps: field.schedule.steps)
        } catch {
          guard error.dependsOnPoint else { return nil }
        }
      }
    }
    return evidence.verdict
  }
}

extension [Expression] {
  /// The least index of an x that the formulas name; 0 where they name none, nil where one has no
  /// value.
  fileprivate func startOfChain(in scope: Scope) -> Int? {
    var least: Int?
    for formula in self {
      for index in formula.indices(of: "x") {
        guard let value = try? index.value(in: scope).scalar, let whole = Int(exactly: value) else {
          return nil
        }
        least = Swift.min(least ?? whole, whole)
      }
    }
    return Swift.max(0, least ?? 0)
  }
}

extension Expression {
  /// The indices under which a name stands in the formula.
  fileprivate func indices(of name: String) -> [Expression] {
    if case .indexed(let base, let index) = node, case .symbol(let symbol) = base.node,
      symbol.canonicalName == name
    {
      return [index]
    }
    return children.flatMap { $0.indices(of: name) }
  }
}

/// The laws of two sides at the points tried so far.
private struct LawEvidence {
  private var points = 0
  private var hasNoise = false
  private var failure: String?
  private var correlations = Correlations()

  mutating func add(_ left: Law, _ right: Law, t: Int, steps: Int) {
    points += 1
    hasNoise = hasNoise || !left.weights.isEmpty || !right.weights.isEmpty
    let scale = Swift.max(left.variance, right.variance)
    // A mean that cancels to nothing is measured against the deviation beside it.
    let size = Swift.max(abs(left.mean), abs(right.mean), scale.squareRoot())
    if !Test.equal.holds(left.mean, right.mean, scale: size) {
      fail(t, steps, "mean", left.mean, right.mean)
    } else if !Test.equal.holds(left.variance, right.variance, scale: scale) {
      fail(t, steps, "variance", left.variance, right.variance)
    }
    if let correlation = left.correlation(with: right) { correlations.add(correlation) }
  }

  private mutating func fail(
    _ t: Int, _ steps: Int, _ what: String, _ left: Double, _ right: Double
  ) {
    guard failure == nil else { return }
    failure =
      "Not even in distribution: at t = \(t) of T = \(steps) the left side has the \(what) "
      + "\(left.short(significant: 6)), the right side \(right.short(significant: 6))."
  }

  var verdict: Verdict? {
    guard points > 0, hasNoise else { return nil }
    if let failure { return Verdict(.fails, failure) }
    return Verdict(
      .holdsInDistribution,
      "Equal in distribution only, given the earliest x: same mean and same variance at "
        + "\(points) \(points == 1 ? "point" : "points"), correlation \(correlations.words)."
    )
  }
}
