import Probability
import RealModule

extension Schedule {
  /// One forward step: the number before, shrunk, with fresh noise.
  ///
  ///     x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) noise
  ///
  /// Source: DDPM, equation 2. `noise` has unit variance; `t` is in 1...T.
  package func step(_ previous: Double, to t: Int, noise: Double) -> Double {
    Double.sqrt(alpha[t]) * previous + Double.sqrt(beta[t]) * noise
  }
}

/// Independent numbers on their way through all forward steps, with the noise of each step.
///
/// Keeps every step of every number: for some hundred numbers. ``ForwardWalk`` keeps only one.
package struct ForwardChain: Sendable {
  /// `values[t]` holds x_t of each number, t = 0...T.
  package let values: [[Double]]
  /// `noise[t]` holds the standard normal draws of step t; `noise[0]` is empty.
  package let noise: [[Double]]
  /// `totalNoise[t]` holds the noise of all steps up to t, each a standard normal number;
  /// `totalNoise[0]` is empty.
  package let totalNoise: [[Double]]

  /// Starts `count` numbers at standard normal draws and takes every step of the schedule.
  ///
  /// The draws of step t are those of stream t, whatever the other steps do; the start is stream 0.
  package init(_ schedule: Schedule, count: Int, seed: UInt64) {
    var generator = CounterGenerator(seed: seed, stream: 0)
    self.init(schedule, from: generator.normals(count), seed: seed)
  }

  /// Takes every step of the schedule from x_0 of each number.
  package init(_ schedule: Schedule, from starts: [Double], seed: UInt64) {
    let steps = Array(ForwardWalk(schedule, from: starts, seed: seed))
    values = [starts] + steps.map(\.values)
    noise = [[]] + steps.map(\.noise)
    totalNoise = [[]] + steps.map(\.totalNoise)
  }
}
