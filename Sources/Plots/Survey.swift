/// What the points of a plot are, before anything is drawn.
struct Survey: Hashable, Sendable {
  var x = Extent()
  var y = Extent()
  /// Points with a coordinate that is not a number, or with an infinite x.
  var missing = 0
  /// Points whose coordinate is zero or less, on a logarithmic axis.
  var notPositive = 0
  /// Points with an infinite y.
  var infinite = 0

  init(of plot: LinePlot) {
    for series in plot.series { include(series, of: plot) }
  }

  private mutating func include(_ series: LinePlot.Series, of plot: LinePlot) {
    let (xScale, yScale, window) = (plot.x.scale, plot.y.scale, plot.x.usableRange)
    for index in 0..<series.count {
      let place = (x: series.x[index], y: series.y[index])
      guard place.x.isFinite, !place.y.isNaN else {
        missing += 1
        continue
      }
      guard xScale.holds(place.x), yScale == .linear || place.y > 0 else {
        notPositive += 1
        continue
      }
      x.include(place.x)
      if place.y.isInfinite {
        infinite += 1
      } else if window?.contains(place.x) ?? true {
        y.include(place.y)
      }
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
