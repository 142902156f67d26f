import Probability
import Testing

@testable import Diffusion

@Suite struct `Steps that a sampler visits` {
  @Test(arguments: [
    (Spacing.leading, 1000, 10, [1, 101, 201, 301, 401, 501, 601, 701, 801, 901]),
    (.leading, 10, 3, [1, 4, 7]),
    (.trailing, 1000, 4, [250, 500, 750, 1000]),
    // 2.5 and 7.5 lie in the middle: the even neighbour, as in Python's round.
    (.trailing, 10, 4, [2, 5, 8, 10]),
    (.quadratic, 1000, 5, [1, 51, 201, 451, 801]),
    (.quadratic, 10, 10, [1, 2, 3, 4, 5, 7, 9]),
    (.quadratic, 3, 1, [1]),
    (.leading, 1, 1, [1]),
  ])
  func `are as the papers' programs have them`(
    spacing: Spacing, last: Int, count: Int, steps: [Int]
  ) {
    #expect(spacing.steps(count, of: last) == steps)
  }

  @Test(arguments: Spacing.allCases)
  func `ascend within 1 to T for every T and number`(spacing: Spacing) {
    for last in 1...40 {
      for count in 1...last {
        let steps = spacing.steps(count, of: last)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
        #expect(steps[0] >= 1 && steps[steps.count - 1] <= last)
      }
      #expect(spacing == .quadratic || spacing.steps(last, of: last) == Array(1...last))
    }
  }
}

@Suite struct `The law that a sampler ends in, for normal data` {
  private func distance(
    _ data: Gaussian, _ steps: Int, _ spacing: Spacing, _ noise: ReverseNoise, last: Int = 1000
  ) throws -> Double {
    let sampler = try Sampler(
      .linear(steps: last), steps: steps, spacing: spacing, noise: noise)
    let end = sampler.law(of: data)
    let (mean, deviation) = (
      end.mean - data.mean, end.standardDeviation - data.standardDeviation
    )
    return (mean * mean + deviation * deviation).squareRoot()
  }

  /// Wasserstein distances for data N(1, 0.001), leading spacing, of an independent program.
  @Test(arguments: [
    (ReverseNoise.eta(0), [0.0199, 0.0177, 0.0129, 0.0088, 0.0024]),
    (.eta(0.2), [0.0200, 0.0177, 0.0129, 0.0088, 0.0024]),
    (.eta(0.5), [0.0202, 0.0181, 0.0134, 0.0094, 0.0026]),
    (.eta(1), [0.0221, 0.0210, 0.0172, 0.0129, 0.0037]),
    (.sigmaHat, [0.2627, 0.1260, 0.0421, 0.0169, 0.0000]),
  ])
  func `lies as far from the data as an independent program says`(
    noise: ReverseNoise, distances: [Double]
  ) throws {
    for (steps, want) in zip([10, 20, 50, 100, 1000], distances) {
      let got = try distance(Gaussian(mean: 1, variance: 0.001), steps, .leading, noise)
      #expect(abs(got - want) <= 5.1e-5, "\(steps) steps")
    }
  }

  /// The final variance for N(0, 1) and the linear schedule, to the digits an independent program
  /// printed.
  @Test(arguments: [
    (ReverseNoise.sigmaHat, 0.99990, 5e-6), (.eta(1), 0.99107, 5e-6), (.unrooted, 0.0056, 5e-5),
  ])
  func `has the variance of an independent program`(
    noise: ReverseNoise, variance: Double, slack: Double
  ) throws {
    let end = try Sampler(.linear(steps: 1000), noise: noise).law(of: .standard)
    #expect(abs(end.variance - variance) <= 1.02 * slack)
    #expect(abs(end.mean) < 1e-12)
  }

  /// The mean for N(1, 0.25) where the betas 1e-4 to 0.02 are spread over T steps.
  @Test(arguments: [
    (5, 0.172), (10, 0.299), (25, 0.535), (50, 0.725), (100, 0.875), (250, 0.979), (1000, 1.000),
  ])
  func `misses the mean where noise is left over at T`(steps: Int, mean: Double) throws {
    let end = try Sampler(.linear(steps: steps), noise: .eta(1))
      .law(of: Gaussian(mean: 1, variance: 0.25))
    #expect(abs(end.mean - mean) <= 5.1e-4)
  }
}

@Suite struct `A cloud on its way back` {
  private static let law = Mixture2D(centre: Point2D(x: 0.5, y: 0.5), variance: 0.25)

  private func cloud(_ noise: ReverseNoise, count: Int = 4000) throws -> ReverseCloud<Points2D> {
    let schedule = try Schedule.linear(steps: 200, from: 0.001, to: 0.06)
    var generator = CounterGenerator(seed: 3)
    return ReverseCloud(
      try Sampler(schedule, noise: noise), ExactDenoiser(Self.law, schedule),
      from: generator.normalPoints(count), seed: 3)
  }

  @Test(arguments: [ReverseNoise.eta(0), .eta(0.5), .eta(1), .sigmaHat, .unrooted])
  func `has the moments of the affine recursion`(noise: ReverseNoise) throws {
    let cloud = try cloud(noise)
    let laws = cloud.sampler.laws(of: Gaussian(mean: 0.5, variance: 0.25))
    for taken in [0, 50, 150, 199, 200] {
      let moments = Moments(cloud.points(after: taken).xs)
      let law = laws[taken]
      // Five standard deviations; crossed once in 60,000 times by 25 means and 25 variances.
      #expect(abs(moments.mean - law.mean) < 5 * law.standardDeviation / 4000.0.squareRoot())
      #expect(abs(moments.variance / law.variance - 1) < 5 * (2.0 / 4000).squareRoot())
    }
  }

  @Test func `shows the very moments again, in whatever order they are asked for`() throws {
    let schedule = try Schedule.linear(steps: 1000)
    let sampler = try Sampler(schedule, noise: .eta(1))
    // More points than are kept of every step, so that most moments are walked to.
    var generator = CounterGenerator(seed: 5)
    let starts = generator.normals(9000)
    let denoiser = ExactLineDenoiser(Mixture(Gaussian(mean: 1, variance: 0.25)), schedule)
    let cloud = ReverseCloud(sampler, denoiser, from: starts, seed: 5)
    let asked = [0, 1, 500, 999, 1000]
    let backwards = asked.reversed().map { cloud.points(after: $0) }
    var seen: [[Double]] = [starts]
    for moment in ReverseWalk(sampler, denoiser, from: starts, seed: 5) { seen.append(moment.next) }
    #expect(asked.map { seen[$0] } == backwards.reversed())
    #expect(cloud.moment(after: 500)?.points == seen[500])
    #expect(cloud.moment(after: 1000) == nil)
  }

  @Test func `of a sampler without fresh noise, ends alike whatever the seed`() throws {
    let (first, second) = (try cloud(.eta(0), count: 10), try cloud(.eta(0), count: 10))
    #expect(first.end == second.end)
    #expect(first.moment(after: 3)?.predictedStarts == second.moment(after: 3)?.predictedStarts)
  }
  /// Eight parts of 632 points, walked by themselves, against one walk of all points.
  @Test func `is cut into parts that change no bit of it`() throws {
    let schedule = try Schedule.linear(steps: 100, from: 0.001, to: 0.06)
    let denoiser = ExactDenoiser(ToyData.ring.distribution, schedule)
    let sampler = try Sampler(schedule, noise: .eta(1))
    let starts = Points2D.normal(0..<5001, seed: 8, stream: 0)
    let cloud = ReverseCloud(sampler, denoiser, from: starts, seed: 8)
    var taken = 0
    for moment in ReverseWalk(sampler, denoiser, count: 5001, seed: 8) {
      if taken.isMultiple(of: 33) {
        let again = try #require(cloud.moment(after: taken))
        #expect(again.points == moment.points && again.noise == moment.noise)
        #expect(again.fresh == moment.fresh && again.next == moment.next)
      }
      taken += 1
      if taken == 100 { #expect(cloud.end == moment.next) }
    }
  }

  @Test func `with a slip has noise of the given deviation at the last step`() throws {
    let schedule = try Schedule.linear(steps: 100, from: 0.001, to: 0.06)
    let denoiser = ExactDenoiser(Self.law, schedule)
    let starts = Points2D.normal(0..<4000, seed: 9, stream: 0)
    let sampler = try Sampler(schedule, noise: .eta(1))
    let right = ReverseCloud(sampler, denoiser, from: starts, seed: 9)
    let slip = ReverseCloud(sampler.withLastNoise(0.5), denoiser, from: starts, seed: 9)
    #expect(slip.points(after: 99) == right.points(after: 99))
    let added = slip.end.combined(1, with: right.end, -1)
    // Five standard deviations of a variance of 4,000 draws; crossed once in two million times.
    #expect(abs(Moments(added.xs).variance / 0.25 - 1) < 5 * (2.0 / 4000).squareRoot())
  }
  /// Each fails by chance with a probability of 0.001 where the sampler is right; seeds are fixed.
  @Test(arguments: [ReverseNoise.sigmaHat, .eta(1), .eta(0)])
  func `of a mixture passes a two-sample test against its draws`(noise: ReverseNoise) throws {
    let law = try Mixture(
      weights: [0.3, 0.7], means: [-1, 1.5], standardDeviations: [0.2, 0.4])
    let schedule = try Schedule.linear(steps: 1000)
    let starts = [Double].normal(0..<4000, seed: 12, stream: 0)
    let cloud = ReverseCloud(
      try Sampler(schedule, noise: noise), ExactLineDenoiser(law, schedule), from: starts, seed: 12)
    var generator = CounterGenerator(seed: 13)
    #expect(KolmogorovSmirnov(cloud.end, law.draw(4000, using: &generator).values).pValue > 0.001)
    #expect(KolmogorovSmirnov(cloud.end) { law.cumulative(to: $0) }.pValue > 0.001)
    // The test sees a deviation of one part that is a quarter too small, so it does not pass by itself.
    let narrow = try Mixture(
      weights: [0.3, 0.7], means: [-1, 1.5], standardDeviations: [0.2, 0.3])
    #expect(KolmogorovSmirnov(cloud.end) { narrow.cumulative(to: $0) }.pValue < 0.001)
  }
}
