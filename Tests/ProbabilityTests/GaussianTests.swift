import Foundation
import Probability
import Testing

private struct Row: Decodable {
  let kind: String
  let x: Double
  let width: Double?
  let value: Double
  let mean: Double?
}

@Test func `distribution function, quantile and intervals agree with 50-digit arithmetic`() throws {
  let rows = try referenceRows("gaussian.json", as: Row.self)
  #expect(rows.count > 30)
  let normal = Gaussian.standard
  for row in rows {
    switch row.kind {
    case "cumulative":
      // A rounding of x weighs x^2 times in the tail: 37^2 eps is 3e-13.
      let bound = 1e-15 + 3e-16 * row.x * row.x
      #expect(agreeRelatively(normal.cumulative(to: row.x), row.value, bound), "at \(row.x)")
    case "quantile":
      #expect(agreeRelatively(normal.quantile(row.x), row.value, 4e-15), "at \(row.x)")
    default:
      // One square of this side at zero with noise of variance 1, on its diagonal: the log density
      // is twice that of the interval, and the score minus the mean in it.
      let (x, width) = (row.x, row.width ?? 0)
      let square = Squares(
        centres: LabelledPoints(points: Points2D(xs: [0], ys: [0]), labels: [0]), side: width,
        noise: 1)
      let local = square.localDensity(x: x, y: x)
      #expect(agree(local.logDensity, 2 * (row.value - log(width)), 1e-14), "\(x), \(width)")
      #expect(agree(local.scoreX, -(row.mean ?? 0), 4e-15), "\(x), \(width)")
      #expect(local.scoreY == local.scoreX)
    }
  }
}

@Test func `the ends of probability lie at infinity, and beyond them is no number`() {
  let normal = Gaussian(mean: 3, variance: 4)
  #expect(normal.quantile(0) == -.infinity)
  #expect(normal.quantile(1) == .infinity)
  #expect(normal.quantile(-0.1).isNaN && normal.quantile(1.1).isNaN && normal.quantile(.nan).isNaN)
}

@Test(arguments: [-3, -0.5, 0, 1.7, 40]) func `a log density is that of the written formula`(
  x: Double
) {
  let normal = Gaussian(mean: 0.5, variance: 2.25)
  let written = -(x - 0.5) * (x - 0.5) / 4.5 - 0.9189385332046727 - 0.4054651081081644
  #expect(agree(normal.logDensity(at: x), written, 1e-14))
}

@Test func `a point mass is a step and an infinite peak`() {
  let point = Gaussian(mean: 2, variance: 0)
  #expect(point.cumulative(to: 1.9) == 0 && point.cumulative(to: 2) == 1)
  #expect(point.density(at: 2) == .infinity && point.density(at: 2.1) == 0)
}

@Test func `scaling, shifting and adding act on mean and variance`() {
  let first = Gaussian(mean: 1, variance: 0.25)
  #expect(first.scaled(by: -3) == Gaussian(mean: -3, variance: 2.25))
  #expect(first.shifted(by: 4) == Gaussian(mean: 5, variance: 0.25))
  #expect(
    first.plus(independent: Gaussian(mean: -2, variance: 2)) == Gaussian(mean: -1, variance: 2.25))
}

@Test(arguments: [-2, 0, 0.7, 5.0]) func `a product of densities is a density times its factor`(
  x: Double
) {
  let first = Gaussian(mean: -1, variance: 0.5)
  let second = Gaussian(mean: 2, variance: 3)
  let product = first.times(second)
  #expect(
    agree(
      product.density.logDensity(at: x) + product.logFactor,
      first.logDensity(at: x) + second.logDensity(at: x), 1e-14))
}

@Test(arguments: [-2, 0, 0.7, 5.0]) func `prior times likelihood is posterior times evidence`(
  x: Double
) {
  let prior = Gaussian(mean: 0.4, variance: 2)
  let (scale, noise, seen) = (0.6, 0.3, 1.1)
  let joint =
    prior.logDensity(at: x) + Gaussian(mean: scale * x, variance: noise).logDensity(at: seen)
  let evidence = prior.pushed(scale: scale, noise: noise).logDensity(at: seen)
  let posterior = prior.posterior(given: seen, scale: scale, noise: noise)
  #expect(agree(joint, posterior.logDensity(at: x) + evidence, 1e-14))
}

@Test func `divergence agrees with quadrature by the mixture`() {
  let first = Gaussian(mean: 1, variance: 0.25)
  for second in [
    Gaussian(mean: 0, variance: 1), Gaussian(mean: 1, variance: 0.2501),
    Gaussian(mean: 1.3, variance: 0.1),
  ] {
    let integral = Mixture(first).divergence(from: second)
    #expect(agree(first.divergence(from: second), integral, 1e-13))
  }
}

@Test func `the distance of normal distributions is that of their quantiles`() {
  let first = Gaussian(mean: 1, variance: 0.25)
  let second = Gaussian(mean: -0.5, variance: 2)
  let count = 20_000
  let squares = (0..<count).reduce(0.0) { sum, index in
    let share = (Double(index) + 0.5) / Double(count)
    let gap = first.quantile(share) - second.quantile(share)
    return sum + gap * gap / Double(count)
  }
  // The outermost quantiles stand for tails of 1/40,000, which hold 2e-4 of the square.
  #expect(agree(squares.squareRoot(), first.wasserstein2(to: second), 1e-4))
}

@Test func `the divergence of close variances keeps its digits`() {
  // With d = 1e-6: (d - log(1 + d)) / 2 = d^2/4 - d^3/6 + d^4/8 - ...
  let d = 1e-6
  let close = Gaussian(mean: 0, variance: 1 + d)
  let exact = (1 + d) - 1
  let want = exact * exact * (0.25 - exact / 6 + exact * exact / 8)
  #expect(agreeRelatively(close.divergence(from: .standard), want, 1e-14))
  #expect(Gaussian.standard.divergence(from: .standard) == 0)
  // The series hands over to the logarithm at 0.05.
  let (below, above) = (1.05.nextDown, 1.05.nextUp)
  #expect(
    agreeRelatively(
      Gaussian(mean: 0, variance: below).divergence(from: .standard),
      Gaussian(mean: 0, variance: above).divergence(from: .standard), 1e-13))
}

@Test func `a joint density is a marginal times a conditional, either way`() {
  let joint = Gaussian2D(
    mean: Point2D(x: 1, y: -2), varianceX: 2, varianceY: 0.5, covariance: -0.7)
  for (x, y) in [(0.0, 0.0), (1, -2), (3, -3.5)] {
    let place = Point2D(x: x, y: y)
    let other = joint.marginalX.logDensity(at: x) + joint.conditionalY(givenX: x).logDensity(at: y)
    #expect(agree(joint.logDensity(at: place), other, 1e-14))
    // The written formula: the quadratic form of the inverse matrix over its determinant.
    let (a, b, c) = (2.0, 0.5, -0.7)
    let determinant = a * b - c * c
    let (dx, dy) = (x - 1, y + 2)
    let form = (b * dx * dx - 2 * c * dx * dy + a * dy * dy) / determinant
    let written = 1 / (2 * Double.pi * determinant.squareRoot())
    #expect(agree(joint.density(at: place), written * pow(2.718281828459045, -form / 2), 1e-14))
  }
}

@Test func `conditioning a step on what came of it is the posterior`() {
  let start = Gaussian(mean: 0.3, variance: 2)
  let joint = Gaussian2D(x: start, slope: 0.8, noise: Gaussian(mean: 0, variance: 0.36))
  let conditional = joint.conditionalX(givenY: 1.7)
  let posterior = start.posterior(given: 1.7, scale: 0.8, noise: 0.36)
  #expect(agree(conditional.mean, posterior.mean, 1e-15))
  #expect(agree(conditional.variance, posterior.variance, 1e-15))
}

/// Fails by chance with a probability of 0.001; the seed is fixed.
@Test func `draws of a joint distribution have its moments`() {
  let joint = Gaussian2D(
    mean: Point2D(x: 1, y: -2), varianceX: 2, varianceY: 0.5, covariance: -0.7)
  var generator = CounterGenerator(seed: 3)
  let points = joint.draw(100_000, using: &generator)
  let moments = JointMoments(points.xs, points.ys)
  // Five numbers at 3.7 deviations: p = 0.001. Deviations over sqrt(100,000): of a mean
  // sqrt(v), of a variance sqrt(2) v, of the covariance sqrt(vx vy + cov^2).
  let unit = 3.7 / 100_000.0.squareRoot()
  #expect(abs(moments.x.mean - 1) < unit * 2.0.squareRoot())
  #expect(abs(moments.y.mean + 2) < unit * 0.5.squareRoot())
  #expect(abs(moments.x.variance - 2) < unit * 2 * 2.0.squareRoot())
  #expect(abs(moments.y.variance - 0.5) < unit * 0.5 * 2.0.squareRoot())
  #expect(abs(moments.covariance + 0.7) < unit * 1.49.squareRoot())
}
