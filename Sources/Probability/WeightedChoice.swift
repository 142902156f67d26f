/// A choice among numbered things, each with its share.
struct WeightedChoice: Sendable {
  /// Sums of the weights from the first to each; the last is the whole.
  private let sums: [Double]

  init(_ weights: [Double]) {
    var sums: [Double] = []
    var sum = 0.0
    for weight in weights {
      sum += weight
      sums.append(sum)
    }
    self.sums = sums
  }

  /// The index at `uniform`, a number from 0 to 1; 0 where there is nothing to choose.
  ///
  /// By bisection: the first sum above `uniform` times the whole. A weight of zero is never
  /// chosen, as its sum is not above the one before.
  func index(at uniform: Double) -> Int {
    let target = uniform * (sums.last ?? 0)
    var lower = 0
    var upper = max(0, sums.count - 1)
    while lower < upper {
      let middle = (lower + upper) / 2
      if sums[middle] > target { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
