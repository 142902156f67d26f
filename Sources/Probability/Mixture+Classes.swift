import RealModule

/// Mixtures each of whose parts is a class: which one a number comes from.
extension Mixture {
  /// The law of the numbers of one class.
  package func part(_ label: Int) -> Mixture { Mixture(components[label]) }

  /// The slope of log p(label given x) at each place; needs components of positive variance.
  ///
  /// With r_j the share of class j at x, and s_j the score of that class alone,
  ///
  ///     d/dx log p(k given x) = s_k - sum over j of r_j s_j
  ///                           = sum over j of r_j (s_k - s_j),
  ///
  /// of which the second keeps its digits where p is nearly 1 and the sum nearly s_k.
  package func classSlopes(_ label: Int, at places: [Double]) -> [Double] {
    let own = components[label]
    let logs = logDensities(at: places)
    var slopes = [Double](repeating: 0, count: places.count)
    for (index, other) in components.enumerated() where index != label && weights[index] > 0 {
      let share = Double.log(weights[index])
      for (place, x) in places.enumerated() {
        let chance = Double.exp(share + other.logDensity(at: x) - logs[place])
        slopes[place] += chance * (own.score(at: x) - other.score(at: x))
      }
    }
    return slopes
  }

  /// The probability of a class at each place.
  package func classProbabilities(_ label: Int, at places: [Double]) -> [Double] {
    let share = Double.log(weights[label])
    return zip(places, logDensities(at: places)).map { x, whole in
      .exp(share + components[label].logDensity(at: x) - whole)
    }
  }
}
