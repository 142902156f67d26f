import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// One step of a sampler, from t to an earlier step.
  static let ddimStep = Figure(
    "step", title: "One step from t to an earlier step, for every share of fresh noise",
    parameters: Parameter.schedule + Parameter.pair(500, 450) + [
      .eta("0.5"),
      Parameter("x_t", .real(.through(-1e6, 1e6, step: 0.1)), standard: "0.7", "the number at t"),
      Parameter(
        "noise", .real(.through(-1e6, 1e6, step: 0.1)), standard: "-1.3",
        "the noise that the network finds in it"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (t, previous) = try settings.pair(of: schedule)
    let eta = try settings.eta(schedule, at: t, previous: previous)
    let film = StepFilm(
      schedule, t, previous, eta: eta, xt: settings.real("x_t"), noise: settings.real("noise"))
    return Outcome(
      settings: settings.effective(schedule, at: t, previous: previous), values: film.values,
      tables: [film.table], frames: film.frames)
  }
}

extension Parameter {
  /// A step and an earlier one.
  static func pair(_ t: Int, _ previous: Int) -> [Parameter] {
    [
      .step(t, "the step that is left"),
      Parameter(
        "t_previous", .integer(0...Schedule.stepRange.upperBound - 1), standard: "\(previous)",
        "the earlier step that is gone to, from 0 to t - 1"),
    ]
  }
}

extension Settings {
  /// A step and an earlier one; where a short schedule has not those of the figure, its last two.
  func pair(of schedule: Schedule) throws(FigureError) -> (t: Int, previous: Int) {
    let (t, previous) = (try step(of: schedule), integer("t_previous"))
    guard previous < t || !isGiven("t_previous") else {
      throw .unfit(
        "t_previous is \(previous), but t is \(t); give a whole number from 0 to \(t - 1).")
    }
    return (t, min(previous, t - 1))
  }

  /// Eta, which must leave something to the noise that is there.
  func eta(_ schedule: Schedule, at t: Int, previous: Int) throws(FigureError) -> Double {
    let (eta, bound) = (real("eta"), schedule.etaBound(at: t, previous: previous))
    // The bound is 1 at step 0, up to rounding.
    guard eta <= max(bound, previous == 0 ? 1 : 0) else {
      let reason =
        previous == 0
        ? "no noise is added at the last step, and its bound is 1."
        : "above it more noise would be added than x there has."
      throw .unfit(
        "eta is \(eta.typed); from t = \(t) to t = \(previous) give a number from 0 to "
          + "\((previous == 0 ? 1 : bound).typed): \(reason)")
    }
    return eta
  }

  func effective(_ schedule: Schedule, at t: Int, previous: Int) -> Settings {
    var result = effective(schedule, at: t)
    result["t_previous"] = .integer(previous)
    return result
  }
}

/// One step for eta from 0 to its bound.
private struct StepFilm: Sendable {
  private let schedule: Schedule
  private let etas: [Double]
  private let steps: [ReverseStep]
  private let chosen: Int
  private let xt: Double
  private let noise: Double

  init(
    _ schedule: Schedule, _ t: Int, _ previous: Int, eta: Double, xt: Double, noise: Double
  ) {
    etas = schedule.etas(at: t, previous: previous, with: eta)
    steps = etas.map { ReverseStep(schedule, at: t, previous: previous, noise: .eta($0)) }
    chosen = etas.firstIndex(of: eta) ?? 0
    (self.schedule, self.xt, self.noise) = (schedule, xt, noise)
  }

  var values: [(name: String, value: Double)] {
    let step = steps[chosen]
    return [
      ("sigma", step.sigma), ("predicted_x0", step.predictedX0(xt: xt, noise: noise)),
      ("mean", step.mean(xt: xt, noise: noise)), ("noise_kept", step.direction),
      ("eta_bound", schedule.etaBound(at: step.t, previous: step.previous)),
    ]
  }

  var table: Table {
    Table(
      "etas", columns: ["eta", "sigma", "noise_kept", "mean"],
      rows: zip(etas, steps).map { eta, step in
        [eta, step.sigma, step.direction, step.mean(xt: xt, noise: noise)]
      })
  }

  var frames: Frames {
    let whole = self.whole
    let places = Places(covering: [whole], reach: 3.5)
    return Frames(
      count: etas.count, first: chosen, label: { "eta = \(etas[$0].rounded3)" },
      picture: { plot($0, places, top: 4 * min(whole.peak, 1e3)) })
  }

  /// How x at the earlier step is spread where x_0 is what is predicted and nothing else known.
  private var whole: Gaussian {
    let step = steps[chosen]
    let start = step.predictedX0(xt: xt, noise: noise)
    // At step 0 it is known; the picture then has some room around it.
    return schedule.diffused(
      Gaussian(mean: start, variance: step.previous == 0 ? 1e-4 : 0), to: step.previous)
  }

  private func plot(_ frame: Int, _ places: Places, top: Double) -> LinePlot {
    let step = steps[frame]
    let mean = step.mean(xt: xt, noise: noise)
    let bell = Gaussian(mean: mean, variance: step.sigma * step.sigma)
    var curves = [places.curve("if only the predicted x at 0 were known", whole)]
    if step.sigma > 0 {
      curves.append(places.curve("this step") { min(bell.density(at: $0), top) })
    }
    return LinePlot(
      "t = \(step.t) to \(step.previous), eta \(etas[frame].rounded3): sigma \(step.sigma.rounded3)",
      series: curves, x: Axis("x at t = \(step.previous)", range: places.range),
      y: Axis(range: 0...top), cursors: [LinePlot.Cursor(mean, label: "mean \(mean.rounded3)")])
  }
}

extension Schedule {
  /// Etas for a film, evenly spaced from 0 to the bound of the pair, and one more.
  func etas(at t: Int, previous: Int, with chosen: Double) -> [Double] {
    let bound = etaBound(at: t, previous: previous)
    return Set(evenly(41, from: 0, through: bound)).union([chosen]).sorted()
  }
}
