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
  /// What the way is called, where it is compared with others.
  var title = ""
  /// The same strengths taken in other ways, to be compared with.
  var others: [(title: String, suffix: String, points: [Point])] = []

  init(name: String, points: [Point], first: Int) {
    (self.name, self.points, self.first) = (name, points, first)
  }

  struct Point: Sendable {
    let strength: Double
    /// The share of samples that the data's own law counts to the class that was asked for.
    let accuracy: Double
    /// The deviation of the samples by that of the class.
    let diversity: Double
    /// Further numbers of the table.
    let others: [(name: String, value: Double)]

    fileprivate var numbers: [(name: String, value: Double)] {
      [("label_accuracy", accuracy), ("diversity", diversity)] + others
    }
  }

  var table: Table {
    let ways = [(title: title, suffix: "", points: points)] + others
    return Table(
      "strengths",
      columns: [name]
        + ways.flatMap { way in
          way.points.prefix(1).flatMap { $0.numbers.map { $0.name + way.suffix } }
        },
      rows: points.indices.map { index in
        [points[index].strength] + ways.flatMap { $0.points[index].numbers.map(\.value) }
      })
  }

  /// Pictures of the samples, each beside all trades of accuracy for diversity.
  func frames(_ samples: @escaping @Sendable (_ index: Int) -> any Picture) -> Frames {
    frames { [Panel("", samples($0), importance: 1)] }
  }

  /// The same where the samples are several panels.
  func frames(_ samples: @escaping @Sendable (_ index: Int) -> [Panel]) -> Frames {
    let (points, name) = (points, name)
    return Frames(
      count: points.count, first: first,
      label: { "\(name) = \(points[$0].strength.rounded3)" },
      picture: { index in
        let point = points[index]
        return Panels(
          "\(name) = \(point.strength.rounded3): accuracy \(point.accuracy.rounded3), "
            + "diversity \(point.diversity.rounded3)",
          samples(index) + [Panel("accuracy against diversity", trade(at: index))])
      })
  }

  private func trade(at index: Int) -> Scatter {
    let curves = ([(title: title, suffix: "", points: points)] + others).map { way in
      LinePlot.Series(
        way.title, x: way.points.map(\.diversity), y: way.points.map(\.accuracy))
    }
    // Samples that a strong guide has driven out differ beyond all bounds; they lie off the plot.
    let (x, y) = (points.map(\.diversity), curves.flatMap(\.y))
    var plot = Scatter(
      "", series: curves.map { Scatter.Series(x: $0.x, y: $0.y) }, curves: curves,
      x: Axis("diversity", range: 0...min(10, max(1.2, x.max() ?? 1))),
      y: Axis("label accuracy", range: min(0.5, y.min() ?? 0)...1))
    plot.highlights = [
      Scatter.Highlight(
        "\(name) = \(points[index].strength.rounded3)", x: points[index].diversity,
        y: points[index].accuracy)
    ]
    return plot
  }
}
