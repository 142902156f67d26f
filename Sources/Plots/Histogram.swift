import Canvas

/// How often numbers fall into bins, with exact densities drawn over them.
///
///     Histogram(
///       "x at t = 250", [Histogram.Sample("samples", values)],
///       curves: [LinePlot.Series("exact", x: places, y: densities)],
///       bins: .count(40), x: Axis("x", range: -4...4))
///
/// The first sample is filled bars, others are outlines over it. With a given x range the bins of
/// all frames of a timeline are the same; a given y range keeps the heights comparable too.
package struct Histogram: Hashable, Sendable {
  package var title: String
  package var samples: [Sample]
  /// Lines in the units of the axes.
  package var curves: [LinePlot.Series]
  package var bins: Bins
  package var measure: Measure
  package var x: Axis
  package var y: Axis

  package init(
    _ title: String = "", _ samples: [Sample], curves: [LinePlot.Series] = [],
    bins: Bins = .automatic, measure: Measure = .density, x: Axis = Axis(), y: Axis = Axis()
  ) {
    self.title = title
    self.samples = samples
    self.curves = curves
    self.bins = bins
    self.measure = measure
    self.x = x
    self.y = y
  }

  /// Numbers under a name; those that are not finite are left out.
  package struct Sample: Hashable, Sendable {
    package var name: String
    package var values: [Double]

    package init(_ name: String = "", _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  package enum Bins: Hashable, Sendable {
    /// By the rule of Freedman and Diaconis, at round numbers, 200 at most.
    case automatic
    /// Equal parts of the axis.
    case count(Int)
    /// From each edge to the next; the edges are sorted, and what is not finite is left out.
    case edges([Double])
  }

  package enum Measure: Hashable, Sendable {
    /// The share of all numbers, those beyond the axis too, by the bin's width.
    case density
    case count
  }
}
