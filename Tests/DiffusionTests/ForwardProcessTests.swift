import Diffusion
import Probability
import Testing

private func schedules() throws -> [Schedule] {
  [try .linear(steps: 1000), try .cosine(steps: 60), try Schedule(betas: [0.1, 0.2, 0.5])]
}

@Test func `with the noise of all steps gathered, the jump meets the chain draw by draw`() throws {
  for schedule in try schedules() {
    let chain = ForwardChain(schedule, from: [-2, 0, 0.3, 5], seed: 3)
    for t in 1...schedule.steps {
      let jumped = schedule.jump(chain.values[0], to: t, noise: chain.totalNoise[t])
      for (jumped, walked) in zip(jumped, chain.values[t]) {
        // A thousand steps of some 1e-16 each.
        #expect(abs(jumped - walked) < 1e-12)
      }
    }
  }
}

@Test func `the shares of the steps' noise add up to the gathered noise`() throws {
  for schedule in try schedules() {
    let chain = ForwardChain(schedule, from: [1], seed: 8)
    for t in [1, 2, schedule.steps] {
      let shares = schedule.noiseShares(at: t)
      #expect(shares.count == t)
      #expect(abs(shares.reduce(0) { $0 + $1 * $1 } - 1) < 1e-13)
      let sum = (1...t).reduce(0.0) { $0 + shares[$1 - 1] * chain.noise[$1][0] }
      #expect(abs(sum - chain.totalNoise[t][0]) < 1e-12)
    }
  }
}

@Test func `the gathered noise is hardly that of the last step`() throws {
  let schedule = try Schedule.linear(steps: 1000)
  // sqrt(beta_t / (1 - abar_t)), from 50-digit arithmetic, to four digits.
  for (t, correlation) in [(1, 1), (2, 0.7385), (10, 0.3839), (100, 0.1418), (500, 0.1044)] {
    #expect(abs(schedule.totalNoiseWeights(at: t).latest - correlation) < 1e-4, "t = \(t)")
  }
}

/// Fails by chance with a probability of 0.001; the seeds are fixed.
@Test func `walked and jumped numbers have one distribution, the exact one`() throws {
  let schedule = try Schedule.linear(steps: 100, from: 0.001, to: 0.1)
  let data = try Mixture(weights: [3, 7], means: [-1, 1.5], standardDeviations: [0.2, 0.4])
  let count = 5000
  var first = CounterGenerator(seed: 1)
  var second = CounterGenerator(seed: 2)
  let starts = data.draw(count, using: &first).values
  let others = data.draw(count, using: &second).values
  for step in ForwardWalk(schedule, from: starts, seed: 1) where [1, 10, 40, 100].contains(step.t) {
    let jumped = schedule.jump(others, to: step.t, seed: 2)
    let law = schedule.diffused(data, to: step.t)
    // Twenty comparisons: each at p = 0.00005, which for moments is 4.06 deviations.
    #expect(KolmogorovSmirnov(step.values, jumped).pValue > 0.00005)
    for sample in [step.values, jumped] {
      #expect(KolmogorovSmirnov(sample) { law.cumulative(to: $0) }.pValue > 0.00005)
      let moments = Moments(sample)
      let unit = 4.06 / Double(count).squareRoot()
      #expect(abs(moments.mean - law.mean) < unit * law.variance.squareRoot())
      // Of no mixture here is the fourth moment above the normal 3 v^2.
      #expect(abs(moments.variance - law.variance) < unit * law.variance * 2.0.squareRoot())
    }
  }
}

@Test func `the exact law of a noisy mixture has the moments of the formula`() throws {
  let data = try Mixture(weights: [1, 1], means: [-1, 3], standardDeviations: [0.5, 0.1])
  for schedule in try schedules() {
    for t in [0, 1, schedule.steps] {
      let law = schedule.diffused(data, to: t)
      let abar = schedule.alphaBar[t]
      #expect(abs(law.mean - abar.squareRoot() * data.mean) < 1e-14)
      #expect(abs(law.variance - (abar * data.variance + schedule.oneMinusAlphaBar[t])) < 1e-14)
    }
  }
}

@Test(arguments: [1, 3, 50, 1000]) func `frames of a cloud come in any order`(steps: Int) throws {
  let schedule = try Schedule.linear(steps: steps)
  let starts = ToyData.ring.distribution.draw(20, seed: 1).points
  let cloud = ForwardCloud(schedule, from: starts, seed: 1)
  // A second cloud, walked by hand from the same draws.
  var points = starts
  var walked = [starts]
  for t in 1...steps {
    var generator = CounterGenerator(seed: 1, stream: UInt64(t))
    let noise = generator.normalPoints(20)
    points = points.combined(
      schedule.alpha[t].squareRoot(), with: noise, schedule.beta[t].squareRoot())
    walked.append(points)
  }
  for t in [steps, 0, steps / 2, steps / 3, 1, steps] {
    let frame = cloud.frame(at: t)
    #expect(frame.t == t && frame.points == walked[t])
    let jumped = schedule.jump(starts, to: t, noise: frame.totalNoise)
    let distance = jumped.combined(1, with: frame.points, -1)
    #expect((distance.xs + distance.ys).allSatisfy { abs($0) < 1e-12 })
  }
}

@Test func `a point's path does not depend on how many points there are`() throws {
  let schedule = try Schedule.linear(steps: 30)
  let starts = ToyData.spiral.distribution.draw(50, seed: 1).points
  let all = ForwardCloud(schedule, from: starts, seed: 7).frame(at: 17).points
  let few = ForwardCloud(schedule, from: starts.prefix(5), seed: 7).frame(at: 17).points
  #expect(all.prefix(5) == few)
}
