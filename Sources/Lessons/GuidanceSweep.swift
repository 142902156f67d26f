import Figures
import Plots

/// What guidance costs and gives, at one strength after another.
///
/// One timeline of strengths: a picture of the samples at each, beside the curves of all.
struct GuidanceSweep: Sendable {
  /// What the strength is called.
  let name: String
  let points: [Point]
  /// The frame to show first.
  let first: Int

  struct Point: Sendable {
    let strength: Double
    /// The share of samples that the data's own law counts to the class that was asked for.
    let accuracy: Double
    /// The deviation of the samples by that of the class.
    let diversity: Double
    /// Further numbers of the table.
    let others: [(name: String, value: Double)]
  }

  var table: Table {
    let others = points.first?.others.map(\.name) ?? []
    return Table(
      "strengths", columns: [name, "label_accuracy", "diversity"] + others,
      rows: points.map { [$0.strength, $0.accuracy, $0.diversity] + $0.others.map(\.value) })
  }

  /// Pictures of the samples, each beside all trades of accuracy for diversity.
  func frames(_ samples: @escaping @Sendable (_ index: Int) -> any Picture) -> Frames {
    let points = points
    let name = name
    return Frames(
      count: points.count, first: first,
      label: { "\(name) = \(points[$0].strength.rounded3)" },
      picture: { index in
        let point = points[index]
        return Panels(
          "\(name) = \(point.strength.rounded3): accuracy \(point.accuracy.rounded3), "
            + "diversity \(point.diversity.rounded3)",
          [
            Panel("", samples(index), importance: 1),
            Panel("accuracy against diversity", trade(at: index)),
          ])
      })
  }

  private func trade(at index: Int) -> Scatter {
    let (x, y) = (points.map(\.diversity), points.map(\.accuracy))
    var plot = Scatter(
      "", series: [Scatter.Series(x: x, y: y)], curves: [LinePlot.Series("", x: x, y: y)],
      x: Axis("diversity", range: 0...max(1.2, x.max() ?? 1)),
      y: Axis("label accuracy", range: min(0.5, y.min() ?? 0)...1))
    plot.highlights = [
      Scatter.Highlight(
        "\(name) = \(points[index].strength.rounded3)", x: points[index].diversity,
        y: points[index].accuracy)
    ]
    return plot
  }
}
