import Canvas

extension Frame {
  /// Draws a series into dots of the area.
  ///
  /// Neighbouring points in one column of dots are drawn as one upright line from the lowest to
  /// the highest, so a million points cost little more than a look at each.
  ///
  /// - Returns: the places of points that no line reaches.
  func trace(_ series: LinePlot.Series, ink: Ink, in dots: inout Dots) -> [Dots.Point] {
    var stroke: Stroke?
    var lonely: [Dots.Point] = []
    for index in 0..<series.count {
      let (xValue, yValue) = (series.x[index], series.y[index])
      guard x.scale.holds(xValue), y.scale.holds(yValue) else {
        if let stroke { finish(stroke, ink, &dots, &lonely) }
        stroke = nil
        continue
      }
      let place = place(x: xValue, y: yValue, in: dots)
      if stroke?.join(place) == true { continue }
      if let stroke { dots.join(stroke, to: place, ink: ink) }
      stroke = Stroke(at: place, isFirst: stroke == nil)
    }
    if let stroke { finish(stroke, ink, &dots, &lonely) }
    return lonely
  }

  private func finish(
    _ stroke: Stroke, _ ink: Ink, _ dots: inout Dots, _ lonely: inout [Dots.Point]
  ) {
    dots.upright(stroke, ink: ink)
    if stroke.isPoint { lonely.append(stroke.last) }
  }
}

/// Consecutive points in one column of dots.
private struct Stroke {
  let column: Double
  private(set) var low: Double
  private(set) var high: Double
  private(set) var last: Dots.Point
  private let isFirst: Bool

  init(at place: Dots.Point, isFirst: Bool) {
    column = place.x.rounded()
    (low, high, last) = (place.y, place.y, place)
    self.isFirst = isFirst
  }

  /// Takes a point in, if it is in the column.
  mutating func join(_ place: Dots.Point) -> Bool {
    guard place.x.rounded() == column else { return false }
    low = min(low, place.y)
    high = max(high, place.y)
    last = place
    return true
  }

  /// Whether it begins and ends at one place.
  var isPoint: Bool { isFirst && low == high }
}

extension Dots {
  fileprivate mutating func upright(_ stroke: Stroke, ink: Ink) {
    line(
      from: Point(x: stroke.column, y: stroke.low), to: Point(x: stroke.column, y: stroke.high),
      ink: ink)
  }

  fileprivate mutating func join(_ stroke: Stroke, to place: Point, ink: Ink) {
    if stroke.low < stroke.high { upright(stroke, ink: ink) }
    line(from: stroke.last, to: place, ink: ink)
  }
}
