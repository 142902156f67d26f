import RealModule

extension Mixture {
  /// The Kullback-Leibler divergence KL(self, other), in nats.
  ///
  /// Right to some 1e-13 of itself, but for what the means lose as differences; cost is quadratic
  /// in the number of components. Infinite where a component is a point, or the other is one.
  package func divergence(from other: Gaussian) -> Double {
    guard other.variance > 0 else { return .infinity }
    let deviation = other.standardDeviation
    let parts = zip(weights, components).map { weight, component in
      RelativeMixture.Part(
        weight: weight, mean: (component.mean - other.mean) / deviation,
        variance: component.variance / other.variance,
        excess: (component.variance - other.variance) / other.variance)
    }
    return RelativeMixture(parts).divergence
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
