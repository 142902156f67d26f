import Figures
import Plots
import Probability
import RealModule

/// Draws that gather in bins, to be compared with a density.
///
/// A bar's height is the share of the draws in its bin over the bin's width, so that bars and
/// density have the same unit.
struct Gathering: Sendable {
  let name: String
  let draws: [Double]
  let range: ClosedRange<Double>

  static let bins = 40

  /// The histogram of the first draws, under the curves that it is compared with.
  func histogram(
    after count: Int, _ title: String, under curves: [LinePlot.Series], top: Double
  ) -> Histogram {
    Histogram(
      title, [Histogram.Sample(name, Array(draws.prefix(count)))], curves: curves,
      bins: .count(Self.bins), x: Axis("x", range: range), y: Axis(range: 0...top))
  }

  /// A row for each bin: its middle, the bar, and the mean density there.
  func table(_ name: String, against bell: Gaussian) -> Table {
    let edges = evenly(Self.bins + 1, from: range.lowerBound, through: range.upperBound)
    let rows = (0..<Self.bins).map { bin in
      let (lower, upper) = (edges[bin], edges[bin + 1])
      let inside = draws.count { $0 >= lower && $0 < upper }
      let share = bell.cumulative(to: upper) - bell.cumulative(to: lower)
      return [
        (lower + upper) / 2, Double(inside) / Double(draws.count) / (upper - lower),
        share / (upper - lower),
      ]
    }
    return Table(name, columns: ["x", "drawn", "exact"], rows: rows)
  }

  /// How many draws each frame shows: growing by an equal factor, from ten to all of them.
  static func counts(through last: Int) -> [Int] {
    guard last > 10 else { return [last] }
    let growth = Double.log(Double(last) / 10)
    let counts = (0...48).map { Int((10 * Double.exp(growth * Double($0) / 48)).rounded()) }
    return Set(counts.map { min($0, last) }).union([last]).sorted()
  }
}

extension Frames {
  /// Draws that gather, over the curves that they are compared with, beside another picture.
  init(
    _ gathering: Gathering, title: String, curves: [LinePlot.Series],
    beside other: @escaping @Sendable (_ count: Int) -> Scatter? = { _ in nil }
  ) {
    let counts = Gathering.counts(through: gathering.draws.count)
    let top = 1.4 * (curves.flatMap(\.y).max() ?? 1)
    self.init(
      count: counts.count, first: counts.count - 1, label: { "\(counts[$0]) draws" },
      picture: { frame in
        let count = counts[frame]
        let bars = gathering.histogram(after: count, title, under: curves, top: top)
        guard let scatter = other(count) else { return bars }
        return Panels("", [Panel("", bars), Panel("", scatter, importance: -1)])
      })
  }
}
