import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// How little the noise of all steps has to do with that of the last one.
  static let wholeNoise = Figure(
    "whole-noise", title: "The whole noise in x at t, against the noise of step t alone",
    parameters: Parameter.schedule + [
      .step(10, "the step whose draws are shown"), .samples(2...20_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let pairs = NoisePairs(schedule, count: try settings.walkers(schedule), at: t, seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: pairs.values(at: t),
      tables: [pairs.table], frames: pairs.timeline.frames(pairs.picture))
  }
}

/// The noise of a step and the whole noise after it, of numbers that walk.
private struct NoisePairs: Sendable {
  private let schedule: Schedule
  let timeline: ChosenTimeline
  private let pairs: [Int: (step: [Double], whole: [Double])]

  init(_ schedule: Schedule, count: Int, at t: Int, seed: UInt64) {
    // Nearly all of the fall is in the first steps.
    let timeline = ChosenTimeline(schedule, chosen: t, with: [2, 3, 4, 5, 7, 15])
    let kept = Set(timeline.steps)
    var pairs: [Int: (step: [Double], whole: [Double])] = [:]
    let starts = [Double](repeating: 0, count: count)
    for step in ForwardWalk(schedule, from: starts, seed: seed) where kept.contains(step.t) {
      pairs[step.t] = (step.noise, step.totalNoise)
    }
    (self.schedule, self.timeline, self.pairs) = (schedule, timeline, pairs)
  }

  /// sqrt(beta_t / (1 - abar_t)): the weight of the step's own noise in the whole.
  private func exact(_ t: Int) -> Double { schedule.totalNoiseWeights(at: t).latest }

  private func measured(_ t: Int) -> Double {
    guard let pair = pairs[t] else { return .nan }
    return JointMoments(pair.step, pair.whole).correlation
  }

  func values(at t: Int) -> [(name: String, value: Double)] {
    [("correlation", exact(t)), ("correlation_of_draws", measured(t))]
  }

  var table: Table {
    Table(
      "correlation", columns: ["t", "exact", "of_draws"],
      rows: timeline.steps.map { [Double($0), exact($0), measured($0)] })
  }

  func picture(_ t: Int) -> any Picture {
    let correlation = exact(t).short(significant: 3)
    return Panels(
      "t = \(t) of \(schedule.steps): correlation \(correlation)",
      [Panel("", cloud(t), importance: 1), Panel("correlation at t", curve(cursor: t))])
  }

  private func cloud(_ t: Int) -> Scatter {
    let pair = pairs[t] ?? ([], [])
    return Scatter(
      series: [Scatter.Series(x: pair.step, y: pair.whole)],
      x: Axis("noise of step t", range: -3.5...3.5), y: Axis("whole noise", range: -3.5...3.5),
      hasEqualUnits: true)
  }

  private func curve(cursor t: Int) -> LinePlot {
    let steps = (1...schedule.steps).map(Double.init)
    return LinePlot(
      series: [LinePlot.Series("", x: steps, y: (1...schedule.steps).map(exact))],
      x: Axis("t", scale: .log10), y: Axis(range: 0...1), cursors: [LinePlot.Cursor(Double(t))])
  }
}
