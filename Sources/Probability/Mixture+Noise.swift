import RealModule

/// Mixtures with noise added, and what the noisy number tells of the clean one.
extension Mixture {
  /// The distribution of `scale` x + noise, the noise independent, normal, with mean zero.
  ///
  /// Again a mixture, with the same weights: the forward process does this to it.
  package func pushed(scale: Double, noise noiseVariance: Double) -> Mixture {
    Mixture(
      components: components.map { $0.pushed(scale: scale, noise: noiseVariance) },
      weights: weights)
  }

  /// The log density and score of y = (1 - `shrinkage`) x + noise, the noise independent, normal,
  /// with mean zero.
  ///
  ///     y - (1 - shrinkage) m = (y - m) + shrinkage m
  ///
  /// The right side keeps its digits where the shrinkage is small and y close to a mean; a rounded
  /// (1 - shrinkage) m has lost them. Needs a positive variance of y.
  package func noisyDensity(
    at y: Double, shrinkage: Double, noise noiseVariance: Double
  ) -> (logDensity: Double, score: Double) {
    let scale = 1 - shrinkage
    var (exponents, scores): ([Double], [Double]) = ([], [])
    for (weight, component) in zip(weights, components) {
      let law = Gaussian(mean: 0, variance: scale * scale * component.variance + noiseVariance)
      let offset = (y - component.mean) + shrinkage * component.mean
      exponents.append(.log(weight) + law.logDensity(at: offset))
      scores.append(law.score(at: offset))
    }
    let score = zip(softmax(exponents), scores).reduce(0) { $0 + $1.0 * $1.1 }
    return (logarithmOfSum(exponents), score)
  }

  /// The distribution of x when y = `scale` x + noise was seen.
  ///
  /// Again a mixture. Each component is conditioned by itself; its new weight is the old one times
  /// the density that it gave to y:
  ///
  ///     w_k' proportional to w_k N(y; scale m_k, scale^2 v_k + noise)
  package func posterior(
    given y: Double, scale: Double, noise noiseVariance: Double
  ) -> Mixture {
    Mixture(
      components: components.map { $0.posterior(given: y, scale: scale, noise: noiseVariance) },
      weights: pushed(scale: scale, noise: noiseVariance).responsibilities(at: y))
  }
}
