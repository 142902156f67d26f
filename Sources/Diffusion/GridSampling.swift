package import Probability
import RealModule

/// What samplers make of a standard normal start where the data are a mixture: on a grid, without
/// random numbers.
///
/// With the exact noise prediction the mean of a step is a growing function of x_t: its slope is
///
///     direction / sqrt(1 - abar_t) + (a factor that is not negative) Var(x_0 given x_t),
///
/// so each step pushes the law through that function and adds normal noise.
extension Sampler {
  /// The laws of x at step 0 for samplers of one schedule that visit the same steps.
  ///
  /// The noise predictions of a step are the same for all of them, and made once. Components of the
  /// data have positive variance.
  package static func ends(of samplers: [Sampler], data: Mixture) -> [GridLaw] {
    ends(of: samplers, data: data, afterEach: { _ in })
  }

  /// The same, saying after each step how many are taken: what that throws stops it.
  package static func ends<Stop: Error>(
    of samplers: [Sampler], data: Mixture, afterEach step: (_ taken: Int) throws(Stop) -> Void
  ) throws(Stop) -> [GridLaw] {
    guard let first = samplers.first else { return [] }
    let finest = data.components.map(\.standardDeviation).min() ?? 1
    let law = GridLaw(.standard, reach: data.reachOnTheWay, finest: finest)
    var laws = samplers.map { _ in law }
    for index in first.steps.indices {
      let t = first.steps[index].t
      let prediction = first.schedule.noiseAndSlope(data, at: t, law.places)
      for (number, sampler) in samplers.enumerated() {
        laws[number].take(sampler.steps[index], prediction)
      }
      try step(index + 1)
    }
    return laws
  }
}

extension GridLaw {
  fileprivate mutating func take(
    _ step: ReverseStep, _ prediction: (noise: [Double], slope: [Double])
  ) {
    let factors = step.meanFactors
    push(
      to: places.combined(factors.xt, with: prediction.noise, factors.noise),
      slopes: prediction.slope.map { factors.xt + factors.noise * $0 })
    if step.sigma > 0 { addNoise(variance: step.sigma * step.sigma) }
  }
}

extension Schedule {
  /// The exact noise prediction at places, -sqrt(1 - abar_t) score, and its slope.
  fileprivate func noiseAndSlope(
    _ data: Mixture, at t: Int, _ places: [Double]
  ) -> (noise: [Double], slope: [Double]) {
    let noisy = diffused(data, to: t)
    let scale = -noiseScale(at: t)
    let all = places.map { noisy.scoreAndSlope(at: $0) }
    return (all.map { scale * $0.score }, all.map { scale * $0.slope })
  }
}

extension Mixture {
  /// How far from 0 anything but 1e-13 gets, from the standard normal start to the data; more noise
  /// than the data have is allowed for.
  fileprivate var reachOnTheWay: Double {
    components.map { abs($0.mean) + 7.5 * $0.standardDeviation }.reduce(7.5, max)
  }
}
