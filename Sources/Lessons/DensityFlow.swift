import Diffusion
import Figures
import Plots
import Probability
import RealModule

/// Numbers on their way through the forward steps: walked, jumped, and by the reader's formula.
///
/// All start from the same x_0. Each jump has a draw of noise for its t alone, independent of the
/// walk's.
struct DensityFlow: Sendable {
  private let schedule: Schedule
  private let law: Mixture
  private let seed: UInt64
  private let starts: [Double]
  private let timeline: StepTimeline
  /// x_t of the walk, for each frame.
  private let walked: [[Double]]
  private let moments: [[Double]]
  private let formula: JumpFormula?
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  init(
    _ schedule: Schedule, from law: Mixture, _ settings: Settings, seed: UInt64
  ) throws(FigureError) {
    var generator = CounterGenerator(seed: seed, stream: 0)
    let starts = law.draw(try settings.walkers(schedule), using: &generator).values
    (self.schedule, self.law, self.seed, self.starts) = (schedule, law, seed, starts)
    formula = try JumpFormula(settings, schedule, trial: (starts, starts))
    let timeline = StepTimeline(schedule)
    self.timeline = timeline
    (walked, moments) = schedule.walk(starts, law, timeline, seed: seed)
    let xRange = law.rangeOnTheWay
    self.xRange = xRange
    let places = evenly(201, from: xRange.lowerBound, through: xRange.upperBound)
    yRange = 0...schedule.highestDensity(law, timeline, over: places)
  }
}

extension Schedule {
  /// Walks all steps once: keeps the frames of a timeline, and the moments of every step.
  fileprivate func walk(
    _ starts: [Double], _ law: Mixture, _ timeline: StepTimeline, seed: UInt64
  ) -> (frames: [[Double]], moments: [[Double]]) {
    let kept = Set(timeline.steps)
    let matched = law.matched
    var frames = [starts]
    var rows: [[Double]] = []
    for step in ForwardWalk(self, from: starts, seed: seed) {
      let exact = diffused(matched, to: step.t)
      let walked = Moments(step.values)
      let noise = jumpNoise(starts.count, step.t, seed)
      let jumped = Moments(jump(starts, to: step.t, noise: noise))
      rows.append([
        Double(step.t), exact.mean, exact.variance, walked.mean, walked.variance, jumped.mean,
        jumped.variance,
      ])
      if kept.contains(step.t) { frames.append(step.values) }
    }
    return (frames, rows)
  }

  /// The top of an axis for the densities of all frames.
  ///
  /// A start with needles is cut off, else the end, whose density is 0.4 at most, could not be read.
  fileprivate func highestDensity(
    _ law: Mixture, _ timeline: StepTimeline, over places: [Double]
  ) -> Double {
    let heights = timeline.steps.flatMap { diffused(law, to: $0).densities(at: places) }
    let highest = heights.filter(\.isFinite).max() ?? 1
    return 1.2 * min(max(highest, 0.01), 1.5)
  }
}

/// Standard normal draws for one t alone, from streams far above the walk's, which are 0 to T.
private func jumpNoise(_ count: Int, _ t: Int, _ seed: UInt64) -> [Double] {
  var generator = CounterGenerator(seed: seed, stream: 1 << 32 + UInt64(t))
  return generator.normals(count)
}

extension Mixture {
  /// Where nearly all numbers are from the start to the standard normal end.
  var rangeOnTheWay: ClosedRange<Double> {
    let lows = components.map { $0.mean - 3.5 * $0.standardDeviation }
    let highs = components.map { $0.mean + 3.5 * $0.standardDeviation }
    return min(-3.5, lows.min() ?? -3.5)...max(3.5, highs.max() ?? 3.5)
  }
}

// MARK: - Numbers

extension DensityFlow {
  /// Moments at the end, and how well both ways fit the exact law there.
  var values: [(name: String, value: Double)] {
    let last = schedule.steps
    let exact = schedule.diffused(law, to: last)
    let ends = [walked.last ?? [], schedule.jump(starts, to: last, noise: noise(at: last))]
    let fits = ends.map { KolmogorovSmirnov($0, against: exact.cumulative(to:)).pValue }
    return [
      ("alpha_bar_T", schedule.alphaBar[last]), ("mean_T", exact.mean),
      ("variance_T", exact.variance), ("ks_p_value_iterated", fits[0]),
      ("ks_p_value_jumped", fits[1]),
    ]
  }

  var tables: [Table] {
    let columns = [
      "t", "mean_exact", "variance_exact", "mean_iterated", "variance_iterated", "mean_jumped",
      "variance_jumped",
    ]
    return [Table("moments", columns: columns, rows: moments)] + formulaTable
  }

  /// Moments of the reader's formula at ten steps; not a number where it lacks one for a start.
  private var formulaTable: [Table] {
    guard let formula else { return [] }
    let rows = timeline.tenth.map { t in
      let own = Moments(formula.whole(starts, noise: noise(at: t), at: t) ?? [])
      return [Double(t), own.mean, own.variance]
    }
    return [Table("formula", columns: ["t", "mean_formula", "variance_formula"], rows: rows)]
  }

  /// The noise of the jump to t, for the reader's formula too.
  private func noise(at t: Int) -> [Double] { jumpNoise(starts.count, t, seed) }
}

// MARK: - Frames

extension DensityFlow {
  var frames: Frames {
    Frames(
      count: timeline.steps.count, first: timeline.frame(schedule, left: 0.8),
      label: { "t = \(timeline.steps[$0])" }, picture: picture)
  }

  private func picture(_ frame: Int) -> any Picture {
    let t = timeline.steps[frame]
    let noise = noise(at: t)
    let jumped = schedule.jump(starts, to: t, noise: noise)
    var panels = [
      Panel("iterated", histogram(walked[frame], at: t)),
      Panel("jumped", histogram(jumped, at: t), importance: 1),
    ]
    if let formula {
      let own = formula.values(starts, noise: noise, at: t)
      panels.append(Panel("your formula", histogram(own, at: t), importance: 2))
    }
    return Panels(schedule.caption(at: t), panels)
  }

  private func histogram(_ values: [Double], at t: Int) -> Histogram {
    let places = evenly(161, from: xRange.lowerBound, through: xRange.upperBound)
    let exact = schedule.diffused(law, to: t).densities(at: places)
    return Histogram(
      "", [Histogram.Sample("samples", values)],
      curves: [LinePlot.Series("exact", x: places, y: exact)], bins: .count(40),
      x: Axis("x", range: xRange), y: Axis(range: yRange))
  }
}
