import Probability

/// A cloud on its way from noise to data, one step of a sampler at a time.
///
/// The fresh noise of step k of the sampler is that of stream k + 1 of the seed, and the start that
/// of stream 0, so two samplers of one seed start alike.
///
///     for moment in ReverseWalk(sampler, denoiser, count: 2000, seed: 1) {
///       draw(moment.points, moment.predictedStarts)
///     }
package struct ReverseWalk<Numbers: Cloud>: Sequence, IteratorProtocol, Sendable {
  /// A way to make x_previous of x_t, the predicted noise and the fresh noise.
  ///
  /// By default ``ReverseStep``'s. What it makes of a point depends on no other point.
  package typealias Rule =
    @Sendable (ReverseStep, _ xt: Numbers, _ noise: Numbers, _ z: Numbers)
    -> Numbers

  package let sampler: Sampler
  private let denoiser: any Denoiser<Numbers>
  private let seed: UInt64
  private let rule: Rule
  /// The place of the first point in the whole cloud; even.
  private let place: Int
  private var taken: Int
  private var points: Numbers

  /// The cloud before a step, and what the step makes of it.
  package struct Moment: Sendable {
    package let step: ReverseStep
    /// x_t.
    package let points: Numbers
    /// The noise that the denoiser finds in x_t.
    package let noise: Numbers
    /// The standard normal draws of this step; zero where the last adds no noise.
    package let fresh: Numbers
    /// x at `step.previous`.
    package let next: Numbers

    /// The x_0 that follows from the noise.
    package var predictedStarts: Numbers {
      points.starts(noise: noise, signal: step.signal, noiseScale: step.noiseScale)
    }
  }

  /// A walk from standard normal draws.
  package init(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, count: Int, seed: UInt64,
    rule: @escaping Rule = Self.standard
  ) {
    self.init(
      sampler, denoiser, from: Numbers.normal(0..<count, seed: seed, stream: 0), seed: seed,
      rule: rule)
  }

  /// A walk from x at the sampler's largest step.
  ///
  /// Of a part of a cloud say at which place it begins, an even one: then its fresh noise is that
  /// which the part has in a walk of the whole.
  package init(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, from points: Numbers, place: Int = 0,
    seed: UInt64, rule: @escaping Rule = Self.standard
  ) {
    (self.sampler, self.denoiser, self.seed, self.rule) = (sampler, denoiser, seed, rule)
    (self.place, taken, self.points) = (place, 0, points)
  }

  /// The same walk where it stands at `points` after `taken` steps.
  func standing(at points: Numbers, taken: Int) -> Self {
    var walk = self
    (walk.points, walk.taken) = (points, taken)
    return walk
  }

  package mutating func next() -> Moment? {
    guard taken < sampler.steps.count else { return nil }
    let step = sampler.steps[taken]
    let noise = denoiser.noise(in: points, at: step.t)
    let fresh = freshNoise(before: step)
    let moment = Moment(
      step: step, points: points, noise: noise, fresh: fresh,
      next: rule(step, points, noise, fresh))
    points = moment.next
    taken += 1
    return moment
  }

  private func freshNoise(before step: ReverseStep) -> Numbers {
    guard step.previous > 0 || step.sigma > 0 else { return points.scaled(by: 0) }
    return Numbers.normal(
      place..<place + points.count, seed: seed, stream: UInt64(taken + 1))
  }

  /// sqrt(abar_previous) predicted x_0 + direction noise + sigma fresh noise.
  @Sendable package static func standard(
    _ step: ReverseStep, _ xt: Numbers, _ noise: Numbers, _ z: Numbers
  ) -> Numbers {
    let factors = step.meanFactors
    let mean = xt.combined(factors.xt, with: noise, factors.noise)
    return step.sigma == 0 ? mean : mean.combined(1, with: z, step.sigma)
  }
}
