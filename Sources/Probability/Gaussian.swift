import RealModule

/// A normal distribution of one number.
///
///     N(x; m, v) = exp(-(x - m)^2 / 2v) / sqrt(2 pi v)
///
/// The second parameter is the variance, as in the papers, not the standard deviation. A variance
/// of zero is a point mass: its density is infinite at the mean and zero elsewhere. A variance
/// below zero gives values that are not numbers.
///
///     Gaussian.standard.density(at: 0)       // 0.3989422804014327
///     Gaussian.standard.cumulative(to: 1.5)  // 0.9331927987311419
package struct Gaussian: Hashable, Sendable {
  package let mean: Double
  /// At least zero.
  package let variance: Double

  /// Mean zero, variance one.
  package static let standard = Gaussian(mean: 0, variance: 1)

  package init(mean: Double, variance: Double) {
    self.mean = mean
    self.variance = variance
  }

  package var standardDeviation: Double { .sqrt(variance) }

  /// How far `x` lies above the mean, in standard deviations.
  package func standardised(_ x: Double) -> Double { (x - mean) / standardDeviation }

  /// The density at `x`, per unit of x.
  package func density(at x: Double) -> Double { .exp(logDensity(at: x)) }

  /// The natural logarithm of the density; finite where the density itself is too small for a
  /// double.
  package func logDensity(at x: Double) -> Double {
    guard variance > 0 else { return pointMassLogDensity(at: x) }
    let z = standardised(x)
    return -0.5 * (z * z + .log(2 * .pi * variance))
  }

  /// The slope of the log density: -(x - m) / v.
  package func score(at x: Double) -> Double { (mean - x) / variance }

  /// The probability of a number of at most `x`.
  ///
  /// By erfc on both sides, so that small probabilities keep their digits; 1 + erf loses them.
  package func cumulative(to x: Double) -> Double {
    guard variance > 0 else { return x.isNaN ? .nan : (x < mean ? 0 : 1) }
    return 0.5 * .erfc(-standardised(x) / .sqrt(2))
  }

  /// The number that has probability `probability` below it, for a probability from 0 to 1.
  ///
  /// The inverse of ``cumulative(to:)``; infinite at 0 and 1.
  package func quantile(_ probability: Double) -> Double {
    mean + standardDeviation * standardNormalQuantile(probability)
  }

  /// One draw; takes two numbers of the generator.
  package func draw(using generator: inout some RandomNumberGenerator) -> Double {
    mean + standardDeviation * generator.nextNormalPair().0
  }

  private func pointMassLogDensity(at x: Double) -> Double {
    guard variance == 0, !x.isNaN else { return .nan }
    return x == mean ? .infinity : -.infinity
  }
}
