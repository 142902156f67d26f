package import Diffusion
package import Networks
package import Probability

/// A network that was trained with labels, asked for one of them or for none.
package struct LabelledDenoiser: Denoiser {
  private let network: LabelledNetwork
  private let parameters: Parameters
  private let label: Int
  /// The network's time for each step of the schedule, index 0 unused.
  private let times: [Double]

  /// A network that has `learned` one schedule, for whoever asks by the steps of another; the label
  /// is nil for points of any class.
  package init(
    _ network: LabelledNetwork, _ parameters: Parameters, _ schedule: Schedule, label: Int?,
    learned: Schedule
  ) {
    (self.network, self.parameters) = (network, parameters)
    self.label = label ?? network.labels
    times = learned.told(schedule)
  }

  /// The network's guess of the whole noise in each x_t; `t` is in 1...T.
  package func noise(in points: Points2D, at t: Int) -> Points2D {
    points.inParts(of: 256) { some in
      let tape = Tape()
      let found = network.noise(
        in: some, times: Array(repeating: times[t], count: some.count),
        Array(repeating: label, count: some.count), parameters.on(tape), on: tape)
      return Points2D(rows: found.value)
    }
  }
}
