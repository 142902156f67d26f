import RealModule

/// The part of the standard normal distribution that lies in an interval.
///
/// Both numbers keep their digits for intervals that are narrow or far out, where a difference of
/// two values of the distribution function has none left.
package struct NormalInterval: Hashable, Sendable {
  /// The logarithm of the probability of the interval.
  package let logMass: Double
  /// The mean of the numbers in it.
  package let mean: Double

  /// The interval of this middle and this positive width.
  package init(middle: Double, width: Double) {
    let distance = abs(middle)
    let side =
      width * (1 + distance) < 2
      ? Self.narrow(distance, width) : Self.wide(distance, width)
    logMass = side.logMass
    mean = middle < 0 ? -side.mean : side.mean
  }

  /// With z = m + u the density is phi(m) exp(-m u - u^2 / 2), and the exponent is at most 1.5 in
  /// size: ten places give 16 digits.
  private static func narrow(
    _ middle: Double, _ width: Double
  ) -> (logMass: Double, mean: Double) {
    var mass = 0.0
    var moment = 0.0
    GaussLegendre.forEachPlace(from: -0.5 * width, to: 0.5 * width) { u, weight in
      let share = weight * Double.exp(-u * (middle + 0.5 * u))
      mass += share
      moment += share * u
    }
    return (Gaussian.standard.logDensity(at: middle) + .log(mass), middle + moment / mass)
  }

  /// By the distribution function at both ends, for a middle of at least 0.
  ///
  /// With a > 0, phi the density and M the tail over it: the mass of (a, b) is
  /// phi(a) M(a) - phi(b) M(b), where phi(b) = phi(a) exp(-(b^2 - a^2) / 2) = phi(a) exp(-m w).
  /// The mean is (phi(a) - phi(b)) / mass.
  private static func wide(_ middle: Double, _ width: Double) -> (logMass: Double, mean: Double) {
    let lower = middle - 0.5 * width
    let upper = middle + 0.5 * width
    let phi = Gaussian.standard
    if lower <= 0 {
      let mass = 0.5 * (Double.erf(upper / .sqrt(2)) + .erf(-lower / .sqrt(2)))
      return (.log(mass), (phi.density(at: lower) - phi.density(at: upper)) / mass)
    }
    let decay = Double.exp(-middle * width)
    let body = tailOverDensity(lower) - decay * tailOverDensity(upper)
    return (phi.logDensity(at: lower) + .log(body), (1 - decay) / body)
  }
}

/// Mills' ratio: the probability of a standard normal number above `x` over the density at `x`,
/// for x > 0.
///
/// Above 4 by Laplace's continued fraction 1 / (x + 1 / (x + 2 / (x + 3 / ...))), cut after 30
/// terms, where its error is below 4e-16.
private func tailOverDensity(_ x: Double) -> Double {
  if x < 4 {
    return Double.exp(0.5 * x * x) * .erfc(x / .sqrt(2)) * .sqrt(.pi / 2)
  }
  return 1 / stride(from: 30.0, through: 1, by: -1).reduce(x) { x + $1 / $0 }
}
