import RealModule

/// Mean and variance of a sample.
///
/// In two passes: the mean first, then squares of what is left of it, so that numbers far from
/// zero lose no digits. What the first pass rounds, the second mends (Chan, Golub, LeVeque 1983,
/// "Algorithms for computing the sample variance", equation 1.7).
///
///     Moments([1, 2, 3, 4]).variance  // 1.6666666666666667
package struct Moments: Hashable, Sendable {
  package let count: Int
  /// Not a number for an empty sample.
  package let mean: Double
  /// Unbiased: the squares' sum over count - 1.
  ///
  /// Not a number below two numbers.
  package let variance: Double

  package var standardDeviation: Double { .sqrt(variance) }

  /// The standard deviation of these numbers alone, the squares' sum over the count: where they are
  /// all there are, as quantiles of a law, and not a sample of more.
  package var spread: Double { .sqrt(variance * Double(count - 1) / Double(count)) }

  package init(_ sample: [Double]) {
    count = sample.count
    mean = mendedMean(sample)
    let centre = mean
    var squares = 0.0
    var rest = 0.0
    for number in sample {
      squares += (number - centre) * (number - centre)
      rest += number - centre
    }
    let mended = squares - rest * rest / Double(count)
    variance = count < 2 ? .nan : mended / Double(count - 1)
  }
}

/// Means, variances and covariance of pairs.
package struct JointMoments: Hashable, Sendable {
  package let x: Moments
  package let y: Moments
  /// Unbiased; not a number below two pairs.
  package let covariance: Double

  /// Pearson's, between -1 and 1; not a number where a variance is zero.
  package var correlation: Double {
    let ratio = covariance / (x.standardDeviation * y.standardDeviation)
    return ratio.isNaN ? .nan : min(1, max(-1, ratio))
  }

  /// Moments of pairs; what one list has more than the other is left out.
  package init(_ xs: [Double], _ ys: [Double]) {
    let count = min(xs.count, ys.count)
    let x = Moments(xs.count == count ? xs : Array(xs.prefix(count)))
    let y = Moments(ys.count == count ? ys : Array(ys.prefix(count)))
    let products = zip(xs, ys).reduce(0) { $0 + ($1.0 - x.mean) * ($1.1 - y.mean) }
    self.x = x
    self.y = y
    covariance = count < 2 ? .nan : products / Double(count - 1)
  }
}

private func mendedMean(_ sample: [Double]) -> Double {
  let count = Double(sample.count)
  let first = sample.reduce(0, +) / count
  return first + sample.reduce(0) { $0 + ($1 - first) } / count
}
