extension Mixture {
  /// The score, and the slope of the score; needs components of positive variance.
  ///
  /// With s_k the components' scores, r_k their shares at x, and s = sum of r_k s_k,
  ///
  ///     ds/dx = sum of r_k (s_k^2 - 1 / v_k) - s^2,
  ///
  /// since the slope of a component's density q_k is s_k q_k.
  package func scoreAndSlope(at x: Double) -> (score: Double, slope: Double) {
    var (score, squares) = (0.0, 0.0)
    for (share, component) in zip(responsibilities(at: x), components) where share > 0 {
      let own = component.score(at: x)
      score += share * own
      squares += share * (own * own - 1 / component.variance)
    }
    return (score, squares - score * score)
  }
}
