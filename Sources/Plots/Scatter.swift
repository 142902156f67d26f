import Canvas

/// Points of one or more kinds over two axes.
///
///     let cloud = Scatter(
///       "t = 250", series: [Scatter.Series("moons", x: x, y: y)],
///       x: Axis(range: -3...3), y: Axis(range: -3...3), hasEqualUnits: true)
///     cloud.draw(Size(columns: 60, rows: 24), glyphs: .braille)
///
/// Axes with given ranges stay where they are from frame to frame of a timeline. Where more points
/// than dots are to be drawn, dots stand the denser the more points there are.
package struct Scatter: Hashable, Sendable {
  package var title: String
  package var series: [Series]
  package var x: Axis
  package var y: Axis
  /// Whether a unit is equally long on both axes, so that a circle is round.
  package var hasEqualUnits: Bool
  /// Without axes it is a bare picture.
  package var hasAxes: Bool
  /// Whether each point is its series' marker, even where dots could be told apart by colour.
  package var usesMarkers: Bool
  /// Shades behind the points, on the same axes.
  package var ground: HeatMap?
  /// Single points that must be seen among all others, each with a name for the legend.
  package var highlights: [Highlight] = []
  /// Lines over the points, in the units of the axes.
  package var curves: [LinePlot.Series]

  package init(
    _ title: String = "", series: [Series], curves: [LinePlot.Series] = [], x: Axis = Axis(),
    y: Axis = Axis(), hasEqualUnits: Bool = false, hasAxes: Bool = true, usesMarkers: Bool = false,
    over ground: HeatMap? = nil
  ) {
    self.title = title
    self.series = series
    self.curves = curves
    self.x = x
    self.y = y
    self.hasEqualUnits = hasEqualUnits
    self.hasAxes = hasAxes
    self.usesMarkers = usesMarkers
    self.ground = ground
  }

  /// Points of one kind; of x and y the shorter counts, and a point that is not finite is left out.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var x: [Double]
    package var y: [Double]

    package init(_ name: String = "", x: [Double], y: [Double]) {
      self.name = name
      self.x = x
      self.y = y
    }

    var count: Int { min(x.count, y.count) }
  }

  /// A point that is drawn over the others; one beyond the axes is not.
  package struct Highlight: Hashable, Sendable {
    package var name: String
    package var x: Double
    package var y: Double

    package init(_ name: String = "", x: Double, y: Double) {
      (self.name, self.x, self.y) = (name, x, y)
    }
  }
}

extension Scatter.Series {
  /// Points parted by their labels: a series for each name, label 0 the first.
  ///
  /// A label without a name, or that is no whole number, is left out.
  package static func parted(
    x: [Double], y: [Double], labels: [Double], names: [String]
  ) -> [Scatter.Series] {
    var series = names.map { Scatter.Series($0, x: [], y: []) }
    for index in 0..<min(x.count, y.count, labels.count) {
      guard let label = Int(exactly: labels[index]), series.indices.contains(label) else {
        continue
      }
      series[label].x.append(x[index])
      series[label].y.append(y[index])
    }
    return series
  }
}
