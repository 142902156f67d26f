extension Histogram {
  /// The histogram in words and numbers: bins, and of each sample its middle and its fullest bin.
  package func spoken() -> String {
    let bins = HistogramBins(of: self)
    var lines = [heading("Histogram", title)]
    if let first = bins.edges.first, let last = bins.edges.last {
      let name = x.label.isEmpty ? "" : x.label + " "
      lines.append(
        "Across: \(name)from \(first.spoken) to \(last.spoken) in \(bins.bins.count) bins.")
    }
    lines += samples.indices.map { words($0, bins) }
    for curve in curves where !curve.name.isEmpty { lines.append("With the curve \(curve.name).") }
    if bins.missing > 0 { lines.append("Left out: \(bins.missing) without a place.") }
    return lines.joined(separator: "\n")
  }

  private func words(_ sample: Int, _ bins: HistogramBins) -> String {
    let name = samples[sample].name.isEmpty ? "Sample" : samples[sample].name
    let values = samples[sample].values.filter(x.scale.holds)
    let heights = bins.heights(sample, measure)
    guard !values.isEmpty, let top = bins.bins.max(by: { heights[$0] < heights[$1] }) else {
      return "\(name): no numbers."
    }
    let spread = Spread(values)
    let outside = bins.totals[sample] - bins.counts[sample].reduce(0, +)
    let beyond = outside == 0 ? "" : ", \(outside) beyond the axis"
    let what =
      measure == .density ? "density \(heights[top].spoken)" : "\(bins.counts[sample][top])"
    return "\(name): \(values.count == 1 ? "1 number" : "\(values.count) numbers")\(beyond);"
      + " mean \(spread.mean.spoken), deviation \(spread.deviation.spoken); most, \(what),"
      + " from \(bins.edges[top].spoken) to \(bins.edges[top + 1].spoken)."
  }
}
