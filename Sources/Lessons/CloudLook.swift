import Plots
import Probability

/// How a cloud of the plane is drawn in every frame of a film: the same axes, the same classes.
struct CloudLook: Sendable {
  /// The class of each point.
  let labels: [Int]
  let range: ClosedRange<Double>
  private let isParted: Bool

  /// Two classes are told apart; more would be a confusion.
  init(labels: [Int], of law: any Distribution2D) {
    self.labels = labels
    range = law.rangeOnTheWay
    isParted = law.labelCount == 2
  }

  func scatter(_ points: Points2D) -> Scatter {
    let series =
      isParted
      ? Scatter.Series.parted(
        x: points.xs, y: points.ys, labels: labels.map(Double.init), names: ["", ""])
      : [Scatter.Series(x: points.xs, y: points.ys)]
    return Scatter(
      "", series: series, x: Axis(range: range), y: Axis(range: range), hasEqualUnits: true)
  }
}

extension Distribution2D {
  /// Where nearly all points are, of the data and of standard normal noise: of two thousand
  /// standard normal points two lie beyond.
  fileprivate var rangeOnTheWay: ClosedRange<Double> {
    let ends = [matched.marginalX, matched.marginalY].flatMap { law in
      // Data of unit variance need no more room than the noise.
      let reach = law.variance > 1.5 ? 3.5 * law.standardDeviation : 2.5
      return [law.mean - reach, law.mean + reach]
    }
    return min(-3.5, ends.min() ?? -3.5)...max(3.5, ends.max() ?? 3.5)
  }
}
