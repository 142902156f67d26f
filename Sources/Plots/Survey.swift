/// What the points of a plot are, before anything is drawn.
struct Survey: Hashable, Sendable {
  var x = Extent()
  var y = Extent()
  /// Points with one coordinate that is not a number, or with an infinite x.
  var missing = 0
  /// Points whose coordinate is zero or less, on a logarithmic axis.
  var notPositive = 0
  /// Points with an infinite y.
  var infinite = 0

  init(of plot: LinePlot) {
    for series in plot.series { include(series, of: plot) }
  }

  private mutating func include(_ series: LinePlot.Series, of plot: LinePlot) {
    let (xIsLog, yIsLog) = (plot.x.scale == .log10, plot.y.scale == .log10)
    let window = plot.x.usableRange ?? -Double.infinity...Double.infinity
    var survey = self
    series.x.withUnsafeBufferPointer { x in
      series.y.withUnsafeBufferPointer { y in
        for index in 0..<series.count {
          let (x, y) = (x[index], y[index])
          if x.isNaN && y.isNaN {
            continue
          } else if !x.isFinite || y.isNaN {
            survey.missing += 1
          } else if xIsLog && x <= 0 || yIsLog && y <= 0 {
            survey.notPositive += 1
          } else {
            survey.include(x, y, isInside: x >= window.lowerBound && x <= window.upperBound)
          }
        }
      }
    }
    self = survey
  }

  @inline(__always)
  private mutating func include(_ x: Double, _ y: Double, isInside: Bool) {
    self.x.include(x)
    if y.isInfinite {
      infinite += 1
    } else if isInside {
      self.y.include(y)
    }
  }

  /// What a reader should know of points that the plot cannot show; empty if there is nothing.
  var note: String {
    var left: [String] = []
    if missing > 0 { left.append("\(missing) not a number") }
    if notPositive > 0 { left.append("\(notPositive) zero or negative") }
    var parts = x.isEmpty ? ["no points to show"] : []
    if !left.isEmpty { parts.append("left out: " + left.joined(separator: ", ")) }
    if infinite > 0 { parts.append("infinite: \(infinite)") }
    return parts.joined(separator: "; ")
  }
}
