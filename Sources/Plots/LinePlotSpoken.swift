import Canvas

extension LinePlot {
  /// The plot in words and numbers, a line for the axes and one for each curve.
  ///
  /// For screen readers, and for a terminal that shows no pictures.
  package func spoken() -> String {
    let survey = Survey(of: self)
    var lines = [title.isEmpty ? "Line plot." : "Line plot: \(title)."]
    lines.append("Across: \(words(x, survey.x)). Up: \(words(y, survey.y)).")
    lines += series.map(words)
    lines += references.map { "Level \($0.label.isEmpty ? "" : $0.label + " ")at \(text($0.y))." }
    if !survey.note.isEmpty {
      lines.append(survey.note.prefix(1).uppercased() + survey.note.dropFirst() + ".")
    }
    return lines.joined(separator: "\n")
  }

  private func words(_ axis: Axis, _ extent: Extent) -> String {
    let name = axis.label.isEmpty ? "" : axis.label + " "
    let scale = axis.scale == .log10 ? ", on a logarithmic scale" : ""
    guard !extent.isEmpty else { return "\(name)without values" }
    return "\(name)from \(text(extent.lower)) to \(text(extent.upper))\(scale)"
  }

  private func words(_ series: Series) -> String {
    let name = series.name.isEmpty ? "Curve" : series.name
    let shown = (0..<series.count).filter {
      x.scale.holds(series.x[$0]) && y.scale.holds(series.y[$0])
    }
    guard let first = shown.first, let last = shown.last,
      let least = shown.min(by: { series.y[$0] < series.y[$1] }),
      let greatest = shown.max(by: { series.y[$0] < series.y[$1] })
    else { return "\(name): no points." }
    func point(_ index: Int) -> String { "\(text(series.y[index])) at \(text(series.x[index]))" }
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
      let name = cursor.label.isEmpty ? text(series.x[index]) : cursor.label
      return " At \(name): \(text(series.y[index]))."
    }.joined()
  }

  private func text(_ value: Double) -> String { value.short(significant: 4) }
}
