import RealModule

extension Mixture {
  /// The Kullback-Leibler divergence KL(self, other), in nats.
  ///
  /// By quadrature: ten places in each panel, and panels that end at whole deviations of every
  /// component up to the twelfth, so that none is wider than the narrowest bump it lies in.
  /// Right to some 1e-12; cost is quadratic in the number of components. Infinite where a
  /// component is a point.
  package func divergence(from other: Gaussian) -> Double {
    guard components.allSatisfy({ $0.variance > 0 }) else { return .infinity }
    let ends = panelEnds
    var sum = 0.0
    for (lower, upper) in zip(ends, ends.dropFirst()) {
      GaussLegendre.forEachPlace(from: lower, to: upper) { place, weight in
        let logDensity = logDensity(at: place)
        sum += weight * .exp(logDensity) * (logDensity - other.logDensity(at: place))
      }
    }
    // Below zero only by rounding.
    return sum < 0 ? 0 : sum
  }

  private var panelEnds: [Double] {
    zip(weights, components).flatMap { weight, component in
      weight == 0
        ? []
        : (-12...12).map { component.mean + Double($0) * component.standardDeviation }
    }.sorted()
  }
}
