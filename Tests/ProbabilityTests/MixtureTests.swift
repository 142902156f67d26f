import Probability
import Testing

private let two = try? Mixture(
  weights: [3, 7], means: [-1, 1.5], standardDeviations: [0.2, 0.4])

private func sample() throws -> Mixture { try #require(two) }

@Test func `weights are divided by their sum`() throws {
  let mixture = try sample()
  #expect(agree(mixture.weights[0], 0.3, 1e-15))
  #expect(agree(mixture.mean, 0.75, 1e-15))
  // Within 0.3 * 0.04 + 0.7 * 0.16, between 0.3 * 0.7 * 2.5^2.
  #expect(agree(mixture.variance, 0.012 + 0.112 + 1.3125, 1e-15))
}

@Test func `density, score and distribution function are slopes of each other`() throws {
  let mixture = try sample()
  let h = 1e-5
  for x in [-2, -1.1, 0, 0.3, 1.5, 2.9] {
    let slope = (mixture.cumulative(to: x + h) - mixture.cumulative(to: x - h)) / (2 * h)
    let logSlope = (mixture.logDensity(at: x + h) - mixture.logDensity(at: x - h)) / (2 * h)
    // Central differences are off by h^2 / 6 of the third derivative, some 1e-8.
    #expect(agree(slope, mixture.density(at: x), 1e-7))
    #expect(agree(logSlope, mixture.score(at: x), 1e-7))
  }
}

@Test func `far away the nearest component speaks alone, and nothing underflows`() throws {
  let mixture = try sample()
  let far = 1000.0
  #expect(mixture.density(at: far) == 0)
  #expect(agreeRelatively(mixture.score(at: far), (1.5 - far) / 0.16, 1e-14))
  #expect(mixture.responsibilities(at: far) == [0, 1])
  #expect(mixture.logDensity(at: .nan).isNaN && mixture.score(at: .nan).isNaN)
}

@Test(arguments: [-2.5, 0, 0.4, 3]) func `posterior and prior mixtures obey the rule of Bayes`(
  x: Double
) throws {
  let prior = try sample()
  let (scale, noise, seen) = (0.9, 0.19, 0.2)
  let joint =
    prior.logDensity(at: x) + Gaussian(mean: scale * x, variance: noise).logDensity(at: seen)
  let evidence = prior.pushed(scale: scale, noise: noise).logDensity(at: seen)
  let posterior = prior.posterior(given: seen, scale: scale, noise: noise)
  #expect(agree(joint, posterior.logDensity(at: x) + evidence, 1e-13))
}

private struct KernelRow: Decodable {
  let weights: [Double]
  let means: [Double]
  let deviations: [Double]
  let divergence: Double

  enum CodingKeys: String, CodingKey {
    case deviations = "standard_deviations"
    case weights, means, divergence
  }
}

@Test func `the divergence from the normal of equal moments agrees with a quadrature`() throws {
  for row in try referenceRows("kernel.json", as: KernelRow.self) {
    let mixture = try Mixture(
      weights: row.weights, means: row.means, standardDeviations: row.deviations)
    #expect(agree(mixture.divergence(from: mixture.matched), row.divergence, 1e-11))
  }
}

/// Fails by chance with a probability of 0.001; the seed is fixed.
@Test func `draws of a mixture follow its distribution function and its weights`() throws {
  let mixture = try sample()
  var generator = CounterGenerator(seed: 11)
  let draws = mixture.draw(20_000, using: &generator)
  let test = KolmogorovSmirnov(draws.values) { mixture.cumulative(to: $0) }
  #expect(test.pValue > 0.0005)
  let first = Double(draws.labels.count { $0 == 0 }) / 20_000
  #expect(abs(first - 0.3) < 3.5 * (0.21 / 20_000).squareRoot(), "3.5 deviations: p = 0.0005")
}

@Test func `a mixture that is none is refused with the reason`() {
  let cases:
    [(weights: [Double], means: [Double], deviations: [Double], reason: ProbabilityError)] =
      [
        ([1], [0, 1], [1], .lengths(weights: 1, means: 2, deviations: 1)),
        ([], [], [], .size(0)),
        ([1, -1], [0, 1], [1, 1], .weight(-1)),
        ([0, 0], [0, 1], [1, 1], .weightSum(0)),
        ([1e308, 1e308], [0, 1], [1, 1], .weightSum(.infinity)),
        ([1], [.infinity], [1], .mean(.infinity)),
        ([1], [0], [-0.1], .deviation(-0.1)),
      ]
  for (weights, means, deviations, reason) in cases {
    #expect(throws: reason) {
      try Mixture(weights: weights, means: means, standardDeviations: deviations)
    }
  }
  #expect(throws: ProbabilityError.self) {
    try Mixture(weights: [.nan], means: [0], standardDeviations: [1])
  }
}
