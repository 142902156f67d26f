import RealModule

/// A sum of exponentials, and an average weighted by them, from the exponents alone.
///
/// The largest exponent so far is kept apart, so nothing overflows, and far from every component
/// of a mixture its log density and score stay finite. One exponential a term, one pass.
struct ExponentialSum {
  private var top = -Double.infinity
  private var total = 0.0
  private var sumX = 0.0
  private var sumY = 0.0

  /// Terms below exp(-45) = 3e-20 of the largest don't reach the last digit of the sum.
  private static let negligible = -45.0

  /// Adds exp(`exponent`), which weighs the values x and y.
  mutating func add(exponent: Double, x: Double = 0, y: Double = 0) {
    if exponent <= top {
      // False also where both are infinite and the gap is not a number.
      guard exponent - top > Self.negligible else { return }
      let weight = Double.exp(exponent - top)
      total += weight
      sumX += weight * x
      sumY += weight * y
    } else {
      let shrink = Double.exp(top - exponent)
      total = total * shrink + 1
      sumX = sumX * shrink + x
      sumY = sumY * shrink + y
      top = exponent
    }
  }

  /// The logarithm of the sum; minus infinity for a sum of nothing.
  var logTotal: Double { total == 0 ? top : top + .log(total) }

  /// The weighted averages of the values.
  var averages: (x: Double, y: Double) { (sumX / total, sumY / total) }
}

/// Exponentials of `exponents`, divided by their sum.
func softmax(_ exponents: [Double]) -> [Double] {
  let top = exponents.max() ?? 0
  let weights = exponents.map { Double.exp($0 - top) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
