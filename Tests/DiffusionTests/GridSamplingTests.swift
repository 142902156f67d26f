import Probability
import Testing

@testable import Diffusion

private let noises: [ReverseNoise] = [.eta(0), .eta(0.2), .eta(0.5), .eta(1), .sigmaHat]
private let counts = [10, 20, 50, 100, 1000]

/// 0.3 N(-1, 0.01) + 0.7 N(1, 0.01), scaled to mean 0 and variance 1.
private func humps() throws -> Mixture {
  let deviation = (0.01 + 4 * 0.3 * 0.7).squareRoot()
  return try Mixture(
    weights: [0.3, 0.7], means: [(-1 - 0.4) / deviation, (1 - 0.4) / deviation],
    standardDeviations: [0.1 / deviation, 0.1 / deviation])
}

private func distances(_ spacing: Spacing, _ count: Int) throws -> [Double] {
  let data = try humps()
  let schedule = try Schedule.linear(steps: 1000)
  var samplers: [Sampler] = []
  for noise in noises {
    samplers.append(try Sampler(schedule, steps: count, spacing: spacing, noise: noise))
  }
  return Sampler.ends(of: samplers, data: data).map { $0.distance(to: data.cumulative) }
}

@Suite struct `The law that a sampler ends in, for a mixture` {
  /// Wasserstein distances by an independent program (linear interpolation on 32,768 cells), to the
  /// digits that it printed; but its 0.0013 for 1,000 steps at eta 0 is 0.00135 here and by quantiles.
  @Test(arguments: [
    (10, [0.0710, 0.0721, 0.0786, 0.1186, 0.1937]),
    (20, [0.0425, 0.0434, 0.0486, 0.0740, 0.0723]),
    (50, [0.0191, 0.0198, 0.0233, 0.0389, 0.0230]),
    (100, [0.0101, 0.0105, 0.0130, 0.0235, 0.0106]),
    (1000, [0.00135, 0.0014, 0.0019, 0.0036, 0.0007]),
  ])
  func `lies as far from the data as an independent program says`(
    count: Int, want: [Double]
  ) throws {
    for (got, want) in zip(try distances(.leading, count), want) {
      #expect(abs(got - want) <= 5.1e-5)
    }
  }

  @Test(arguments: zip(counts, [0.0577, 0.0155, 0.0052, 0.0045, 0.0007]))
  func `is another for another spacing`(count: Int, want: Double) throws {
    #expect(abs(try distances(.trailing, count)[4] - want) <= 5.1e-5)
  }

  /// 200,000 normal quantiles carried through the steps by numpy (`Reference/make_ddim.py`), where
  /// nothing is interpolated.
  @Test(arguments: [(100, 0.010051555), (1000, 0.001355015)])
  func `agrees with quantiles that are carried one by one`(count: Int, want: Double) throws {
    #expect(abs(try distances(.leading, count)[0] - want) < 3e-6)
  }

  @Test(arguments: noises)
  func `is that of the affine recursion where the mixture is one normal law`(
    noise: ReverseNoise
  ) throws {
    let law = Gaussian(mean: 0.4, variance: 0.04)
    let sampler = try Sampler(.linear(steps: 200), steps: 25, spacing: .quadratic, noise: noise)
    let end = Sampler.ends(of: [sampler], data: Mixture(law))[0]
    let exact = sampler.law(of: law)
    #expect(end.distance(to: exact.cumulative) < 1e-7)
  }
}

@Suite struct `Data that are encoded and decoded` {
  /// numpy, with five times as many places to a deviation (`Reference/make_ddim.py`).
  @Test(arguments: [
    (10, 0.0934919), (20, 0.0385131), (50, 0.012175), (100, 0.00477793),
    (200, 0.00178931), (500, 0.000458428), (1000, 0.000155807),
  ])
  func `come back with the error of an independent program`(count: Int, want: Double) throws {
    let schedule = try Schedule.linear(steps: 1000)
    let sampler = try Sampler(schedule, steps: count, noise: .eta(0))
    let data = try Mixture(
      weights: [0.3, 0.7], means: [-1, 1.5], standardDeviations: [0.2, 0.4])
    #expect(abs(sampler.reconstructionError(of: data) / want - 1) < 1e-3)
  }

  @Test func `with exact steps, of one normal law, are scaled by a product`() throws {
    // For N(0, v) each step is a factor; encoded and decoded, the square of the product's distance
    // from 1 times v is the error.
    let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
    let data = Gaussian(mean: 0, variance: 0.3)
    var factor = 1.0
    var laws = (0...3).map { schedule.diffused(data, to: $0).variance }
    laws[0] = laws[1]
    for t in 1...3 {
      let (from, to) = (schedule.noiseScale(at: t - 1), schedule.noiseScale(at: t))
      let stretch = schedule.signalScale(at: t) / schedule.signalScale(at: t - 1)
      let asked = max(1, t - 1)
      let slope = schedule.noiseScale(at: asked) / schedule.diffused(data, to: asked).variance
      factor *= stretch + (to - stretch * from) * slope
      let back = schedule.noiseScale(at: t) / schedule.diffused(data, to: t).variance
      factor *= 1 / stretch + (from - to / stretch) * back
    }
    let got = try Sampler(schedule, noise: .eta(0)).reconstructionError(of: Mixture(data))
    #expect(abs(got / ((1 - factor) * (1 - factor) * 0.3) - 1) < 1e-12)
  }

  @Test func `are decoded to where the same draws stood`() throws {
    // Encoded at eta 0 with the same noise throughout: one jump there, and back.
    struct Known: Denoiser {
      func noise(in points: [Double], at t: Int) -> [Double] { [0.5, -2] }
    }
    let schedule = try Schedule.cosine(steps: 20)
    let sampler = try Sampler(schedule, steps: 7, noise: .eta(0))
    let ends = sampler.encoded([1, 2], Known())
    let jumped = schedule.jump([1, 2], to: sampler.steps[0].t, noise: [0.5, -2])
    for (end, jump) in zip(ends, jumped) { #expect(abs(end - jump) < 1e-14) }
    for (back, start) in zip(sampler.decoded(ends, Known()), [1.0, 2]) {
      #expect(abs(back - start) < 1e-13)
    }
  }
}

@Suite struct `A sampler without fresh noise` {
  @Test func `errs half as much with twice as many steps`() throws {
    // The betas of a thousand steps, spread over ten times as many.
    let schedule = try Schedule.linear(steps: 10_000, from: 1e-5, to: 0.002)
    var errors: [Double] = []
    for count in [20, 40, 80, 160] {
      let sampler = try Sampler(schedule, steps: count, spacing: .quadratic, noise: .eta(0))
      errors.append(sampler.flowError(of: Gaussian(mean: 1, variance: 0.25)))
    }
    for (error, half) in zip(errors, errors.dropFirst()) {
      // The error of second order is some hundredth of the first at 20 steps, and less later.
      #expect(abs(error / half - 2) < 0.02)
    }
  }

  @Test func `is carried to the same quantile by its equation`() throws {
    let schedule = try Schedule.linear(steps: 1000)
    let data = Gaussian(mean: 1, variance: 0.25)
    let start = schedule.diffused(data, to: 1000).quantile(0.8)
    let end = schedule.flowed(start, from: 1000, of: data)
    #expect(abs(end - data.quantile(0.8)) < 1e-12)
  }
}
