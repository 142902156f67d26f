import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Parameter {
  /// The law of one-dimensional normal data.
  static let normalData: [Parameter] = [
    .mean("mean", "0", "the mean of the data"),
    Parameter("variance", .real(.between(0, 1e6)), standard: "1", "the variance of the data"),
  ]
}

extension Figure {
  /// The least loss that any network can reach, for what it is handed.
  static let lossFloor = Figure(
    "loss-floor", title: "The least possible loss at every t, for normal data",
    parameters: Parameter.normalData + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let floor = LossFloor(schedule, variance: settings.real("variance"))
    return Outcome(
      settings: settings.effective(schedule),
      values: [("loss_given_xt", floor.mean), ("loss_given_x0", 1)],
      tables: [floor.table], frames: floor.frames)
  }
}

/// The least mean squared error of a guess of the noise.
///
///     given x_t: Var(noise given x_t) = abar v / (abar v + 1 - abar)
///     given x_0: Var(noise) = 1, as x_0 knows nothing of it
///
/// The mean of the data is known to the best network, and drops out.
private struct LossFloor: Sendable {
  private let steps: [Int]
  /// One a step.
  private let losses: [Double]

  init(_ schedule: Schedule, variance: Double) {
    steps = Array(1...schedule.steps)
    losses = steps.map { Parameterisation.noise.leastLoss(schedule, at: $0, variance: variance) }
  }

  /// The average over t = 1...T, each drawn as often as the other.
  var mean: Double { losses.reduce(0, +) / Double(losses.count) }

  var table: Table {
    Table(
      "losses", columns: ["t", "given_xt", "given_x0"],
      rows: zip(steps, losses).map { [Double($0), $1, 1] })
  }

  var frames: Frames {
    let timeline = StepTimelineOfCurve(steps.count)
    let xs = steps.map(Double.init)
    return Frames(
      count: timeline.steps.count, first: timeline.steps.count - 1,
      label: { "t = \(timeline.steps[$0])" },
      picture: { frame in
        let t = timeline.steps[frame]
        let loss = losses[t - 1].short(significant: 3)
        return LinePlot(
          "Least loss at every t", series: [LinePlot.Series("handed x at t", x: xs, y: losses)],
          x: Axis("t"), y: Axis(range: 0...1.1),
          cursors: frame == timeline.steps.count - 1
            ? [] : [LinePlot.Cursor(Double(t), label: "t = \(t): \(loss)")],
          references: [
            LinePlot.Reference(1, label: "handed x at 0"),
            LinePlot.Reference(mean, label: "average \(mean.short(significant: 4))"),
          ])
      })
  }
}

/// Steps for a cursor that slides along a curve over t.
struct StepTimelineOfCurve: Sendable {
  let steps: [Int]

  init(_ count: Int) {
    let gaps = min(count - 1, 100)
    steps =
      gaps == 0 ? [1] : (0...gaps).map { 1 + (2 * $0 * (count - 1) + gaps) / (2 * gaps) }
  }
}
