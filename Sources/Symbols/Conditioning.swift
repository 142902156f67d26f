import Formula

extension NormalSum {
  /// The number once another was seen to have a value.
  ///
  /// Both are normal together, so the mean moves in proportion, and what varies with the other goes:
  ///
  ///     mean    = E X + Cov(X, Y) / Var Y (y - E Y)
  ///     weights = those of X - Cov(X, Y) / Var Y Y
  ///
  /// The other must not be constant.
  func conditioned(on other: NormalSum, at value: Double) -> NormalSum {
    let slope = covariance(with: other) / other.variance
    guard slope != 0 else { return self }
    let count = max(weights.count, other.weights.count)
    return NormalSum(
      mean: mean + slope * (value - other.mean),
      weights: (0..<count).map { weight($0) - slope * other.weight($0) })
  }

  private func weight(_ source: Int) -> Double {
    source < weights.count ? weights[source] : 0
  }

  /// A variance of less than this share of what it was is left over by rounding alone.
  static let vanishing = 1e-24
}

extension [NormalSum] {
  /// The numbers once others were seen, one after the other.
  ///
  /// - Throws: that one of those is fixed by the ones before it.
  func conditioned(
    on seen: [NormalSum], at values: [Double]
  ) throws(EvaluationError) -> [NormalSum] {
    var (rest, seen) = (self, seen)
    let variances = seen.map(\.variance)
    for index in seen.indices {
      guard seen[index].variance > NormalSum.vanishing * variances[index] else {
        throw EvaluationError(.other("One of these numbers is fixed by the others: no density."))
      }
      let (other, value) = (seen[index], values[index])
      rest = rest.map { $0.conditioned(on: other, at: value) }
      seen = seen.map { $0.conditioned(on: other, at: value) }
    }
    return rest
  }

  /// The same numbers, made of as few independent sources as will do.
  ///
  /// By the method of Gram and Schmidt. What `variances` are large against is left over by rounding,
  /// and left out.
  ///
  /// - Returns: the numbers, and how many sources they have.
  func onFewestSources(variances: [Double]) -> (sums: [NormalSum], sources: Int) {
    var basis: [NormalSum] = []
    let sums = zip(self, variances).map { sum, variance in
      var rest = NormalSum(mean: 0, weights: sum.weights)
      var weights: [Double] = []
      for direction in basis {
        weights.append(sum.covariance(with: direction))
        rest = rest.conditioned(on: direction, at: 0)
      }
      let left = rest.variance
      if left > NormalSum.vanishing * variance {
        let length = left.squareRoot()
        basis.append(NormalSum(mean: 0, weights: rest.weights.map { $0 / length }))
        weights.append(length)
      }
      return NormalSum(mean: sum.mean, weights: weights)
    }
    return (sums, basis.count)
  }
}
