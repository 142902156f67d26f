import RealModule

/// What becomes of normal distributions that are scaled, added, multiplied and compared: each time
/// a normal distribution or a number in closed form.
extension Gaussian {
  /// The distribution of `factor` times the number: mean times factor, variance times its square.
  package func scaled(by factor: Double) -> Gaussian {
    Gaussian(mean: factor * mean, variance: factor * factor * variance)
  }

  /// The distribution of the number plus a constant.
  package func shifted(by offset: Double) -> Gaussian {
    Gaussian(mean: mean + offset, variance: variance)
  }

  /// The distribution of the sum with an independent number: means and variances add.
  package func plus(independent other: Gaussian) -> Gaussian {
    Gaussian(mean: mean + other.mean, variance: variance + other.variance)
  }

  /// The distribution of `scale` x + noise, the noise independent with mean zero.
  ///
  /// One step of the forward process, or all of them at once.
  package func pushed(scale: Double, noise noiseVariance: Double) -> Gaussian {
    Gaussian(mean: scale * mean, variance: scale * scale * variance + noiseVariance)
  }

  /// The distribution of x when y = `scale` x + noise was seen, the noise independent with mean
  /// zero.
  ///
  /// Bayes' rule for this distribution as prior:
  ///
  ///     variance = v noise / (scale^2 v + noise)
  ///     mean     = m + v scale / (scale^2 v + noise) (y - scale m)
  ///              = (noise m + v scale y) / (scale^2 v + noise)
  ///
  /// The last form only adds; it is the two-term form of DDPM, equation 7. It needs a positive
  /// scale^2 v + noise.
  package func posterior(
    given y: Double, scale: Double, noise noiseVariance: Double
  ) -> Gaussian {
    let total = scale * scale * variance + noiseVariance
    return Gaussian(
      mean: (noiseVariance * mean + variance * scale * y) / total,
      variance: variance * (noiseVariance / total))
  }

  /// The product of two densities: a normal density times a number.
  ///
  ///     N(x; m1, v1) N(x; m2, v2) = N(m1; m2, v1 + v2) N(x; m, v)
  ///     1/v = 1/v1 + 1/v2,  m/v = m1/v1 + m2/v2
  ///
  /// - Returns: the normal density, and the logarithm of the number before it.
  package func times(_ other: Gaussian) -> (density: Gaussian, logFactor: Double) {
    let sum = variance + other.variance
    let product = Gaussian(
      mean: (mean * other.variance + other.mean * variance) / sum,
      variance: variance * (other.variance / sum))
    return (product, Gaussian(mean: other.mean, variance: sum).logDensity(at: mean))
  }

  /// The Kullback-Leibler divergence KL(self, other), in nats.
  ///
  ///     KL = (r - 1 - log r + (m1 - m2)^2 / v2) / 2,  r = v1 / v2
  ///
  /// With d = r - 1 the first part is d - log(1 + d). Both are close to d where the variances are
  /// close to each other; there the series d^2/2 - d^3/3 + ... takes over. Both variances must be
  /// positive.
  package func divergence(from other: Gaussian) -> Double {
    let difference = mean - other.mean
    let excess = (variance - other.variance) / other.variance
    return Self.divergence(excess: excess) + 0.5 * difference * (difference / other.variance)
  }

  /// The divergence of two laws of equal mean, from what the ratio of their variances has above 1.
  ///
  /// For an excess that is known to more digits than the variances have.
  package static func divergence(excess: Double) -> Double { 0.5 * excessOverLog(excess) }

  /// The Wasserstein-2 distance: how far mass must be moved, as root mean square.
  ///
  ///     W2^2 = (m1 - m2)^2 + (s1 - s2)^2,  s the standard deviations
  package func wasserstein2(to other: Gaussian) -> Double {
    .hypot(mean - other.mean, standardDeviation - other.standardDeviation)
  }
}

/// d - log(1 + d), at least zero, for d of at least -1.
///
/// Between -0.05 and 0.05 by twelve terms of the series; the first left out is below
/// 0.05^12 / 7 = 3e-17 of the sum.
private func excessOverLog(_ d: Double) -> Double {
  guard abs(d) < 0.05 else { return d - .log(onePlus: d) }
  var sum = 0.0
  for power in stride(from: 13, through: 2, by: -1) {
    sum = 1 / Double(power) - d * sum
  }
  return d * d * sum
}
