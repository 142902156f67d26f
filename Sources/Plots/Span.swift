import RealModule

/// The values at the two ends of an axis: finite, the lower one smaller, both on the scale.
struct Span: Hashable, Sendable {
  let lower: Double
  let upper: Double
  let scale: Axis.Scale

  /// The span of given ends; ends so near that numbers between them run out are parted.
  init(_ lower: Double, _ upper: Double, scale: Axis.Scale) {
    let ends = scale == .linear ? partedLinearly(lower, upper) : partedByFactor(lower, upper)
    (self.lower, self.upper, self.scale) = (ends.lower, ends.upper, scale)
  }

  /// The span of an axis: its range if that is usable, else the data's, else one of no data.
  init(of axis: Axis, data: Extent) {
    if let range = axis.usableRange {
      self.init(range.lowerBound, range.upperBound, scale: axis.scale)
    } else if data.isEmpty {
      self.init(axis.scale == .linear ? 0 : 1, axis.scale == .linear ? 1 : 10, scale: axis.scale)
    } else {
      self.init(data.lower, data.upper, scale: axis.scale)
    }
  }

  /// Where a value lies: 0 at the lower end, 1 at the upper one, at most 10⁹ from there.
  ///
  /// The value must be on the scale.
  func share(of value: Double) -> Double {
    let share = scale == .linear ? linearShare(of: value) : logarithmicShare(of: value)
    return min(max(share, -1e9), 1e9)
  }

  /// The value at a share of the way from the lower end to the upper one.
  func value(at share: Double) -> Double {
    guard scale == .log10 else { return lower * (1 - share) + upper * share }
    let low = Double.log10(lower)
    return Double.exp10(low + share * (Double.log10(upper) - low))
  }

  /// Whether a value is on the scale and not beyond an end, but for rounding.
  func contains(_ value: Double) -> Bool {
    scale.holds(value) && (-1e-9...(1 + 1e-9)).contains(share(of: value))
  }

  /// The difference of the ends may exceed the largest double; that of their halves never does.
  private func linearShare(of value: Double) -> Double {
    let width = upper - lower
    guard width.isFinite else { return (value / 2 - lower / 2) / (upper / 2 - lower / 2) }
    return (value - lower) / width
  }

  private func logarithmicShare(of value: Double) -> Double {
    let low = Double.log10(lower)
    return (Double.log10(value) - low) / (Double.log10(upper) - low)
  }
}

/// The least and the greatest of some numbers.
struct Extent: Hashable, Sendable {
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity

  var isEmpty: Bool { lower > upper }

  mutating func include(_ value: Double) {
    if value < lower { lower = value }
    if value > upper { upper = value }
  }
}

/// Ends with at least 64 doubles between them.
///
/// One value alone gets a fifth of itself on either side.
private func partedLinearly(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
  let largest = max(lower.magnitude, upper.magnitude)
  let fine = 32 * largest.ulp
  guard upper / 2 - lower / 2 < fine else { return (lower, upper) }
  let pad = lower == 0 && upper == 0 ? 1 : lower == upper ? max(largest / 5, fine) : fine
  return (
    max(lower - pad, -Double.greatestFiniteMagnitude),
    min(upper + pad, Double.greatestFiniteMagnitude)
  )
}

/// Positive ends that differ by more than rounding; one value alone gets half a decade.
private func partedByFactor(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
  guard Double.log10(upper) - Double.log10(lower) < 1e-9 else { return (lower, upper) }
  return (
    max(lower / 3, Double.leastNonzeroMagnitude), min(upper * 3, Double.greatestFiniteMagnitude)
  )
}
