extension Scatter {
  /// The plot in words and numbers: the axes, and of each series where its points are.
  package func spoken() -> String {
    let survey = PointSurvey(series, x: x, y: y)
    let (across, up) = (Span(of: x, data: survey.x), Span(of: y, data: survey.y))
    var lines = [heading("Points", title)]
    lines.append("Across: \(x.words(survey.x)). Up: \(y.words(survey.y)).")
    lines += series.map { words($0, across, up) }
    lines += highlights.map {
      "\($0.name.isEmpty ? "A point" : $0.name): across \($0.x.spoken), up \($0.y.spoken)."
    }
    lines += curves.map { LinePlot(series: [$0], x: x, y: y).words($0) }
    if !survey.note.isEmpty { lines.append(survey.note.sentence) }
    if let ground { lines.append("Behind them: " + ground.spoken()) }
    return lines.joined(separator: "\n")
  }

  private func words(_ series: Series, _ across: Span, _ up: Span) -> String {
    let name = series.name.isEmpty ? "Points" : series.name
    let places = (0..<series.count).filter {
      x.scale.holds(series.x[$0]) && y.scale.holds(series.y[$0])
    }
    guard !places.isEmpty else { return "\(name): none." }
    let outside = places.count {
      !across.contains(series.x[$0]) || !up.contains(series.y[$0])
    }
    let count = places.count == 1 ? "1 point" : "\(places.count) points"
    let beyond = outside == 0 ? "" : ", \(outside) beyond the axes"
    let (a, b) = (Spread(places.map { series.x[$0] }), Spread(places.map { series.y[$0] }))
    return "\(name): \(count)\(beyond); across mean \(a.mean.spoken), deviation"
      + " \(a.deviation.spoken); up mean \(b.mean.spoken), deviation \(b.deviation.spoken)."
  }
}

/// The mean and the standard deviation of finite numbers.
struct Spread: Hashable, Sendable {
  let mean: Double
  let deviation: Double

  /// Numbers are divided by the largest one first: their squares would leave the range of doubles.
  init(_ numbers: [Double]) {
    let largest = numbers.reduce(0) { max($0, $1.magnitude) }
    let unit = largest > 0 ? largest : 1
    let count = Double(max(1, numbers.count))
    let middle = numbers.reduce(0) { $0 + $1 / unit / count }
    let variance = numbers.reduce(0) { sum, number in
      let distance = number / unit - middle
      return sum + distance * distance / count
    }
    mean = middle * unit
    deviation = variance.squareRoot() * unit
  }
}
