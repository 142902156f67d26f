import Diffusion
import Foundation
import Probability
import Testing

/// A row of `Reference/bound.json`, made by `make_bound.py`: from second moments in 50 digits, without
/// posteriors and divergences.
private struct ReferenceBound: Decodable, CustomTestStringConvertible {
  let schedule: String
  let steps: Int
  let betas: [Double]?
  let mean: Double
  let variance: Double
  let reverse: String
  let bound: Double
  let likelihood: Double
  let gap: Double

  enum CodingKeys: String, CodingKey {
    case steps = "T"
    case reverse = "reverse_noise"
    case likelihood = "negative_log_likelihood"
    case schedule, betas, mean, variance, bound, gap
  }

  static let all: [ReferenceBound] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/bound.json")
    let rows = try? JSONDecoder().decode([ReferenceBound].self, from: Data(contentsOf: file))
    return rows ?? []
  }()

  func computed() throws -> VariationalBound {
    let schedule = try betas.map { try Schedule(betas: $0) } ?? .linear(steps: steps)
    let kind = try #require(VariationalBound.ReverseVariance(rawValue: reverse))
    return VariationalBound(
      schedule, of: Gaussian(mean: mean, variance: variance), reverseVariance: kind)
  }

  var testDescription: String { "\(schedule) \(steps), N(\(mean), \(variance)), \(reverse)" }
}

@Suite struct `The bound on the likelihood` {
  @Test func `has twenty cases to be compared with`() {
    #expect(ReferenceBound.all.count == 20)
  }

  @Test(arguments: ReferenceBound.all)
  private func `agrees with its definition, taken by second moments`(row: ReferenceBound) throws {
    let bound = try row.computed()
    // A thousand terms are summed, each right to the last digits.
    #expect(abs(bound.total - row.bound) < 1e-12 * max(1, abs(row.bound)))
    #expect(abs(bound.negativeLogLikelihood - row.likelihood) < 1e-13 * abs(row.likelihood))
  }

  @Test(arguments: ReferenceBound.all)
  private func `is above the likelihood by a gap that keeps its digits`(row: ReferenceBound) throws
  {
    let bound = try row.computed()
    #expect(abs(bound.gap - row.gap) <= 1e-12 * abs(row.gap) + 1e-40)
    #expect(bound.gap >= 0)
    #expect(bound.negativeLogLikelihood >= bound.entropy)
  }

  @Test func `is the likelihood itself for standard normal data and beta`() throws {
    for schedule in [try Schedule.linear(steps: 1000), try .cosine(steps: 20)] {
      let bound = VariationalBound(schedule, of: .standard)
      #expect(bound.gap == 0)
      #expect(abs(bound.total - bound.entropy) < 1e-12)
    }
  }

  @Test(arguments: VariationalBound.ReverseVariance.allCases)
  func `has terms that are the mean divergence of two normal laws, by a sum over x`(
    kind: VariationalBound.ReverseVariance
  ) throws {
    let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
    let data = Mixture(Gaussian(mean: 1, variance: 0.25))
    let bound = VariationalBound(
      schedule, of: Gaussian(mean: 1, variance: 0.25), reverseVariance: kind)
    for t in 2...3 {
      let posterior = schedule.posterior(at: t)
      var sum = 0.0
      // x_0 and the noise in steps of a fifth of a deviation: the trapezoidal rule is exact to
      // exp(-2 pi^2 5^2), and beyond eight deviations lies less than 1e-15.
      for i in -40...40 {
        for j in -40...40 {
          let (u, noise) = (Double(i) / 5, Double(j) / 5)
          let weight = Gaussian.standard.density(at: u) * Gaussian.standard.density(at: noise) / 25
          let xt = schedule.jump(1 + 0.5 * u, to: t, noise: noise)
          let exact = ExactPrediction(of: data, schedule, at: t, xt: xt)
          let first = Gaussian(
            mean: posterior.mean(x0: 1 + 0.5 * u, xt: xt), variance: posterior.variance)
          let second = Gaussian(
            mean: posterior.mean(xt: xt, noise: exact.expectedNoise),
            variance: bound.variance(at: t))
          sum += weight * first.divergence(from: second)
        }
      }
      #expect(abs(sum - bound.divergence(at: t)) < 1e-12)
    }
  }

  /// Fails by chance with a probability of 0.001; the seed is fixed.
  @Test func `is what drawn walks give on average`() throws {
    let schedule = try Schedule.linear(steps: 20, from: 0.01, to: 0.3)
    let data = Gaussian(mean: 0.5, variance: 0.4)
    let bound = VariationalBound(schedule, of: data, reverseVariance: .posterior)
    let count = 20_000
    var generator = CounterGenerator(seed: 4)
    let starts = (0..<count).map { _ in data.draw(using: &generator) }
    var totals = [Double](repeating: 0, count: count)
    var before = starts
    for step in ForwardWalk(schedule, from: starts, seed: 4) {
      let posterior = schedule.posterior(at: step.t)
      for index in 0..<count {
        let (x, next) = (before[index], step.values[index])
        let noise = ExactPrediction(of: Mixture(data), schedule, at: step.t, xt: next)
          .expectedNoise
        totals[index] +=
          Gaussian.standard.logDensity(at: step.noise[index])
          - 0.5 * log(schedule.beta[step.t])
        totals[index] -= Gaussian(
          mean: posterior.mean(xt: next, noise: noise), variance: bound.variance(at: step.t)
        ).logDensity(at: x)
      }
      before = step.values
    }
    let moments = Moments(zip(totals, before).map { $0 - Gaussian.standard.logDensity(at: $1) })
    let deviation = (moments.variance / Double(count)).squareRoot()
    #expect(abs(moments.mean - bound.total) < 3.3 * deviation)
    #expect(deviation < 0.02)
  }
}

@Suite struct `The three heads` {
  @Test(arguments: [0.25, 1.0, 3.0])
  func `have least losses that are the variances given x_t, in the ratio of their weights`(
    variance: Double
  ) throws {
    let schedule = try Schedule.cosine(steps: 50)
    for t in 1...50 {
      let (signal, noise) = (schedule.signalScale(at: t), schedule.noiseScale(at: t))
      // x_0 and the noise as numbers of a plane, with x_t along one axis: what is left is across it.
      let total = signal * signal * variance + noise * noise
      let across = variance / total
      let x0 = Parameterisation.x0.leastLoss(schedule, at: t, variance: variance)
      #expect(abs(x0 - noise * noise * across) < 1e-14)
      for head in Parameterisation.allCases {
        let ratio = head.leastLoss(schedule, at: t, variance: variance) / x0
        // 1 - abar is 1e-3 at the first step, and is a table of its own.
        #expect(abs(ratio / head.weight(schedule, at: t) - 1) < 1e-13)
      }
    }
  }

  @Test func `of the golden schedule leave 0.27551 of the noise of standard normal data`() throws {
    let schedule = try Schedule.linear(steps: 1000)
    let losses = (1...1000).map { Parameterisation.noise.leastLoss(schedule, at: $0, variance: 1) }
    // mpmath, 50 digits: mean of alpha-bar over t.
    #expect(abs(losses.reduce(0, +) / 1000 - 0.27551323339680625) < 1e-14)
  }
}
