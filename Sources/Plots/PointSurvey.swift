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

  /// A difference of a number from itself is zero only if it is finite.
  private mutating func include(_ series: Scatter.Series) {
    var (x, y, missing) = (x, y, 0)
    let count = series.count
    series.x.withUnsafeBufferPointer { xs in
      series.y.withUnsafeBufferPointer { ys in
        for index in 0..<count {
          let (a, b) = (xs[index], ys[index])
          if (a - a) + (b - b) == 0 {
            x.include(a)
            y.include(b)
          } else {
            missing &+= 1
          }
        }
      }
    }
    (self.x, self.y) = (x, y)
    self.missing += missing
    shown += count - missing
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
