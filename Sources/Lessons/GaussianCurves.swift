import Figures
import Plots
import Probability

/// What the figures of lesson 00 share: evenly spaced places, bells over them, and sweeps.
struct Places: Sendable {
  let range: ClosedRange<Double>
  let xs: [Double]

  /// Enough for a smooth curve across a wide terminal.
  static let count = 241

  /// Places from end to end of where some bells have their draws.
  ///
  /// - Parameters:
  ///   - bells: those that must fit in.
  ///   - reach: how many standard deviations on both sides of each mean.
  init(covering bells: [Gaussian], reach: Double = 4) {
    let lower = bells.map { $0.mean - reach * $0.standardDeviation }.min() ?? -1
    let upper = bells.map { $0.mean + reach * $0.standardDeviation }.max() ?? 1
    range = lower...max(upper, lower.nextUp)
    xs = evenly(Self.count, from: lower, through: upper)
  }

  func curve(_ name: String, _ bell: Gaussian) -> LinePlot.Series {
    curve(name) { bell.density(at: $0) }
  }

  func curve(_ name: String, _ value: (Double) -> Double) -> LinePlot.Series {
    LinePlot.Series(name, x: xs, y: xs.map(value))
  }

  /// The curves as a table: x, then a column for each.
  func table(_ name: String, _ curves: [(column: String, values: [Double])]) -> Table {
    Table(
      name, columns: ["x"] + curves.map(\.column),
      rows: xs.indices.map { index in [xs[index]] + curves.map { $0.values[index] } })
  }
}

/// Evenly spaced numbers, both ends included.
func evenly(_ count: Int, from first: Double, through last: Double) -> [Double] {
  (0..<count).map { index in
    let share = Double(index) / Double(max(1, count - 1))
    return first * (1 - share) + last * share
  }
}

extension Gaussian {
  /// The density at the mean, its greatest.
  var peak: Double { density(at: mean) }
}

extension Parameter {
  static func mean(_ name: String = "mean", _ standard: String = "0", _ summary: String)
    -> Parameter
  {
    Parameter(name, .real(.through(-10, 10)), standard: standard, summary)
  }

  static func variance(
    _ name: String = "variance", _ standard: String = "1", _ summary: String
  ) -> Parameter {
    Parameter(name, .real(.between(0.0001, 100)), standard: standard, summary)
  }

  static func samples(_ standard: String) -> Parameter {
    Parameter("samples", .integer(2...100_000), standard: standard, "the number of draws")
  }
}

extension Settings {
  /// The bell of a mean and a variance among the parameters.
  func bell(_ mean: String = "mean", _ variance: String = "variance") -> Gaussian {
    Gaussian(mean: real(mean), variance: real(variance))
  }
}
