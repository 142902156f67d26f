/// Why there is no distribution of what was asked for.
package enum ProbabilityError: Error, Hashable, Sendable, CustomStringConvertible {
  case lengths(weights: Int, means: Int, deviations: Int)
  case size(Int)
  case weight(Double)
  case weightSum(Double)
  case mean(Double)
  case deviation(Double)

  package var description: String {
    switch self {
    case .lengths(let weights, let means, let deviations):
      "There are \(weights) weights, \(means) means and \(deviations) standard deviations; "
        + "give as many of each."
    case .size(let count):
      "A mixture of \(count) components; give from 1 to \(Mixture.sizeRange.upperBound)."
    case .weight(let weight): "A weight is \(weight); give numbers of at least 0."
    case .weightSum(let sum): "The weights sum to \(sum); give a finite sum above 0."
    case .mean(let mean): "A mean is \(mean); give finite numbers."
    case .deviation(let deviation):
      "A standard deviation is \(deviation); give finite numbers of at least 0."
    }
  }
}

/// Weights divided by their sum.
func shares(of weights: [Double]) throws(ProbabilityError) -> [Double] {
  if let weight = weights.first(where: { !($0 >= 0) }) { throw .weight(weight) }
  let sum = weights.reduce(0, +)
  guard sum > 0, sum.isFinite else { throw .weightSum(sum) }
  return weights.map { $0 / sum }
}
