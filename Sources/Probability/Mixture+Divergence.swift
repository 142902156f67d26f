import RealModule

extension Mixture {
  /// The Kullback-Leibler divergence KL(self, other), in nats.
  ///
  /// Right to some 1e-12. Infinite where a component is a point.
  package func divergence(from other: Gaussian) -> Double {
    guard components.allSatisfy({ $0.variance > 0 }) else { return .infinity }
    let divergence = average { logDensity(at: $0) - other.logDensity(at: $0) }
    // Below zero only by rounding.
    return divergence < 0 ? 0 : divergence
  }

  /// The average of a smooth function over all numbers; needs components of positive variance.
  ///
  /// By quadrature: ten places in each panel, and panels that end at whole deviations of every
  /// component up to the twelfth, so that none is wider than the narrowest bump it lies in. Cost is
  /// quadratic in the number of components.
  package func average(of function: (Double) -> Double) -> Double {
    let ends = panelEnds
    var sum = 0.0
    for (lower, upper) in zip(ends, ends.dropFirst()) {
      GaussLegendre.forEachPlace(from: lower, to: upper) { place, weight in
        sum += weight * density(at: place) * function(place)
      }
    }
    return sum
  }

  private var panelEnds: [Double] {
    zip(weights, components).flatMap { weight, component in
      weight == 0
        ? []
        : (-12...12).map { component.mean + Double($0) * component.standardDeviation }
    }.sorted()
  }
}
