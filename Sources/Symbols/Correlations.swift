import Canvas

/// How far two numbers of one law go together at the points tried so far: 1 for one number, 0 for
/// independent ones.
struct Correlations: Sendable {
  private var range: ClosedRange<Double>?

  mutating func add(_ correlation: Double) {
    // What rounding has left of independent numbers.
    let correlation = abs(correlation) < 1e-12 ? 0 : correlation
    range =
      min(
        range?.lowerBound ?? correlation, correlation)...max(
        range?.upperBound ?? correlation, correlation)
  }

  /// The least and the largest; 0 where none was added, as one of both is no random number.
  var words: String {
    guard let range else { return "0" }
    let (low, high) = (
      range.lowerBound.short(significant: 2), range.upperBound.short(significant: 2)
    )
    return low == high ? low : "\(low) to \(high)"
  }
}

extension NormalSum {
  /// Nil where one of both is no random number.
  func correlation(with other: NormalSum) -> Double? {
    let product = variance * other.variance
    return product > 0 ? covariance(with: other) / product.squareRoot() : nil
  }
}
