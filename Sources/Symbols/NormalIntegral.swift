import Formula

/// An average over a few independent standard normal sources, by a lattice of some step.
struct NormalIntegral: Sendable {
  /// The names that are bound to sums of the sources, in the order of the sums.
  let names: [String]
  let sums: [NormalSum]
  /// How many there are.
  let sources: Int

  /// Beyond nine standard deviations lies less than 1e-18.
  private static let reach = 9.0
  private static let nothing = 1e-14

  /// The average by a lattice of a step, and that of the magnitudes.
  func mean(
    of formula: Expression, step: Double, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Double, size: Double) {
    let lattice = Lattice(axes: sources, step: step, reach: Self.reach)
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    bind(over: lattice, in: &evaluation.scope)
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
    // Beside what was averaged it is nothing: what rounding has left of zero.
    return (abs(mean) < Self.nothing * size ? 0 : mean, size)
  }

  private func bind(over lattice: Lattice, in scope: inout Scope) {
    for (name, sum) in zip(names, sums) {
      guard sum.isRandom else {
        scope[name] = .value(.scalar(sum.mean))
        continue
      }
      var values = [Double](repeating: sum.mean, count: lattice.count)
      for (weight, places) in zip(sum.weights, lattice.places) where weight != 0 {
        for place in values.indices { values[place] += weight * places[place] }
      }
      scope[name] = .value(.vector(values))
    }
  }
}
