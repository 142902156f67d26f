extension ClosedRange<Int> {
  /// A span of minutes in words: `25`, or `20 to 30`.
  package var words: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
