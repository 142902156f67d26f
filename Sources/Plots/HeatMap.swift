package import Canvas

/// Numbers over a plane, as shades.
///
///     HeatMap(
///       "density", grid: Grid(columns: 120, rows: 80, x: -3...3, y: -3...3, sampling: density),
///       x: Axis("x", range: -3...3), y: Axis("y", range: -3...3), scale: 0...0.4)
///
/// With a given scale the same shade is the same number in every frame of a timeline.
package struct HeatMap: Hashable, Sendable {
  package var title: String
  package var grid: Grid
  /// The axes; a grid divides their ranges, which are its numbers of cells if not given.
  package var x: Axis
  package var y: Axis
  /// The numbers at the ends of the shades; without it those of the grid.
  package var scale: ClosedRange<Double>?
  /// What the numbers are, as `density`.
  package var name: String
  package var map: ColorMap
  package var hasEqualUnits: Bool
  package var hasAxes: Bool
  package var hasBar: Bool
  /// What it means that a number is missing; without it, how many are.
  package var blank: String?

  package init(
    _ title: String = "", grid: Grid, x: Axis = Axis(), y: Axis = Axis(),
    scale: ClosedRange<Double>? = nil, name: String = "", map: ColorMap = .viridis,
    hasEqualUnits: Bool = false, hasAxes: Bool = true, hasBar: Bool = true
  ) {
    self.title = title
    self.grid = grid
    self.x = x
    self.y = y
    self.scale = scale
    self.name = name
    self.map = map
    self.hasEqualUnits = hasEqualUnits
    self.hasAxes = hasAxes
    self.hasBar = hasBar
  }
}
