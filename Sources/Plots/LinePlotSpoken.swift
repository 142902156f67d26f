import Canvas

extension LinePlot {
  /// The plot in words and numbers, a line for the axes and one for each curve.
  ///
  /// For screen readers, and for a terminal that shows no pictures.
  package func spoken() -> String {
    let survey = Survey(of: self)
    var lines = [heading("Line plot", title)]
    lines.append("Across: \(x.words(survey.x)). Up: \(y.words(survey.y)).")
    lines += series.map(words)
    lines += references.map { "Level \($0.label.isEmpty ? "" : $0.label + " ")at \($0.y.spoken)." }
    if !survey.note.isEmpty { lines.append(survey.note.sentence) }
    return lines.joined(separator: "\n")
  }

  /// One curve in words.
  func words(_ series: Series) -> String {
    let name = series.name.isEmpty ? "Curve" : series.name
    let shown = (0..<series.count).filter {
      x.scale.holds(series.x[$0]) && y.scale.holds(series.y[$0])
    }
    guard let first = shown.first, let last = shown.last,
      let least = shown.min(by: { series.y[$0] < series.y[$1] }),
      let greatest = shown.max(by: { series.y[$0] < series.y[$1] })
    else { return "\(name): no points." }
    func point(_ index: Int) -> String { "\(series.y[index].spoken) at \(series.x[index].spoken)" }
    let count = shown.count == 1 ? "1 point" : "\(shown.count) points\(trend(series, shown))"
    return "\(name): \(count); first \(point(first)), last \(point(last)),"
      + " smallest \(point(least)), largest \(point(greatest)).\(readings(series, shown))"
  }

  /// Whether the curve goes one way only.
  private func trend(_ series: Series, _ shown: [Int]) -> String {
    let steps = zip(shown, shown.dropFirst()).lazy.map { series.y[$1] - series.y[$0] }
    if steps.allSatisfy({ $0 == 0 }) { return ", constant" }
    if steps.allSatisfy({ $0 >= 0 }) { return ", never falling" }
    return steps.allSatisfy { $0 <= 0 } ? ", never rising" : ""
  }

  /// The curve's value nearest to each cursor.
  private func readings(_ series: Series, _ shown: [Int]) -> String {
    cursors.compactMap { cursor in
      let distance = { (index: Int) in (series.x[index] - cursor.x).magnitude }
      guard let index = shown.min(by: { distance($0) < distance($1) }) else { return nil }
      let name = cursor.label.isEmpty ? series.x[index].spoken : cursor.label
      return " At \(name): \(series.y[index].spoken)."
    }.joined()
  }
}
