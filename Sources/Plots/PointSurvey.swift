/// What the points of a scatter plot are, before anything is drawn.
struct PointSurvey: Hashable, Sendable {
  private(set) var x = Extent()
  private(set) var y = Extent()
  /// Points with a place on both axes.
  private(set) var shown = 0
  /// Points with a coordinate that is not finite.
  private(set) var missing = 0
  /// Points whose coordinate is zero or less, on a logarithmic axis.
  private(set) var notPositive = 0

  init(_ series: [Scatter.Series], x xAxis: Axis, y yAxis: Axis) {
    for one in series {
      if xAxis.scale == .linear, yAxis.scale == .linear {
        include(one)
      } else {
        include(one, xAxis.scale, yAxis.scale)
      }
    }
  }

  /// Looks at four points at once, and at those that remain one by one.
  private mutating func include(_ series: Scatter.Series) {
    let count = series.count
    var fours = FourPoints()
    series.x.withUnsafeBytes { x in
      series.y.withUnsafeBytes { y in
        for offset in stride(from: 0, to: count / 4 * 32, by: 32) {
          fours.include(
            x.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self),
            y.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self))
        }
      }
    }
    include(fours, of: count / 4 * 4)
    for index in count / 4 * 4..<count { include(series.x[index], series.y[index]) }
  }

  private mutating func include(_ fours: FourPoints, of count: Int) {
    let finite = Int(fours.finite.wrappedSum())
    shown += finite
    missing += count - finite
    guard finite > 0 else { return }
    x.include(fours.lowX.min())
    x.include(fours.highX.max())
    y.include(fours.lowY.min())
    y.include(fours.highY.max())
  }

  private mutating func include(_ x: Double, _ y: Double) {
    guard x.isFinite, y.isFinite else {
      missing += 1
      return
    }
    self.x.include(x)
    self.y.include(y)
    shown += 1
  }

  private mutating func include(_ series: Scatter.Series, _ x: Axis.Scale, _ y: Axis.Scale) {
    for index in 0..<series.count {
      let (a, b) = (series.x[index], series.y[index])
      if x.holds(a), y.holds(b) {
        self.x.include(a)
        self.y.include(b)
        shown += 1
      } else if a.isFinite, b.isFinite {
        notPositive += 1
      } else {
        missing += 1
      }
    }
  }

  /// What a reader should know of points that have no place; empty if there are none.
  var note: String {
    var left: [String] = []
    if missing > 0 { left.append("\(missing) not finite") }
    if notPositive > 0 { left.append("\(notPositive) zero or negative") }
    let parts = shown == 0 ? ["no points to show"] : []
    return (parts + (left.isEmpty ? [] : ["left out: " + left.joined(separator: ", ")]))
      .joined(separator: "; ")
  }
}

/// The extremes of every fourth point, of those that are finite.
private struct FourPoints {
  var lowX = SIMD4<Double>(repeating: .infinity)
  var lowY = SIMD4<Double>(repeating: .infinity)
  var highX = SIMD4<Double>(repeating: -.infinity)
  var highY = SIMD4<Double>(repeating: -.infinity)
  var finite = SIMD4<Int64>.zero

  /// A difference of a number from itself is zero only if it is finite.
  @inline(__always)
  mutating func include(_ x: SIMD4<Double>, _ y: SIMD4<Double>) {
    let isFinite = (x - x) + (y - y) .== 0
    lowX.replace(with: x, where: isFinite .& (x .< lowX))
    lowY.replace(with: y, where: isFinite .& (y .< lowY))
    highX.replace(with: x, where: isFinite .& (x .> highX))
    highY.replace(with: y, where: isFinite .& (y .> highY))
    finite &+= SIMD4<Int64>(repeating: 1).replacing(with: 0, where: .!isFinite)
  }
}
