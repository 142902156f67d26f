import Diffusion
import Figures
import Plots
import Probability
import RealModule

/// The figure of lesson 02: two noises added up, against one merged draw.
extension Figure {
  static let mergedGaussians: [Figure] = [merge]

  private static let merge = Figure(
    "merge", title: "The sum of two steps' noise, and one draw in its place",
    parameters: Parameter.schedule + [
      Parameter(
        "t", .integer(2...Schedule.stepRange.upperBound), standard: "500",
        "the later of the two steps, from 2 to T"),
      .samples(2...100_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.laterStep(of: schedule)
    let noise = MergedNoise(schedule, t: t, count: settings.integer("samples"), seed: seed)
    var effective = settings.effective(schedule)
    effective["t"] = .integer(t)
    return Outcome(
      settings: effective, values: noise.values, frames: noise.frames)
  }
}

extension Settings {
  /// The later of the two steps; where the reader chose none, the last one of a short schedule.
  func laterStep(of schedule: Schedule) throws(FigureError) -> Int {
    let (t, last) = (integer("t"), schedule.steps)
    guard last >= 2 else {
      throw .unfit("T is 1, but two noises need two steps; give a T from 2 on.")
    }
    guard t <= last || !isGiven("t") else {
      throw .unfit("t is \(t), but T is \(last); give a whole number from 2 to \(last).")
    }
    return min(t, last)
  }
}

/// The noise of steps t-1 and t in x_t given x_{t-2}, summed and merged.
///
///     x_t = sqrt(alpha_t alpha_{t-1}) x_{t-2} + sqrt(alpha_t (1 - alpha_{t-1})) noise_{t-1}
///                                             + sqrt(1 - alpha_t) noise_t
///
/// The two noises and the merged one are three streams of draws, so the sum and the merged draws
/// are independent. They are the same for every t: turning t changes their widths alone.
private struct MergedNoise: Sendable {
  /// alpha_t (1 - alpha_{t-1}): what is left of the earlier step's noise.
  let earlier: Double
  /// 1 - alpha_t: the later step's noise.
  let latest: Double
  let sums: [Double]
  let merged: [Double]

  init(_ schedule: Schedule, t: Int, count: Int, seed: UInt64) {
    earlier = schedule.alpha[t] * schedule.beta[t - 1]
    latest = schedule.beta[t]
    let draws = (1...3).map { stream in
      var generator = CounterGenerator(seed: seed, stream: UInt64(stream))
      return generator.normals(count)
    }
    let deviation = Double.sqrt(earlier + latest)
    sums = draws[0].combined(.sqrt(earlier), with: draws[1], .sqrt(latest))
    merged = draws[2].map { deviation * $0 }
  }

  /// 1 - alpha_t alpha_{t-1}, as a sum of positive terms: the difference loses digits.
  var variance: Double { earlier + latest }

  var values: [(name: String, value: Double)] {
    let joint = JointMoments(sums, merged)
    return [
      ("variance_earlier", earlier),
      ("variance_latest", latest),
      ("variance_merged", variance),
      ("sample_variance_sum", joint.x.variance),
      ("sample_variance_merged", joint.y.variance),
      ("correlation", joint.correlation),
      ("ks_p_value", KolmogorovSmirnov(sums, merged).pValue),
      ("variance_if_one_draw_is_used_twice", variance + 2 * .sqrt(earlier * latest)),
    ]
  }
}

// MARK: - Pictures

extension MergedNoise {
  /// From the merged noise that is the sum itself to one that is drawn anew.
  ///
  /// In between it is cos(a) sum + sin(a) anew: of the variance of both, for the squares of cos(a)
  /// and sin(a) make 1, and of correlation cos(a) with the sum. So the cloud turns from a line to a
  /// disc, and its histograms stay.
  fileprivate var frames: Frames {
    let last = 40
    return Frames(
      count: last + 1, first: last,
      label: { $0 == last ? "drawn anew" : "correlation \(correlation($0, of: last).rounded3)" },
      picture: { frame in
        let share = correlation(frame, of: last)
        return picture(
          frame == last ? merged : sums.combined(share, with: merged, .sqrt(1 - share * share)))
      })
  }

  private func correlation(_ frame: Int, of last: Int) -> Double {
    Double.cos(Double(frame) / Double(last) * .pi / 2)
  }

  private func picture(_ other: [Double]) -> Panels {
    Panels(
      "The noise of two steps: summed, and merged into one draw",
      [
        Panel("draw against draw", scatter(other), importance: 1),
        Panel("how they are spread", histogram(other)),
      ])
  }

  /// Four deviations to either side: of ten thousand draws one lies beyond.
  private var range: ClosedRange<Double> { -4 * .sqrt(variance)...4 * .sqrt(variance) }

  private func scatter(_ other: [Double]) -> Scatter {
    Scatter(
      series: [Scatter.Series(x: sums, y: other)], x: Axis("sum of two noises", range: range),
      y: Axis("merged", range: range), hasEqualUnits: true)
  }

  private func histogram(_ other: [Double]) -> Histogram {
    let exact = Gaussian(mean: 0, variance: variance)
    let places = evenly(121, from: range.lowerBound, through: range.upperBound)
    return Histogram(
      "", [Histogram.Sample("sum", sums), Histogram.Sample("merged", other)],
      curves: [LinePlot.Series("exact", x: places, y: places.map { exact.density(at: $0) })],
      bins: .count(32), x: Axis("noise", range: range),
      y: Axis(range: 0...1.3 * exact.density(at: 0)))
  }
}
