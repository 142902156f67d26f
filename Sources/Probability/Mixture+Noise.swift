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
