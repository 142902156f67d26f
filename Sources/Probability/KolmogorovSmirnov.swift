import RealModule

/// Whether samples look drawn from one distribution, by the largest gap of distribution functions.
///
/// The p-value is that of large samples: sqrt(n) gap against Kolmogorov's distribution, with
/// n = n1 n2 / (n1 + n2) for two samples. For 1,000 numbers it is right to some percent of itself.
package struct KolmogorovSmirnov: Hashable, Sendable {
  /// The largest gap, 0 to 1; not a number where a sample is empty or holds what is no number.
  package let gap: Double
  /// The probability of a gap at least as large if the distributions are equal.
  package let pValue: Double

  /// Compares two samples drawn independently.
  package init(_ first: [Double], _ second: [Double]) {
    let (m, n) = (Double(first.count), Double(second.count))
    self.init(gap: twoSampleGap(first, second), size: m * (n / (m + n)))
  }

  /// Compares a sample with a continuous distribution function.
  package init(_ sample: [Double], against cumulative: (Double) -> Double) {
    self.init(gap: oneSampleGap(sample, cumulative), size: Double(sample.count))
  }

  private init(gap: Double, size: Double) {
    self.gap = gap
    pValue = KolmogorovDistribution.probability(above: .sqrt(size) * gap)
  }
}

/// Both samples in one walk upwards; equal numbers are passed in both before the gap is taken.
private func twoSampleGap(_ first: [Double], _ second: [Double]) -> Double {
  guard let a = sortedNumbers(first), let b = sortedNumbers(second) else { return .nan }
  var (i, j) = (0, 0)
  var gap = 0.0
  while i < a.count, j < b.count {
    let place = min(a[i], b[j])
    while i < a.count, a[i] == place { i += 1 }
    while j < b.count, b[j] == place { j += 1 }
    gap = max(gap, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
  }
  return gap
}

/// The sample's function jumps at each number: the gap is taken before and after.
private func oneSampleGap(_ sample: [Double], _ cumulative: (Double) -> Double) -> Double {
  guard let sorted = sortedNumbers(sample) else { return .nan }
  let count = Double(sorted.count)
  return sorted.enumerated().reduce(0) { gap, element in
    let height = cumulative(element.element)
    let before = height - Double(element.offset) / count
    return max(gap, before, 1 / count - before)
  }
}
