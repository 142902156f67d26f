import Diffusion
import Figures
import Plots
import Probability

/// Numbers on their way back from noise to one of two classes, guided in one way or several.
///
/// The starts are quantiles of the standard normal law, (i - 1/2) / n, and no draws.
struct GuidedLine: Sendable {
  private let classes: LineClasses
  private let runs: [Run]
  private let timeline: ReverseTimeline
  private let range: ClosedRange<Double>

  /// One way of guiding.
  struct Way: Sendable {
    let title: String
    /// What the names of its numbers end in: nothing for the one that the figure is about.
    let suffix: String
    let denoiser: any Denoiser<[Double]>
    /// Where there is no room for all, those of less are left out.
    let importance: Int

    init(
      _ title: String, suffix: String = "", _ denoiser: any Denoiser<[Double]>,
      importance: Int = 0
    ) {
      (self.title, self.suffix) = (title, suffix)
      (self.denoiser, self.importance) = (denoiser, importance)
    }
  }

  private struct Run: Sendable {
    let way: Way
    let cloud: ReverseCloud<[Double]>
    let moments: Moments
    let accuracy: Double
  }

  /// How many starts the moments of one way are taken over.
  static let count = 20_000

  static func starts(_ count: Int) -> [Double] {
    (1...count).map { Gaussian.standard.quantile((Double($0) - 0.5) / Double(count)) }
  }

  /// - Throws: that nobody waits for it any more.
  init(
    _ classes: LineClasses, _ sampler: Sampler, _ ways: [Way], count: Int = Self.count,
    seed: UInt64, watch: Watch
  ) throws(FigureError) {
    let starts = Self.starts(count)
    var (runs, done): ([Run], Int) = ([], 0)
    let all = Double(ways.count * sampler.steps.count)
    for way in ways {
      let cloud = try ReverseCloud(sampler, way.denoiser, from: starts, seed: seed) {
        taken throws(FigureError) in
        try watch.report(Double(done + taken) / all)
      }
      done += sampler.steps.count
      runs.append(
        Run(
          way: way, cloud: cloud, moments: Moments(cloud.end),
          accuracy: classes.accuracy(of: cloud.end)))
    }
    (self.classes, self.runs) = (classes, runs)
    timeline = ReverseTimeline([sampler])
    range = classes.data.range(holding: runs.map(\.moments))
  }
}

extension Mixture {
  /// Where nearly all numbers are, of the data, of standard normal noise and of some samples.
  fileprivate func range(holding samples: [Moments]) -> ClosedRange<Double> {
    let own = rangeOnTheWay
    let finite = samples.filter { $0.mean.isFinite && $0.standardDeviation.isFinite }
    let reach = 20 * (own.upperBound - own.lowerBound)
    let lows = finite.map { $0.mean - 3.5 * $0.standardDeviation }
    let highs = finite.map { $0.mean + 3.5 * $0.standardDeviation }
    return max(
      min(own.lowerBound, lows.min() ?? 0), own.lowerBound - reach)...min(
        max(own.upperBound, highs.max() ?? 0), own.upperBound + reach)
  }
}

// MARK: - Numbers

extension GuidedLine {
  var values: [(name: String, value: Double)] {
    runs.flatMap { run in
      [
        ("sample_mean", run.moments.mean),
        ("sample_standard_deviation", run.moments.spread),
        ("label_accuracy", run.accuracy),
      ].map { (name: $0.0 + run.way.suffix, value: $0.1) }
    } + [
      ("class_mean", classes.goal.mean),
      ("class_standard_deviation", classes.goal.standardDeviation),
    ]
  }

  /// A row for each percent: the share of samples below, and where the samples of each way have it.
  var table: Table {
    let sorted = runs.map { $0.cloud.end.sorted() }
    return Table(
      "quantiles", columns: ["share", "class"] + runs.map { "sample" + $0.way.suffix },
      rows: (1...99).map { percent in
        let share = Double(percent) / 100
        return [share, classes.goal.quantile(share)]
          + sorted.map { $0[min($0.count * percent / 100, $0.count - 1)] }
      })
  }
}

// MARK: - Frames

extension GuidedLine {
  var frames: Frames {
    Frames(
      count: timeline.steps.count, label: { "t = \(timeline.steps[$0])" }, picture: picture)
  }

  private func picture(_ frame: Int) -> any Picture {
    let t = timeline.steps[frame]
    let caption = classes.schedule.captionOnTheWayBack(at: t)
    guard runs.count > 1 else { return histogram(runs[0], at: t, caption) }
    return Panels(
      caption,
      runs.map { Panel($0.way.title, histogram($0, at: t), importance: $0.way.importance) })
  }

  private func histogram(_ run: Run, at t: Int, _ title: String = "") -> Histogram {
    let places = evenly(241, from: range.lowerBound, through: range.upperBound)
    let laws = [("the class", classes.data.part(LineClasses.asked)), ("all data", classes.data)]
    let curves = laws.map { name, law in
      let noisy = t > 0 ? classes.schedule.diffused(law, to: t) : law
      return LinePlot.Series(name, x: places, y: noisy.densities(at: places))
    }
    let top = 2.2 * max(classes.goal.peak, Gaussian.standard.peak)
    return Histogram(
      title,
      [Histogram.Sample("samples", run.cloud.points(after: run.cloud.sampler.taken(at: t)))],
      curves: curves, bins: .count(60), x: Axis("x", range: range), y: Axis(range: 0...top))
  }
}
