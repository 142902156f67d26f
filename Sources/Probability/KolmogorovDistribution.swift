import RealModule

/// The law of the largest gap between two empirical distribution functions, for large samples.
///
/// With K the limit of sqrt(n) times the gap, the probability that K is above x is
///
///     1 - sqrt(2 pi) / x  sum over odd j of exp(-j^2 pi^2 / 8 x^2)
///     = 2 sum over k = 1, 2, ... of (-1)^(k-1) exp(-2 k^2 x^2)
///
/// The first series converges fast for small x, the second for large x, where it also keeps the
/// digits of small probabilities. Source: Kolmogorov 1933; Feller 1948, "On the
/// Kolmogorov-Smirnov limit theorems for empirical distributions", equations 1.4 and 1.5.
package enum KolmogorovDistribution {
  /// The probability of a value above `x`, from 1 down to 1e-300 and below.
  package static func probability(above x: Double) -> Double {
    // Below 0.04 the probability differs from 1 by less than 1e-300.
    guard x > 0.04 else { return x.isNaN ? .nan : 1 }
    return x < 1 ? 1 - below(x) : above(x)
  }

  /// At x = 1 the fourth term is exp(-59) of the first.
  private static func below(_ x: Double) -> Double {
    let unit = -Double.pi * .pi / (8 * x * x)
    let sum = [49.0, 25, 9, 1].reduce(0) { $0 + Double.exp($1 * unit) }
    return Double.sqrt(2 * .pi) / x * sum
  }

  /// At x = 1 the fifth term is exp(-48) of the first.
  private static func above(_ x: Double) -> Double {
    let unit = -2 * x * x
    return 2
      * (Double.exp(unit) - .exp(4 * unit) + .exp(9 * unit) - .exp(16 * unit) + .exp(25 * unit))
  }
}
