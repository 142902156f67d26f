import Canvas

/// Arrows of a vector field, alone or over points or shades.
///
///     ArrowField(
///       "score", columns: 16, rows: 9, x: Axis("x", range: -3...3), y: Axis("y", range: -2...2),
///       longest: 5) { x, y in score(x, y) }
///
/// With a given longest arrow, equal lengths look equal in every frame of a timeline.
package struct ArrowField: Hashable, Sendable {
  package var title: String
  package var arrows: [Arrow]
  package var x: Axis
  package var y: Axis
  /// The length that is drawn longest; without it the greatest there is.
  package var longest: Double?
  package var hasEqualUnits: Bool
  package var hasAxes: Bool
  package var ground: Ground?

  package init(
    _ title: String = "", arrows: [Arrow], x: Axis = Axis(), y: Axis = Axis(),
    longest: Double? = nil, hasEqualUnits: Bool = false, hasAxes: Bool = true,
    over ground: Ground? = nil
  ) {
    self.title = title
    self.arrows = arrows
    self.x = x
    self.y = y
    self.longest = longest
    self.hasEqualUnits = hasEqualUnits
    self.hasAxes = hasAxes
    self.ground = ground
  }

  /// A place and the vector there, in the units of the axes; one that is not finite is left out.
  package struct Arrow: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var dx: Double
    package var dy: Double

    package init(x: Double, y: Double, dx: Double, dy: Double) {
      self.x = x
      self.y = y
      self.dx = dx
      self.dy = dy
    }
  }

  /// What the arrows stand on, in the arrows' axes.
  package enum Ground: Hashable, Sendable {
    case scatter(Scatter)
    case heatMap(HeatMap)
  }
}

extension ArrowField {
  /// Arrows of a function in the middle of each cell of a grid over two ranges.
  package static func sampled(
    columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    _ function: (Double, Double) -> (dx: Double, dy: Double)
  ) -> [Arrow] {
    let (columns, rows) = (min(max(0, columns), 500), min(max(0, rows), 500))
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let place = (middle(of: column, among: columns, in: x), middle(of: row, among: rows, in: y))
        let vector = function(place.0, place.1)
        return Arrow(x: place.0, y: place.1, dx: vector.dx, dy: vector.dy)
      }
    }
  }
}
