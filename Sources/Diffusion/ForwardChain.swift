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
package struct ForwardChain: Sendable {
  /// `values[t]` holds x_t of each number, t = 0...T.
  package let values: [[Double]]
  /// `noise[t]` holds the standard normal draws of step t; `noise[0]` is empty.
  package let noise: [[Double]]

  /// Starts `count` numbers at standard normal draws and takes every step of the schedule.
  ///
  /// The draws of step t are those of stream t, whatever the other steps do.
  package init(_ schedule: Schedule, count: Int, seed: UInt64) {
    var values: [[Double]] = []
    var noise: [[Double]] = [[]]
    var start = CounterGenerator(seed: seed, stream: 0)
    values.append(start.normals(count))
    for t in 0..<schedule.steps {
      var generator = CounterGenerator(seed: seed, stream: UInt64(t + 1))
      let draws = generator.normals(count)
      values.append(
        zip(values[t], draws).map { schedule.step($0, to: t + 1, noise: $1) })
      noise.append(draws)
    }
    self.values = values
    self.noise = noise
  }
}
