import Figures
import Plots
import Probability

/// Pairs of a number before a step and after it, and those among them whose number after it is
/// nearly x_t: cut out of the cloud, they are draws of what x_{t-1} may have been.
struct StripCloud: Sendable {
  /// x_{t-1} and x_t of each pair.
  let before: [Double]
  let after: [Double]
  /// The exact law of x_{t-1} given x_t.
  let law: @Sendable (_ xt: Double) -> Mixture

  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>
  /// Half the height of the strip: two hundredths of a deviation of x_t.
  ///
  /// Across it the law moves by as little of its own width, and one pair in sixty lies in it.
  private let half: Double

  init(
    before: [Double], after: [Double], law: @escaping @Sendable (_ xt: Double) -> Mixture
  ) {
    (self.before, self.after, self.law) = (before, after, law)
    let (x, y) = (Moments(before), Moments(after))
    xRange = x.range
    yRange = y.range
    half = 0.02 * y.standardDeviation
  }

  private func strip(around xt: Double) -> [Int] {
    after.indices.filter { abs(after[$0] - xt) <= half }
  }
}

extension Moments {
  /// Where nearly all numbers are.
  fileprivate var range: ClosedRange<Double> {
    let reach = max(3 * standardDeviation, 1e-9)
    return mean - reach...mean + reach
  }
}

// MARK: - Numbers

extension StripCloud {
  /// What was drawn beside what is exact; the p-value says whether chance explains the rest.
  func values(at xt: Double) -> [(name: String, value: Double)] {
    let drawn = strip(around: xt).map { before[$0] }
    let moments = Moments(drawn)
    let exact = law(xt)
    return [
      ("mean", exact.mean), ("variance", exact.variance), ("pairs_in_strip", Double(drawn.count)),
      ("sample_mean", moments.mean), ("sample_variance", moments.variance),
      (
        "ks_p_value",
        drawn.isEmpty ? .nan : KolmogorovSmirnov(drawn, against: exact.cumulative(to:)).pValue
      ),
    ]
  }
}

// MARK: - Pictures

extension StripCloud {
  /// The strip slides up through the cloud; the x_t that was asked for is shown first.
  func frames(at xt: Double) -> Frames {
    let reach = 0.6 * (yRange.upperBound - yRange.lowerBound) / 2
    let middle = (yRange.lowerBound + yRange.upperBound) / 2
    let sweep = Set(evenly(41, from: middle - reach, through: middle + reach) + [xt]).sorted()
    let peaks = sweep.flatMap { law($0).densities(at: places) }.filter(\.isFinite)
    let top = 1.35 * (peaks.max() ?? 1)
    return Frames(
      count: sweep.count, first: sweep.firstIndex(of: xt) ?? 0,
      label: { "x_t = \(sweep[$0].rounded3)" },
      picture: { picture(at: sweep[$0], top: top) })
  }

  private var places: [Double] {
    evenly(161, from: xRange.lowerBound, through: xRange.upperBound)
  }

  private func picture(at xt: Double, top: Double) -> Panels {
    Panels(
      "Pairs with x_t near \(xt.rounded3)",
      [
        Panel("", cloud(at: xt)),
        Panel("", histogram(at: xt, top: top), importance: 1),
      ], direction: .stacked)
  }

  /// All pairs would be a blot: two thousand of them show its shape.
  ///
  /// Of those in the strip a few are marked, so that it is seen where it lies.
  private func cloud(at xt: Double) -> Scatter {
    let shown = min(2000, before.count)
    var plot = Scatter(
      series: [
        Scatter.Series("pairs", x: Array(before.prefix(shown)), y: Array(after.prefix(shown)))
      ], x: Axis("x before", range: xRange), y: Axis("x after", range: yRange))
    plot.highlights = strip(around: xt).prefix(16).enumerated().map { index, pair in
      Scatter.Highlight(index == 0 ? "in the strip" : "", x: before[pair], y: after[pair])
    }
    return plot
  }

  private func histogram(at xt: Double, top: Double) -> Histogram {
    Histogram(
      "", [Histogram.Sample("in the strip", strip(around: xt).map { before[$0] })],
      curves: [LinePlot.Series("exact", x: places, y: law(xt).densities(at: places))],
      bins: .count(40), x: Axis("x before", range: xRange), y: Axis(range: 0...top))
  }
}
