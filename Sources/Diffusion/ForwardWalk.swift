import Probability
import RealModule

/// Independent numbers on their way through the forward steps, one step at a time.
///
/// Keeps nothing but the latest step, so ten thousand steps of any number of samples fit. The
/// draws of step t are those of stream t, whatever the other steps do.
///
///     for step in ForwardWalk(schedule, from: starts, seed: 1) {
///       print(step.t, Moments(step.values).variance)
///     }
package struct ForwardWalk: Sequence, IteratorProtocol, Sendable {
  private let schedule: Schedule
  private let seed: UInt64
  private var latest: Step

  /// The numbers after one step.
  package struct Step: Sendable {
    /// 1...T.
    package let t: Int
    /// x_t of each number.
    package let values: [Double]
    /// The noise that this step added, standard normal.
    package let noise: [Double]
    /// The noise of all steps up to this one, as one standard normal draw of each number.
    package let totalNoise: [Double]
  }

  /// A walk of the schedule's steps from x_0 of each number.
  package init(_ schedule: Schedule, from starts: [Double], seed: UInt64) {
    self.schedule = schedule
    self.seed = seed
    let none = [Double](repeating: 0, count: starts.count)
    latest = Step(t: 0, values: starts, noise: none, totalNoise: none)
  }

  package mutating func next() -> Step? {
    guard latest.t < schedule.steps else { return nil }
    let t = latest.t + 1
    var generator = CounterGenerator(seed: seed, stream: UInt64(t))
    let noise = generator.normals(latest.values.count)
    let weights = schedule.totalNoiseWeights(at: t)
    latest = Step(
      t: t,
      values: latest.values.combined(
        .sqrt(schedule.alpha[t]), with: noise, .sqrt(schedule.beta[t])),
      noise: noise,
      totalNoise: latest.totalNoise.combined(weights.previous, with: noise, weights.latest))
    return latest
  }
}
