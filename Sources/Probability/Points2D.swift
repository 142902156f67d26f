/// A place in the plane.
package struct Point2D: Hashable, Sendable {
  package let x: Double
  package let y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Many places in the plane, as one list of each coordinate.
///
/// Lists of coordinates rather than a list of points: axes, moments and networks want them so.
package struct Points2D: Hashable, Sendable {
  package private(set) var xs: [Double]
  /// As many as `xs`.
  package private(set) var ys: [Double]

  /// Points from their coordinates; what one list has more than the other is left out.
  package init(xs: [Double], ys: [Double]) {
    let count = min(xs.count, ys.count)
    self.xs = xs.count == count ? xs : Array(xs.prefix(count))
    self.ys = ys.count == count ? ys : Array(ys.prefix(count))
  }

  package init(_ points: some Sequence<Point2D>) {
    let points = Array(points)
    xs = points.map(\.x)
    ys = points.map(\.y)
  }

  package var count: Int { xs.count }

  package subscript(index: Int) -> Point2D { Point2D(x: xs[index], y: ys[index]) }

  /// The first `count` points, or all where there are fewer.
  package func prefix(_ count: Int) -> Points2D {
    Points2D(xs: Array(xs.prefix(max(0, count))), ys: Array(ys.prefix(max(0, count))))
  }

  package mutating func append(x: Double, y: Double) {
    xs.append(x)
    ys.append(y)
  }

  package mutating func reserveCapacity(_ count: Int) {
    xs.reserveCapacity(count)
    ys.reserveCapacity(count)
  }

  /// Coordinate by coordinate: a x + b y, where x is this point and y the other's of equal index.
  package func combined(_ a: Double, with other: Points2D, _ b: Double) -> Points2D {
    Points2D(xs: xs.combined(a, with: other.xs, b), ys: ys.combined(a, with: other.ys, b))
  }

  package func scaled(by factor: Double) -> Points2D {
    Points2D(xs: xs.map { factor * $0 }, ys: ys.map { factor * $0 })
  }

  package func shifted(by offset: Point2D) -> Points2D {
    Points2D(xs: xs.map { $0 + offset.x }, ys: ys.map { $0 + offset.y })
  }

  /// The length of each point's shadow on a line through zero in direction (cosine, sine).
  package func projected(cosine: Double, sine: Double) -> [Double] {
    xs.combined(cosine, with: ys, sine)
  }
}

/// Points with the class of each.
package struct LabelledPoints: Hashable, Sendable {
  package let points: Points2D
  /// One a point, from 0.
  package let labels: [Int]

  package init(points: Points2D, labels: [Int]) {
    self.points = points
    self.labels = labels
  }
}
