/// A random number as its mean plus independent standard normal sources, each with a weight.
///
/// Such a number is normal, and its law is its mean and its variance.
struct NormalSum: Hashable, Sendable {
  var mean: Double
  /// One for each source; those beyond the end weigh nothing.
  var weights: [Double]

  var variance: Double { covariance(with: self) }

  /// Whether there is anything random in it.
  var isRandom: Bool { weights.contains { $0 != 0 } }

  /// Sources are independent, so only equal ones vary together.
  func covariance(with other: NormalSum) -> Double {
    zip(weights, other.weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Its value where the sources have these values.
  func value(at sources: (Int) -> Double) -> Double {
    weights.indices.reduce(mean) { $0 + weights[$1] * sources($1) }
  }
}
