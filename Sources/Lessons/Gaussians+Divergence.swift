import Canvas
import Figures
import Plots
import Probability

/// How far one bell is from another.
extension Figure {
  static let divergence = Figure(
    "divergence", title: "The divergence of two bells, and what each x adds to it",
    parameters: [
      .mean("mean_1", "0", "the mean of the first"),
      .variance("variance_1", "1", "the variance of the first"),
      .mean("mean_2", "1", "the mean of the second"),
      .variance("variance_2", "1", "the variance of the second"),
    ]
  ) { settings, _ throws(FigureError) in
    let pair = Pair(
      first: settings.bell("mean_1", "variance_1"), second: settings.bell("mean_2", "variance_2"))
    let places = Places(covering: [pair.first, pair.second])
    return Outcome(
      settings: settings,
      values: [
        ("divergence", pair.divergence),
        ("reverse_divergence", pair.second.divergence(from: pair.first)),
        ("variance_part", pair.divergence - pair.meanPart), ("mean_part", pair.meanPart),
        ("area", pair.area),
      ],
      tables: [
        places.table(
          "divergence",
          [
            ("first", places.curve("", pair.first).y), ("second", places.curve("", pair.second).y),
            ("added", places.xs.map(pair.added)),
          ])
      ],
      frames: pair.frames)
  }
}

private struct Pair: Sendable {
  let first: Gaussian
  let second: Gaussian

  var divergence: Double { first.divergence(from: second) }

  var meanPart: Double {
    (first.mean - second.mean) * (first.mean - second.mean) / (2 * second.variance)
  }

  /// The first density times the logarithm of the ratio: what x adds, per unit of x.
  func added(at x: Double) -> Double {
    first.density(at: x) * (first.logDensity(at: x) - second.logDensity(at: x))
  }

  /// The area under the curve of what is added, by strips: the divergence without its formula.
  var area: Double {
    let step = first.standardDeviation / 16
    return (-160...160).reduce(0) { $0 + step * added(at: first.mean + Double($1) * step) }
  }

  /// The second bell slides across the first; the pair that was asked for is shown first.
  var frames: Frames {
    let reach = 3 * max(first.standardDeviation, second.standardDeviation)
    let means = Set(evenly(41, from: first.mean - reach, through: first.mean + reach))
      .union([second.mean]).sorted()
    let pairs = means.map {
      Pair(first: first, second: Gaussian(mean: $0, variance: second.variance))
    }
    let places = Places(
      covering: [first, second]
        + [means[0], means[means.count - 1]].map {
          Gaussian(mean: $0, variance: second.variance)
        }, reach: 2)
    let range = pairs[means.firstIndex(of: second.mean) ?? 0].room(places)
    return Frames(
      count: pairs.count, first: means.firstIndex(of: second.mean) ?? 0,
      label: { "mean_2 = \(means[$0].rounded3), KL = \(pairs[$0].divergence.rounded3)" },
      picture: { pairs[$0].plot(places, range) })
  }

  /// The heights that the curves of this pair need.
  private func room(_ places: Places) -> ClosedRange<Double> {
    let heights = places.xs.map(added)
    let top = max(first.peak, second.peak, heights.max() ?? 0)
    return min(-0.25 * top, heights.min() ?? 0)...1.2 * top
  }

  private func plot(_ places: Places, _ range: ClosedRange<Double>) -> LinePlot {
    LinePlot(
      "KL = \(divergence.rounded3) nats",
      series: [
        places.curve("first", first), places.curve("second", second),
        places.curve("added to KL") { min(max(added(at: $0), range.lowerBound), range.upperBound) },
      ],
      x: Axis("x", range: places.range), y: Axis(range: range),
      references: [LinePlot.Reference(0)])
  }
}

extension Double {
  /// As labels show it.
  var rounded3: String {
    let text = fixed(decimals: 3)
    let short = Double(text).map { $0.short(significant: 4) } ?? text
    return short == "-0" ? "0" : short
  }
}
