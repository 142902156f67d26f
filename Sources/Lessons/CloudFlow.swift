import Diffusion
import Figures
import Plots
import Probability
import RealModule

/// Points of the plane on their way through the forward steps: walked, jumped, and by the reader's
/// formula.
///
/// All start from the same points. Each point has one draw of noise for all of its jumps, so it
/// slides along an arc where the walk trembles; at each t by itself both have the same law.
struct CloudFlow: Sendable {
  private let schedule: Schedule
  private let law: any Distribution2D
  private let starts: LabelledPoints
  private let noise: Points2D
  private let walk: ForwardCloud
  private let formula: JumpFormula?
  private let timeline: StepTimeline
  private let look: CloudLook

  init(
    _ schedule: Schedule, _ law: any Distribution2D, _ settings: Settings, seed: UInt64
  ) throws(FigureError) {
    starts = law.draw(try settings.walkers(schedule), seed: seed)
    // The walk has the streams 1 to T.
    let stream = UInt64(Schedule.stepRange.upperBound + 1)
    var generator = CounterGenerator(seed: seed, stream: stream)
    noise = generator.normalPoints(starts.labels.count)
    formula = try JumpFormula(settings, schedule, trial: (starts.points.xs, noise.xs))
    walk = ForwardCloud(schedule, from: starts.points, seed: seed)
    timeline = StepTimeline(schedule)
    look = CloudLook(labels: starts.labels, of: law)
    (self.schedule, self.law) = (schedule, law)
  }

  private func walked(at t: Int) -> Points2D { walk.frame(at: t).points }

  private func jumped(at t: Int) -> Points2D { schedule.jump(starts.points, to: t, noise: noise) }

  private func formed(by formula: JumpFormula, at t: Int) -> Points2D {
    Points2D(
      xs: formula.values(starts.points.xs, noise: noise.xs, at: t),
      ys: formula.values(starts.points.ys, noise: noise.ys, at: t))
  }
}

// MARK: - Numbers

extension CloudFlow {
  /// How the last frame stands, and how far the reader's formula is from the right one.
  var values: [(name: String, value: Double)] {
    let last = schedule.steps
    return [
      ("alpha_bar_T", schedule.alphaBar[last]), ("snr_T", schedule.signalToNoiseRatio(at: last)),
      ("variance_x_iterated", Moments(walked(at: last).xs).variance),
      ("variance_x_jumped", Moments(jumped(at: last).xs).variance),
    ] + formulaValues
  }

  private var formulaValues: [(name: String, value: Double)] {
    guard let formula else { return [] }
    let errors = timeline.tenth.map { largestError(of: formula, at: $0) }
    let end = formula.whole(starts.points.xs, noise: noise.xs, at: schedule.steps) ?? []
    return [
      ("variance_x_formula", Moments(end).variance),
      ("formula_error", errors.contains(where: \.isNaN) ? .nan : errors.max() ?? .nan),
    ]
  }

  /// How far the formula puts an x from where the right one does, at most; not a number where it
  /// has no value for a point.
  private func largestError(of formula: JumpFormula, at t: Int) -> Double {
    let right = schedule.jump(starts.points.xs, to: t, noise: noise.xs)
    guard let own = formula.whole(starts.points.xs, noise: noise.xs, at: t) else { return .nan }
    return zip(own, right).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// The moments of every frame after the first.
  var tables: [Table] {
    let columns = ["x", "y"].flatMap { axis in
      ["mean_\(axis)", "variance_\(axis)"].flatMap { name in
        ["exact", "iterated", "jumped"].map { "\(name)_\($0)" }
      }
    }
    return [
      Table(
        "moments", columns: ["t", "alpha_bar", "snr"] + columns,
        rows: timeline.steps.dropFirst().map(momentsRow))
    ]
  }

  private func momentsRow(_ t: Int) -> [Double] {
    let exact = schedule.diffused(law, to: t).matched
    let clouds = [walked(at: t), jumped(at: t)]
    let (x, y) = (clouds.map { Moments($0.xs) }, clouds.map { Moments($0.ys) })
    return [Double(t), schedule.alphaBar[t], schedule.signalToNoiseRatio(at: t)]
      + [exact.mean.x] + x.map(\.mean) + [exact.varianceX] + x.map(\.variance)
      + [exact.mean.y] + y.map(\.mean) + [exact.varianceY] + y.map(\.variance)
  }
}

// MARK: - Frames

extension CloudFlow {
  var frames: Frames {
    Frames(
      count: timeline.steps.count, first: timeline.frame(schedule, left: 0.95),
      label: { "t = \(timeline.steps[$0])" }, picture: picture)
  }

  private func picture(_ frame: Int) -> any Picture {
    let t = timeline.steps[frame]
    var panels = [
      Panel("iterated", look.scatter(walked(at: t))),
      Panel("jumped", look.scatter(jumped(at: t)), importance: 1),
    ]
    if let formula {
      panels.append(Panel("your formula", look.scatter(formed(by: formula, at: t)), importance: 2))
    }
    return Panels(schedule.caption(at: t), panels)
  }
}
