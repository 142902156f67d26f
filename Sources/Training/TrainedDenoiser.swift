package import Diffusion
package import Networks
package import Probability
import RealModule

/// A denoiser that was learned, to stand where the exact one stands.
///
/// A network that learned on one schedule serves any other: to it x_t is data with some noise, and
/// which step that is called does not matter. So t is told to it as the time of its own schedule
/// that has the same signal-to-noise ratio, between two of its steps where it lies there.
package struct TrainedDenoiser: Denoiser {
  private let answers: NoiseAnswers
  /// The network's time for each step of the schedule, index 0 unused.
  private let times: [Double]

  /// A network that has `learned` one schedule, for whoever asks by the steps of another.
  package init(
    _ network: NoiseNetwork, _ parameters: Parameters, _ schedule: Schedule, learned: Schedule
  ) {
    answers = NoiseAnswers(network, parameters)
    times = learned.told(schedule)
  }

  /// The network's guess of the whole noise in each x_t; `t` is in 1...T.
  package func noise(in points: Points2D, at t: Int) -> Points2D {
    points.inParts(of: 256) { Points2D(rows: answers.noise(in: $0, at: times[t])) }
  }
}

extension Schedule {
  /// The time of this schedule at which each step of another has its signal-to-noise ratio; the
  /// nearest end where none has.
  ///
  /// Between two steps the logarithm of the ratio is taken for a straight line. Index 0 is unused.
  func times(of other: Schedule) -> [Double] {
    let logs = (1...steps).map { Double.log(signalToNoiseRatio(at: $0)) }
    return [0]
      + (1...other.steps).map { t in
        let wanted = Double.log(other.signalToNoiseRatio(at: t))
        // The first step with less signal.
        var (low, high) = (0, logs.count)
        while low < high {
          let middle = (low + high) / 2
          if logs[middle] < wanted { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return 1 }
        guard low < logs.count else { return Double(steps) }
        return Double(low) + (logs[low - 1] - wanted) / (logs[low - 1] - logs[low])
      }
  }
}
