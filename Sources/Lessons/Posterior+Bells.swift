import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Two clues as bells, and their product.
  static let posteriorBells = Figure(
    "bells", title: "What the start says of x before a step, what x_t says, and what both say",
    parameters: Parameter.schedule + [
      .step(2, "the step that is undone"),
      Parameter(
        "x_0", .real(.through(-1e6, 1e6, step: 0.25)), standard: "1.5", "the start"),
      Parameter(
        "noise", .real(.through(-10, 10)), standard: "-0.5",
        "the whole noise in x_t, in standard deviations"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let clues = Clues(schedule, start: settings.real("x_0"), noise: settings.real("noise"))
    let (prior, window, both) = clues.bells(at: t)
    return Outcome(
      settings: settings.effective(schedule, at: t),
      values: [
        ("x_t", clues.seen(at: t)), ("start_mean", prior.mean), ("start_variance", prior.variance),
        ("window_mean", window.mean), ("window_variance", window.variance),
        ("posterior_mean", both.mean), ("posterior_variance", both.variance),
      ], frames: clues.frames(first: t))
  }
}

/// A start and the whole noise in x_t, and what is known of x_{t-1} along t.
private struct Clues: Sendable {
  let schedule: Schedule
  let start: Double
  let noise: Double

  init(_ schedule: Schedule, start: Double, noise: Double) {
    (self.schedule, self.start, self.noise) = (schedule, start, noise)
  }

  func seen(at t: Int) -> Double { schedule.jump(start, to: t, noise: noise) }

  /// By the start alone, by x_t alone, and by both.
  func bells(at t: Int) -> (prior: Gaussian, window: Gaussian, both: Gaussian) {
    let (alpha, xt, posterior) = (schedule.alpha[t], seen(at: t), schedule.posterior(at: t))
    return (
      schedule.diffused(Gaussian(mean: start, variance: 0), to: t - 1),
      Gaussian(mean: xt / alpha.squareRoot(), variance: schedule.beta[t] / alpha),
      Gaussian(mean: posterior.mean(x0: start, xt: xt), variance: posterior.variance)
    )
  }

  /// At t = 1 the start is x_{t-1} itself, and there is no bell to draw.
  func frames(first t: Int) -> Frames {
    let timeline = ChosenTimeline(schedule, chosen: t)
    let steps = timeline.steps.filter { $0 > 1 }
    guard !steps.isEmpty else { return Frames(plot: plot(at: 1)) }
    return Frames(
      count: steps.count, first: steps.firstIndex { $0 >= t } ?? steps.count - 1,
      label: { "t = \(steps[$0])" }, picture: { plot(at: steps[$0]) })
  }

  private func plot(at t: Int) -> LinePlot {
    let (prior, window, both) = bells(at: t)
    let places = Places(covering: t > 1 ? [prior, window] : [window], reach: 3)
    return LinePlot(
      "t = \(t) of \(schedule.steps), x_t = \(seen(at: t).rounded3)",
      series: [
        places.curve("by the start", prior), places.curve("by x_t", window),
        places.curve("by both", both),
      ], x: Axis("x before the step", range: places.range),
      y: Axis(range: 0...1.2 * (t > 1 ? both.peak : window.peak)))
  }
}
