import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// Everything that x_t tells, for data of a known law.
  static let exactPrediction = Figure(
    "exact", title: "The expected noise in x at t, exactly, for data of several humps",
    parameters: Parameter.schedule + Parameter.mixture + [
      .step(300, "the step of the noisy number"),
      Parameter(
        "x_t", .real(.through(-1e6, 1e6)), standard: "0.25", "the noisy number that is seen"),
      Parameter(
        "show", .choice(["noise", "score", "x0"]), standard: "noise",
        "which expectation to draw under the density"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let curves = ExactCurves(
      schedule, try settings.mixture(), xt: settings.real("x_t"), show: settings.choice("show"))
    return Outcome(
      settings: settings.effective(schedule, at: t), values: curves.values(at: t),
      tables: [curves.table(at: t)],
      frames: ChosenTimeline(schedule, chosen: t).frames(curves.picture))
  }
}

/// Density, score and expectations over x_t.
private struct ExactCurves: Sendable {
  private let schedule: Schedule
  private let data: Mixture
  private let xt: Double
  private let quantity: Quantity
  private let range: ClosedRange<Double>
  private let places: [Double]
  private let top: Double

  init(_ schedule: Schedule, _ data: Mixture, xt: Double, show: String) {
    (self.schedule, self.data, self.xt) = (schedule, data, xt)
    quantity = Quantity(rawValue: show) ?? .noise
    range = data.rangeOnTheWay
    let places = evenly(161, from: range.lowerBound, through: range.upperBound)
    self.places = places
    let peaks = [schedule.steps, max(1, schedule.steps / 10)].flatMap {
      schedule.diffused(data, to: $0).densities(at: places)
    }
    top = 1.3 * (peaks.max() ?? 1)
  }

  /// What is drawn under the density.
  private enum Quantity: String {
    case noise
    case score
    case x0

    var title: String {
      switch self {
      case .noise: "noise to be expected"
      case .score: "score"
      case .x0: "x at 0 to be expected"
      }
    }

    func value(of prediction: ExactPrediction) -> Double {
      switch self {
      case .noise: prediction.expectedNoise
      case .score: prediction.score
      case .x0: prediction.expectedX0
      }
    }

    /// The heights that can be told apart; the score at the first steps is far beyond.
    func range(_ data: ClosedRange<Double>) -> ClosedRange<Double> {
      switch self {
      case .noise: -3.5...3.5
      case .score: -10...10
      case .x0: data
      }
    }
  }

  private func prediction(_ t: Int, at x: Double) -> ExactPrediction {
    ExactPrediction(of: data, schedule, at: t, xt: x)
  }

  func values(at t: Int) -> [(name: String, value: Double)] {
    let exact = prediction(t, at: xt)
    return [
      ("log_density", exact.logDensity), ("score", exact.score),
      ("expected_noise", exact.expectedNoise), ("expected_x0", exact.expectedX0),
    ]
  }

  func table(at t: Int) -> Table {
    Table(
      "curves", columns: ["x_t", "log_density", "score", "expected_noise", "expected_x0"],
      rows: places.map { x in
        let exact = prediction(t, at: x)
        return [x, exact.logDensity, exact.score, exact.expectedNoise, exact.expectedX0]
      })
  }

  func picture(_ t: Int) -> any Picture {
    let cursors = range.contains(xt) ? [LinePlot.Cursor(xt, label: "x_t")] : []
    let predictions = places.map { prediction(t, at: $0) }
    let density = LinePlot(
      series: [
        LinePlot.Series("", x: places, y: predictions.map { min(top, .exp($0.logDensity)) })
      ],
      x: Axis(range: range), y: Axis(range: 0...top), cursors: cursors)
    let heights = quantity.range(range)
    let expected = LinePlot(
      series: [
        LinePlot.Series("", x: places, y: predictions.map(quantity.value))
      ],
      x: Axis("x at t", range: range), y: Axis(range: heights), cursors: cursors,
      references: [LinePlot.Reference(0)])
    return Panels(
      schedule.caption(at: t),
      [Panel("density", density), Panel(quantity.title, expected, importance: 1)],
      direction: .stacked)
  }
}
