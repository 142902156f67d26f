import RealModule

/// The common bins of some samples, and what falls into them.
struct HistogramBins: Hashable, Sendable {
  /// One more than bins, each greater than the one before.
  let edges: [Double]
  /// For each sample how many of its numbers lie in each bin.
  let counts: [[Int]]
  /// Numbers that are finite, for each sample.
  let totals: [Int]
  /// Numbers that have no place: not finite, or not positive on a logarithmic axis.
  let missing: Int

  init(of histogram: Histogram) {
    let edges = binEdges(histogram)
    let tallies = histogram.samples.map {
      tally($0.values, between: edges, on: histogram.x.scale)
    }
    self.edges = edges
    counts = tallies.map(\.counts)
    totals = tallies.map(\.total)
    missing = histogram.samples.reduce(0) { $0 + $1.values.count } - totals.reduce(0, +)
  }

  var bins: Range<Int> { 0..<max(0, edges.count - 1) }

  func heights(_ sample: Int, _ measure: Histogram.Measure) -> [Double] {
    bins.map { bin in
      let count = Double(counts[sample][bin])
      guard measure == .density else { return count }
      return count / Double(max(1, totals[sample])) / (edges[bin + 1] - edges[bin])
    }
  }
}

/// How many numbers lie between each two edges, and how many have a place on the scale.
///
/// The last edge belongs to the last bin.
private func tally(
  _ values: [Double], between edges: [Double], on scale: Axis.Scale
) -> (counts: [Int], total: Int) {
  var counts = Array(repeating: 0, count: max(0, edges.count - 1))
  var total = 0
  guard let first = edges.first, let last = edges.last, first < last else { return (counts, 0) }
  let factor = Double(counts.count) / (last / 2 - first / 2) / 2
  for value in values where scale.holds(value) {
    total += 1
    guard value >= first, value <= last else { continue }
    counts[bin(of: value, edges, near: (value - first) * factor)] += 1
  }
  return (counts, total)
}

/// The bin of a value: that where it would be if all were equally wide, or one to be looked for.
@inline(__always)
private func bin(of value: Double, _ edges: [Double], near guess: Double) -> Int {
  let bin = guess < Double(edges.count - 1) ? Int(guess) : edges.count - 2
  if edges[bin] <= value, value < edges[bin + 1] { return bin }
  return lowerBin(of: value, edges)
}

/// The last bin that does not begin above a value, by halving.
private func lowerBin(of value: Double, _ edges: [Double]) -> Int {
  var (low, high) = (0, edges.count - 2)
  while low < high {
    let middle = (low + high + 1) / 2
    if edges[middle] <= value { low = middle } else { high = middle - 1 }
  }
  return low
}

private func binEdges(_ histogram: Histogram) -> [Double] {
  let (x, samples) = (histogram.x, histogram.samples.map(\.values))
  switch histogram.bins {
  case .edges(let edges):
    let sorted = Set(edges.filter(x.scale.holds)).sorted()
    return sorted.count > 1 ? sorted : equalEdges(span(x, samples), 1)
  case .count(let count): return equalEdges(span(x, samples), min(max(1, count), 1000))
  case .automatic:
    return automaticEdges(span(x, samples), isFixed: x.usableRange != nil, samples)
  }
}

/// The ends of an axis: those given, or those of the data.
private func span(_ axis: Axis, _ samples: [[Double]]) -> Span {
  var extent = Extent()
  guard axis.usableRange == nil else { return Span(of: axis, data: extent) }
  for values in samples {
    for value in values where axis.scale.holds(value) { extent.include(value) }
  }
  return Span(of: axis, data: extent)
}

/// Equal parts of an axis.
private func equalEdges(_ span: Span, _ count: Int) -> [Double] {
  let inner = (1..<max(1, count)).map { span.value(at: Double($0) / Double(count)) }
  let edges = [span.lower] + inner + [span.upper]
  return zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 } ? edges : [span.lower, span.upper]
}

/// Edges by the rule of Freedman and Diaconis: at round numbers, unless the axis is fixed.
private func automaticEdges(_ span: Span, isFixed: Bool, _ samples: [[Double]]) -> [Double] {
  guard span.scale == .linear else { return equalEdges(span, 30) }
  let width = samples.compactMap(ruleWidth).min() ?? 0
  let parts = width > 0 ? (span.upper / width - span.lower / width).rounded(.up) : 10
  let count = Int(min(max(parts, 1), 200))
  guard !isFixed, let step = span.linearStep(target: count) else { return equalEdges(span, count) }
  let (low, high) = (step.below(span.lower), step.above(span.upper))
  guard low.isFinite, high.isFinite, low < high else { return equalEdges(span, count) }
  return equalEdges(
    Span(low, high, scale: .linear), Int(min((high / step.size - low / step.size).rounded(), 500)))
}

/// Twice the distance of the quartiles, by the cube root of the count.
///
/// D. Freedman and P. Diaconis, "On the histogram as a density estimator" (1981). The quartiles are
/// those of at most some thousand numbers at equal distances in the sample: sorting a million of
/// them would take longer than all the rest.
private func ruleWidth(_ values: [Double]) -> Double? {
  let every = max(1, values.count / 4096)
  let some = stride(from: 0, to: values.count, by: every).map { values[$0] }
    .filter(\.isFinite).sorted()
  guard some.count > 1 else { return nil }
  let quarter = some.count / 4
  let distance = some[some.count - 1 - quarter] - some[quarter]
  let width = 2 * distance / Double.root(Double(values.count), 3)
  return width > 0 && width.isFinite ? width : nil
}
