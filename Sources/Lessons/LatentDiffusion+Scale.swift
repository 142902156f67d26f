import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// How much signal is left at each step, of numbers of variance 1 and of others.
  static let latentScale = Figure(
    "scale", title: "The share of the signal in what the network sees, for two scales",
    parameters: [
      Parameter(
        "deviation", .real(.through(0.01, 100)), standard: "5.49",
        "the deviation of numbers that nobody has scaled")
    ] + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let shares = SignalShares(schedule, variance: settings.real("deviation").squared)
    return Outcome(
      settings: settings.effective(schedule), values: shares.values, tables: [shares.table],
      frames: Frames(plot: shares.picture))
  }
}

/// What part of the variance at each step comes from the data, for variance 1 and another.
private struct SignalShares: Sendable {
  private let schedule: Schedule
  private let variance: Double

  init(_ schedule: Schedule, variance: Double) {
    (self.schedule, self.variance) = (schedule, variance)
  }

  private func share(_ variance: Double, at t: Int) -> Double {
    let signal = variance * schedule.alphaBar[t]
    return signal / (signal + schedule.oneMinusAlphaBar[t])
  }

  /// The first step at which there is more noise than signal; not a number where there is none.
  private func crossing(_ variance: Double) -> Double {
    (1...schedule.steps).first { share(variance, at: $0) < 0.5 }.map(Double.init) ?? .nan
  }

  var values: [(name: String, value: Double)] {
    let last = schedule.steps
    let end = variance * schedule.alphaBar[last] + schedule.oneMinusAlphaBar[last]
    return [
      ("half_noise_at", crossing(1)), ("half_noise_at_unscaled", crossing(variance)),
      ("snr_T", schedule.signalToNoiseRatio(at: last)),
      ("snr_T_unscaled", variance * schedule.signalToNoiseRatio(at: last)),
      ("variance_T_unscaled", end),
      (
        "divergence_T_unscaled",
        Gaussian(mean: 0, variance: end).divergence(from: .standard)
      ),
    ]
  }

  var table: Table {
    Table(
      "shares", columns: ["t", "signal_share", "signal_share_unscaled"],
      rows: (1...schedule.steps).map {
        [Double($0), share(1, at: $0), share(variance, at: $0)]
      })
  }

  var picture: LinePlot {
    LinePlot(
      "Share of the signal in the variance at t",
      series: [
        LinePlot.Series(
          "variance 1", x: table[column: "t"], y: table[column: "signal_share"]),
        LinePlot.Series(
          "variance \(variance.short(significant: 3))", x: table[column: "t"],
          y: table[column: "signal_share_unscaled"]),
      ], x: Axis("t"), y: Axis(range: 0...1),
      references: [LinePlot.Reference(0.5, label: "as much noise as signal")])
  }
}

extension Double {
  fileprivate var squared: Double { self * self }
}
