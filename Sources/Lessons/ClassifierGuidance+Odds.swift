import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// What a classifier must say to noisy numbers, beside one that has seen clean ones only.
  static let classifierOdds = Figure(
    "odds", title: "The probability of a class, seen in a noisy number",
    parameters: Parameter.lineClasses() + Parameter.schedule + [
      .step(500, "the step whose noisy number is classified"),
      Parameter(
        "x_t", .real(.through(-1e6, 1e6, step: 0.1)), standard: "0.2", "the noisy number"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let film = OddsFilm(try settings.lineClasses(schedule), xt: settings.real("x_t"))
    return Outcome(
      settings: settings.effective(schedule, at: t), values: film.values(at: t),
      tables: [film.table], frames: ChosenTimeline(schedule, chosen: t).frames(film.picture))
  }
}

/// The class that is asked for, as a perfect classifier sees it at every step.
///
/// The log odds of two normal classes of one variance V = abar v + 1 - abar are a straight line:
///
///     log p(1 given x) / p(2 given x) = ((x - sqrt(abar) m_2)^2 - (x - sqrt(abar) m_1)^2) / 2V,
///
/// whose slope is sqrt(abar) (m_1 - m_2) / V; a classifier that takes x for clean has the slope
/// (m_1 - m_2) / v at every t.
private struct OddsFilm: Sendable {
  private let classes: LineClasses
  private let xt: Double
  private let range: ClosedRange<Double>

  init(_ classes: LineClasses, xt: Double) {
    (self.classes, self.xt) = (classes, xt)
    let own = classes.data.rangeOnTheWay
    range = min(own.lowerBound, xt)...max(own.upperBound, xt)
  }

  private var apart: Double { classes.goal.mean - classes.data.components[1].mean }

  /// The slope of the log odds at step t; 0 is the clean number.
  private func slope(at t: Int) -> Double {
    let variance = classes.schedule.diffused(classes.goal, to: t).variance
    return classes.schedule.signalScale(at: t) * apart / variance
  }

  private func law(at t: Int) -> Mixture { classes.schedule.diffused(classes.data, to: t) }

  func values(at t: Int) -> [(name: String, value: Double)] {
    let asked = LineClasses.asked
    return [
      ("probability", law(at: t).classProbabilities(asked, at: [xt])[0]),
      ("gradient", law(at: t).classSlopes(asked, at: [xt])[0]),
      ("log_odds_slope", slope(at: t)),
      ("clean_gradient", classes.data.classSlopes(asked, at: [xt])[0]),
      ("clean_log_odds_slope", slope(at: 0)), ("times_too_steep", slope(at: 0) / slope(at: t)),
    ]
  }

  /// Some hundred steps, with 1, 100, 300, 500 and the last.
  var table: Table {
    let last = classes.schedule.steps
    let steps = ChosenTimeline(classes.schedule, chosen: last, with: [100, 300, 500]).steps
    return Table(
      "slopes", columns: ["t", "log_odds_slope", "clean_log_odds_slope", "times_too_steep"],
      rows: steps.map { [Double($0), slope(at: $0), slope(at: 0), slope(at: 0) / slope(at: $0)] })
  }

  func picture(_ t: Int) -> any Picture {
    let places = evenly(321, from: range.lowerBound, through: range.upperBound)
    let asked = LineClasses.asked
    return LinePlot(
      classes.schedule.caption(at: t),
      series: [
        LinePlot.Series(
          "knows the noise", x: places, y: law(at: t).classProbabilities(asked, at: places)),
        LinePlot.Series(
          "takes x for clean", x: places, y: classes.data.classProbabilities(asked, at: places)),
      ], x: Axis("x at t", range: range), y: Axis("p of the class", range: 0...1),
      cursors: [LinePlot.Cursor(xt, label: "x_t")])
  }
}
