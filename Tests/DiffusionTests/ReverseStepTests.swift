import Foundation
import Probability
import Testing

@testable import Diffusion

/// A row of `Reference/reverse.json`: a pair of steps in 50-digit arithmetic.
private struct ReferenceRow: Decodable {
  let schedule: String
  let steps: Int
  let t: Int
  let previous: Int
  let eta: Double
  let xt: Double
  let noise: Double
  let variance: Double
  let coefficientX0: Double
  let coefficientXt: Double
  let scaleXt: Double
  let scaleNoise: Double
  let sigma: Double
  let predictedX0: Double
  let mean: Double
  let etaBound: Double

  static func all() throws -> [ReferenceRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/reverse.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([ReferenceRow].self, from: Data(contentsOf: file))
  }

  func table() throws -> Schedule {
    switch schedule {
    case "linear": try .linear(steps: steps)
    case "scaled-linear": try .scaledLinear(steps: steps)
    default: try .cosine(steps: steps)
    }
  }
}

/// Relative, but near zero absolute: a mean of terms of either sign may cancel.
private func agree(_ got: Double, _ want: Double) -> Bool {
  abs(got - want) <= 1e-12 * max(abs(want), 1e-3)
}

@Test func `posteriors and reverse steps agree with 50-digit arithmetic`() throws {
  let rows = try ReferenceRow.all()
  #expect(rows.count > 150)
  for row in rows {
    let schedule = try row.table()
    let step = ReverseStep(schedule, at: row.t, previous: row.previous, noise: .eta(row.eta))
    let posterior = step.posterior
    let place = Comment("\(row.schedule) T=\(row.steps) t=\(row.t) previous=\(row.previous)")
    // Coefficients have no cancellation, so they are right to 1e-12 of themselves.
    for (got, want) in [
      (posterior.variance, row.variance), (posterior.coefficientX0, row.coefficientX0),
      (posterior.coefficientXt, row.coefficientXt), (posterior.scaleXt, row.scaleXt),
      (posterior.scaleNoise, row.scaleNoise), (step.sigma, row.sigma),
      (schedule.etaBound(at: row.t, previous: row.previous), row.etaBound),
    ] {
      #expect(abs(got - want) <= 1e-12 * abs(want), place)
    }
    #expect(agree(step.predictedX0(xt: row.xt, noise: row.noise), row.predictedX0), place)
    #expect(agree(step.mean(xt: row.xt, noise: row.noise), row.mean), place)
    let factors = step.meanFactors
    #expect(agree(factors.xt * row.xt + factors.noise * row.noise, row.mean), place)
  }
}

@Test func `the running example has the posterior variances 0, 1/14 and 7/32`() throws {
  let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
  let variances = (1...3).map { schedule.posterior(at: $0).variance }
  #expect(variances[0] == 0)
  #expect(abs(variances[1] - 1.0 / 14) < 1e-16)
  #expect(abs(variances[2] - 7.0 / 32) < 1e-16)
}

@Test(arguments: 1...12)
func `at eta 1 the step is the posterior, by either form of its mean`(t: Int) throws {
  let schedule = try Schedule.cosine(steps: 12)
  for previous in 0..<t {
    let step = ReverseStep(schedule, at: t, previous: previous, noise: .eta(1))
    let posterior = step.posterior
    let (xt, noise) = (0.3 - Double(t), 1.1)
    let x0 = step.predictedX0(xt: xt, noise: noise)
    let mean = step.mean(xt: xt, noise: noise)
    // A few roundings of numbers up to the size of the predicted start.
    let slack = 1e-14 * (1 + abs(x0))
    #expect(abs(posterior.mean(xt: xt, noise: noise) - mean) < slack)
    #expect(abs(posterior.mean(x0: x0, xt: xt) - mean) < slack)
    #expect(abs(step.sigma * step.sigma - posterior.variance) < 1e-15)
  }
}

@Test func `at the bound of eta nothing is left for the predicted noise, and above it less`() throws
{
  let schedule = try Schedule.linear(steps: 1000)
  // 1.354 at t = 2, and 1.082 for the stride from 1000 to 900: 50-digit arithmetic, rounded.
  #expect(abs(schedule.etaBound(at: 2, previous: 1) - 1.354) < 5e-4)
  #expect(abs(schedule.etaBound(at: 1000, previous: 900) - 1.082) < 5e-4)
  let bound = schedule.etaBound(at: 1000, previous: 900)
  let step = ReverseStep(schedule, at: 1000, previous: 900, noise: .eta(bound))
  // The difference that is left is a rounding of 1, and its root is 1e-8.
  #expect(step.direction < 3e-8)
  #expect(throws: SamplerError.self) { try Sampler(schedule, noise: .eta(1.36)) }
  #expect(throws: SamplerError.self) { try Sampler(schedule, noise: .eta(-0.1)) }
  #expect(throws: SamplerError.self) { try Sampler(schedule, noise: .eta(.nan)) }
  _ = try Sampler(schedule, noise: .eta(1.35))
}
