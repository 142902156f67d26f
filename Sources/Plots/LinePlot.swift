import Canvas

/// Curves over a common x axis.
///
///     let plot = LinePlot(
///       "Noise schedules", series: [Series("linear", x: steps, y: alphaBars)],
///       x: Axis("t"), y: Axis("alpha-bar"))
///     plot.draw(Size(columns: 60, rows: 18), glyphs: .braille).lines
package struct LinePlot: Hashable, Sendable {
  package var title: String
  package var series: [Series]
  package var x: Axis
  package var y: Axis
  package var cursors: [Cursor]
  package var references: [Reference]

  package init(
    _ title: String = "", series: [Series], x: Axis = Axis(), y: Axis = Axis(),
    cursors: [Cursor] = [], references: [Reference] = []
  ) {
    self.title = title
    self.series = series
    self.x = x
    self.y = y
    self.cursors = cursors
    self.references = references
  }

  /// One curve: points in order, joined by lines, with a gap where a number is missing.
  ///
  /// A point that is not a number, or has no place on its axis, is a gap; an infinite y is an
  /// arrow at the edge. Where both x and y are not a number the pen is lifted, and nothing is left
  /// out. Of x and y the shorter counts.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var x: [Double]
    package var y: [Double]

    package init(_ name: String, x: [Double], y: [Double]) {
      self.name = name
      self.x = x
      self.y = y
    }

    var count: Int { min(x.count, y.count) }
  }

  /// A vertical line through the plot, as `t = 400`.
  package struct Cursor: Hashable, Sendable {
    package var x: Double
    package var label: String

    package init(_ x: Double, label: String = "") {
      self.x = x
      self.label = label
    }
  }

  /// A horizontal line through the plot, as a limit that the curves approach.
  package struct Reference: Hashable, Sendable {
    package var y: Double
    package var label: String

    package init(_ y: Double, label: String = "") {
      self.y = y
      self.label = label
    }
  }
}
