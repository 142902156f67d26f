import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Where a sampler of normal data stands at every t: exact, without random numbers.
  static let ddpmMoments = Figure(
    "moments", title: "Mean and variance on the way back, for normal data",
    parameters: [
      .mean("mean", "0", "the mean of the data"),
      Parameter("variance", .real(.between(0, 1e6)), standard: "1", "the variance of the data"),
      .reverseNoise(),
    ] + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let way = NormalWay(schedule, settings.bell(), settings.reverseNoise)
    return Outcome(
      settings: settings.effective(schedule), values: way.values, tables: [way.table],
      frames: way.frames)
  }
}

extension Parameter {
  /// What a reverse step's fresh noise is scaled by: a root of beta or beta-tilde, or by a slip
  /// beta-tilde itself.
  static func reverseNoise(_ standard: String = "beta") -> Parameter {
    Parameter(
      "reverse_noise", .choice(["beta", "posterior", "posterior-unrooted"]), standard: standard,
      "the noise of a step: variance beta or beta-tilde, or scaled by beta-tilde, a slip")
  }
}

extension Settings {
  var reverseNoise: ReverseNoise {
    switch choice("reverse_noise") {
    case "posterior": .eta(1)
    case "posterior-unrooted": .unrooted
    default: .sigmaHat
    }
  }
}

/// The laws of x on the way back and on the way there, for normal data.
private struct NormalWay: Sendable {
  private let schedule: Schedule
  private let data: Gaussian
  /// What would be added at the last step, were it as the others.
  private let lastVariance: Double
  /// `back[t]` is the law of x at t of the sampler, which starts standard normal at T.
  private let back: [Gaussian]
  private let timeline: [Int]

  init(_ schedule: Schedule, _ data: Gaussian, _ noise: ReverseNoise) {
    (self.schedule, self.data) = (schedule, data)
    let sampler = Sampler(schedule, visiting: Array(1...schedule.steps), noise: noise)
    // Beta-tilde is 0 at t = 1.
    lastVariance = noise == .sigmaHat ? schedule.beta[1] : 0
    back = sampler.laws(of: data).reversed()
    timeline = StepTimeline(schedule).steps.reversed()
  }

  /// The law of x at t on the way from the data to noise.
  private func forward(_ t: Int) -> Gaussian { schedule.diffused(data, to: t) }

  var values: [(name: String, value: Double)] {
    [
      ("final_mean", back[0].mean), ("final_variance", back[0].variance),
      ("w2", back[0].wasserstein2(to: data)),
      ("final_variance_with_last_noise", back[0].variance + lastVariance),
    ]
  }

  var table: Table {
    Table(
      "moments", columns: ["t", "mean", "variance", "mean_forward", "variance_forward"],
      rows: back.indices.reversed().map { t in
        let forward = forward(t)
        return [Double(t), back[t].mean, back[t].variance, forward.mean, forward.variance]
      })
  }

  // MARK: Frames

  var frames: Frames {
    let places = Places(covering: [.standard, data, back[0]], reach: 3.5)
    let peak = [Gaussian.standard, data, back[0]].map(\.peak).filter(\.isFinite).max() ?? 1
    let curves = variances
    return Frames(
      count: timeline.count, label: { "t = \(timeline[$0])" },
      picture: { frame in
        let t = timeline[frame]
        return Panels(
          schedule.captionOnTheWayBack(at: t),
          [
            Panel("density", densities(at: t, places, top: 1.15 * min(peak, 4))),
            Panel("variance", curves.with(cursor: t), importance: -1),
          ])
      })
  }

  private func densities(at t: Int, _ places: Places, top: Double) -> LinePlot {
    LinePlot(
      series: [places.curve("sampler", back[t]), places.curve("true q(x at t)", forward(t))],
      x: Axis("x", range: places.range), y: Axis(range: 0...top))
  }

  private var variances: LinePlot {
    let steps = Array(timeline.reversed())
    let ts = steps.map(Double.init)
    let back = steps.map { self.back[$0].variance }
    let forward = steps.map { self.forward($0).variance }
    let top = max(1, (back + forward).max() ?? 1)
    return LinePlot(
      series: [
        LinePlot.Series("sampler", x: ts, y: back), LinePlot.Series("true", x: ts, y: forward),
      ], x: Axis("t"), y: Axis(range: 0...1.15 * top))
  }
}

extension LinePlot {
  fileprivate func with(cursor t: Int) -> LinePlot {
    var plot = self
    plot.cursors = [Cursor(Double(t))]
    return plot
  }
}
