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

  /// Points of the class that is asked for, told apart from all others.
  init(asking label: Int, labels: [Int], of law: any Distribution2D) {
    self.labels = labels.map { $0 == label ? 0 : 1 }
    range = law.rangeOnTheWay
    isParted = true
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
    let some = draw(500, seed: 0).points
    let ends = some.xs + some.ys
    return min(-3.5, ends.min() ?? -3.5)...max(3.5, ends.max() ?? 3.5)
  }
}
