import RealModule

/// A normal distribution of two numbers that may depend on each other.
///
/// The covariance matrix is ((varianceX, covariance), (covariance, varianceY)). Its domain:
/// variances of at least zero and a covariance of at most sqrt(varianceX varianceY) in size.
package struct Gaussian2D: Hashable, Sendable {
  package let mean: Point2D
  package let varianceX: Double
  package let varianceY: Double
  package let covariance: Double

  package init(mean: Point2D, varianceX: Double, varianceY: Double, covariance: Double) {
    self.mean = mean
    self.varianceX = varianceX
    self.varianceY = varianceY
    self.covariance = covariance
  }

  /// Two independent numbers.
  package init(x: Gaussian, y: Gaussian) {
    self.init(
      mean: Point2D(x: x.mean, y: y.mean), varianceX: x.variance, varianceY: y.variance,
      covariance: 0)
  }

  /// The mean and covariance of round distributions around weighted centres.
  ///
  /// `weights` are one a centre, of sum 1; `within` is the variance around each centre, per
  /// coordinate, averaged over the centres.
  init(matching centres: Points2D, weights: [Double], within: Double) {
    let average = { (value: (Int) -> Double) in
      weights.indices.reduce(0) { $0 + weights[$1] * value($1) }
    }
    let mean = Point2D(x: average { centres.xs[$0] }, y: average { centres.ys[$0] })
    let x = { centres.xs[$0] - mean.x }
    let y = { centres.ys[$0] - mean.y }
    self.init(
      mean: mean, varianceX: within + average { x($0) * x($0) },
      varianceY: within + average { y($0) * y($0) }, covariance: average { x($0) * y($0) })
  }

  /// A number x and y = `slope` x + noise, the noise independent: a forward step and its start.
  package init(x: Gaussian, slope: Double, noise: Gaussian) {
    let y = x.scaled(by: slope).plus(independent: noise)
    self.init(
      mean: Point2D(x: x.mean, y: y.mean), varianceX: x.variance, varianceY: y.variance,
      covariance: slope * x.variance)
  }

  /// The distribution of x whatever y is.
  package var marginalX: Gaussian { Gaussian(mean: mean.x, variance: varianceX) }

  /// The distribution of y whatever x is.
  package var marginalY: Gaussian { Gaussian(mean: mean.y, variance: varianceY) }

  /// Between -1 and 1.
  package var correlation: Double { covariance / .sqrt(varianceX) / .sqrt(varianceY) }

  /// The distribution of x once y is known; needs a positive `varianceY`.
  ///
  ///     mean = mx + cov / vy (y - my),  variance = vx - cov^2 / vy
  package func conditionalX(givenY y: Double) -> Gaussian {
    let slope = covariance / varianceY
    let rest = varianceX - slope * covariance
    // Rounding may take what is left of a variance below zero.
    return Gaussian(mean: mean.x + slope * (y - mean.y), variance: rest < 0 ? 0 : rest)
  }

  /// The distribution of y once x is known; needs a positive `varianceX`.
  package func conditionalY(givenX x: Double) -> Gaussian { swapped.conditionalX(givenY: x) }

  /// The same with x and y changed over.
  package var swapped: Gaussian2D {
    Gaussian2D(
      mean: Point2D(x: mean.y, y: mean.x), varianceX: varianceY, varianceY: varianceX,
      covariance: covariance)
  }

  /// The logarithm of the density: that of y, and that of x once y is known.
  package func logDensity(at point: Point2D) -> Double {
    marginalY.logDensity(at: point.y) + conditionalX(givenY: point.y).logDensity(at: point.x)
  }

  /// The density, per unit of area.
  package func density(at point: Point2D) -> Double { .exp(logDensity(at: point)) }

  /// Independent draws; each takes two numbers of the generator.
  package func draw(_ count: Int, using generator: inout some RandomNumberGenerator) -> Points2D {
    // x and what y adds to it: the columns of the Cholesky factor.
    let deviationX = Double.sqrt(varianceX)
    let shared = varianceX > 0 ? covariance / deviationX : 0
    let own = Double.sqrt(max(0, varianceY - shared * shared))
    let normals = generator.normalPoints(count)
    return Points2D(
      xs: normals.xs.map { mean.x + deviationX * $0 },
      ys: zip(normals.xs, normals.ys).map { mean.y + shared * $0 + own * $1 })
  }
}
