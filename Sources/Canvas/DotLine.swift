extension Dots {
  /// A place between dots: x to the right and y down, in dots; dot i spans i - 1/2 to i + 1/2.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Draws the segment between two places; none if one of them is not finite.
  ///
  /// The segment is cut at the grid's edges before it is walked, so the cost is at most one dot a
  /// column or row, however far away its ends are.
  package mutating func line(from start: Point, to end: Point, ink: Ink = Ink()) {
    guard let (first, last) = clipped(start, end) else { return }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let steps = Int(max(dx.magnitude, dy.magnitude).rounded(.up))
    guard steps > 0 else { return point(first, ink: ink) }
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      point(Point(x: first.x + share * dx, y: first.y + share * dy), ink: ink)
    }
  }

  /// Sets the dot nearest to a place.
  package mutating func point(_ place: Point, ink: Ink = Ink()) {
    guard let x = Int(exactly: place.x.rounded()), let y = Int(exactly: place.y.rounded()) else {
      return
    }
    set(x: x, y: y, ink: ink)
  }

  /// The part of a segment inside the grid: cut at the sides, then at the top and bottom.
  private func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    guard columns > 0, rows > 0, start.isFinite, end.isFinite,
      let (left, right) = clip(start, end, to: Double(columns)),
      let (first, last) = clip(left.turned, right.turned, to: Double(rows))
    else { return nil }
    return (inside(first.turned), inside(last.turned))
  }

  /// The outermost dot for a place half a dot beyond it.
  private func inside(_ place: Point) -> Point {
    Point(
      x: min(max(place.x, 0), Double(columns - 1)), y: min(max(place.y, 0), Double(rows - 1)))
  }
}

extension Dots.Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }

  fileprivate var turned: Self { Self(x: y, y: x) }

  /// The place at a given x of the segment to another one.
  ///
  /// The difference is taken of halves: that of two doubles may exceed the largest one.
  fileprivate func crossing(to other: Self, x edge: Double) -> Self {
    let share = (edge / 2 - x / 2) / (other.x / 2 - x / 2)
    return Self(x: edge, y: y == other.y ? y : y * (1 - share) + other.y * share)
  }
}

/// The part of a segment with x from -1/2 to `count` - 1/2; nil if there is none.
private func clip(_ start: Dots.Point, _ end: Dots.Point, to count: Double) -> (
  Dots.Point, Dots.Point
)? {
  var (start, end) = (start, end)
  for (edge, side) in [(-0.5, 1.0), (count - 0.5, -1.0)] {
    let (startIsOut, endIsOut) = ((start.x - edge) * side < 0, (end.x - edge) * side < 0)
    if startIsOut, endIsOut { return nil }
    if startIsOut { start = start.crossing(to: end, x: edge) }
    if endIsOut { end = start.crossing(to: end, x: edge) }
  }
  return (start, end)
}
