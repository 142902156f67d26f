import Diffusion
import Foundation
import Probability
import Testing

/// A row of `Reference/mixture.json`: integrals over x_0, no closed form of the noisy mixture.
private struct ReferenceRow: Decodable {
  let steps: Int
  let t: Int
  let xt: Double
  let weights: [Double]
  let means: [Double]
  let deviations: [Double]
  let logDensity: Double
  let score: Double
  let expectedNoise: Double
  let expectedX0: Double

  enum CodingKeys: String, CodingKey {
    case steps = "T"
    case xt = "x_t"
    case deviations = "standard_deviations"
    case logDensity = "log_density"
    case expectedNoise = "expected_noise"
    case expectedX0 = "expected_x0"
    case t, weights, means, score
  }

  static func all() throws -> [ReferenceRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/mixture.json")
    return try JSONDecoder().decode([ReferenceRow].self, from: Data(contentsOf: file))
  }
}

@Test func `score, expected noise and expected start agree with integrals over x0`() throws {
  let rows = try ReferenceRow.all()
  #expect(rows.count > 40)
  for row in rows {
    let data = try Mixture(
      weights: row.weights, means: row.means, standardDeviations: row.deviations)
    let got = ExactPrediction(of: data, try .linear(steps: row.steps), at: row.t, xt: row.xt)
    let pairs = [
      (got.logDensity, row.logDensity), (got.score, row.score),
      (got.expectedNoise, row.expectedNoise), (got.expectedX0, row.expectedX0),
    ]
    for (got, want) in pairs {
      // Two modes cancel in the score between them, and take two digits with them.
      #expect(abs(got - want) <= 1e-12 * abs(want), "t=\(row.t), x_t=\(row.xt)")
    }
  }
}

@Test func `in the plane the expected noise of modes on a line is that of the line`() throws {
  let schedule = try Schedule.cosine(steps: 100)
  let line = try Mixture(weights: [1, 3], means: [-1, 0.5], standardDeviations: [0.3, 0.3])
  let plane = Mixture2D(
    weights: line.weights, centres: Points2D(xs: [-1, 0.5], ys: [0, 0]), variances: [0.09, 0.09],
    labels: [0, 1])
  let denoiser = ExactDenoiser(plane, schedule)
  let points = Points2D(xs: [-1.3, -0.2, 0.6], ys: [0.4, -1, 2])
  for t in [1, 30, 99] {
    let noise = denoiser.noise(in: points, at: t)
    let starts = denoiser.starts(of: points, at: t)
    for (index, x) in points.xs.enumerated() {
      let want = ExactPrediction(of: line, schedule, at: t, xt: x)
      #expect(abs(noise.xs[index] - want.expectedNoise) < 1e-13)
      // Divided by sqrt(abar), which is 0.016 at t = 99.
      #expect(abs(starts.xs[index] - want.expectedX0) < 1e-12)
      // Across the line both modes are one normal law of variance 0.09.
      let variance = 0.09 * schedule.alphaBar[t] + schedule.oneMinusAlphaBar[t]
      let across = schedule.noiseScale(at: t) * points.ys[index] / variance
      #expect(abs(noise.ys[index] - across) < 1e-13)
    }
  }
}

/// Fails by chance with a probability of 0.001; the seed is fixed.
@Test(arguments: [ToyData.checkerboard, .moons])
func `what the exact denoiser leaves of the noise goes with nothing in the point`(data: ToyData)
  throws
{
  let schedule = try Schedule.linear(steps: 1000)
  let count = 4000
  let starts = data.distribution.draw(count, seed: 1).points
  var generator = CounterGenerator(seed: 1, stream: 1)
  let noise = generator.normalPoints(count)
  let points = schedule.jump(starts, to: 300, noise: noise)
  let predicted = ExactDenoiser(data.distribution, schedule).noise(in: points, at: 300)
  // What a conditional mean leaves has mean zero at every point, so its product with any function
  // of the point averages to zero.
  let errors = noise.combined(1, with: predicted, -1)
  for (values, name) in [
    (errors.xs, "1"), (zip(errors.xs, points.xs).map(*), "x"),
    (zip(errors.xs, points.ys).map { $0 * $1 * $1 }, "y^2"),
    (zip(errors.ys, points.ys).map(*), "y"),
  ] {
    let moments = Moments(values)
    let deviation = (moments.variance / Double(count)).squareRoot()
    #expect(abs(moments.mean) < 3.8 * deviation, "error times \(name): 8 tests at 3.8 deviations")
  }
}
