import RealModule

/// Exponentials of `exponents`, divided by their sum.
///
/// The largest exponent is taken off first, so nothing overflows.
func softmax(_ exponents: [Double]) -> [Double] {
  let top = exponents.max() ?? 0
  let weights = exponents.map { Double.exp($0 - top) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}

/// The logarithm of a sum of exponentials; minus infinity for a sum of nothing.
func logarithmOfSum(_ exponents: [Double]) -> Double {
  guard let top = exponents.max(), top.isFinite else { return exponents.max() ?? -.infinity }
  return top + .log(exponents.reduce(0) { $0 + .exp($1 - top) })
}
