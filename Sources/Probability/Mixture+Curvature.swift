import RealModule

extension Mixture {
  /// The score, and the slope of the score; needs components of positive variance.
  ///
  /// With s_k the components' scores, r_k their shares at x, and s = sum of r_k s_k,
  ///
  ///     ds/dx = sum of r_k (s_k^2 - 1 / v_k) - s^2,
  ///
  /// since the slope of a component's density q_k is s_k q_k.
  package func scoreAndSlope(at x: Double) -> (score: Double, slope: Double) {
    var sum = ExponentialSum()
    for (weight, component) in zip(weights, components) {
      let score = component.score(at: x)
      sum.add(
        exponent: .log(weight) + component.logDensity(at: x), x: score,
        y: score * score - 1 / component.variance)
    }
    let averages = sum.averages
    return (averages.x, averages.y - averages.x * averages.x)
  }
}
