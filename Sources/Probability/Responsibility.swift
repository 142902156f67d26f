import RealModule

/// To which class a point of a known law belongs most likely.
///
/// The responsibility of a class for a point is its share of the density there, so the class of
/// largest responsibility is the one with the largest part of the density; of equals the first.
extension Mixture2D {
  package func labels(of points: Points2D) -> [Int] {
    let heights = zip(weights, variances).map { Double.log($0) - .log($1) }
    return zip(points.xs, points.ys).map { x, y in
      var sums = Array(repeating: ExponentialSum(), count: labelCount)
      for k in labels.indices {
        let (dx, dy) = (centres.xs[k] - x, centres.ys[k] - y)
        sums[labels[k]].add(exponent: heights[k] - (dx * dx + dy * dy) / (2 * variances[k]))
      }
      return sums.indexOfLargest
    }
  }
}

extension Squares {
  /// Without noise a point beyond all squares counts to the nearest: the limit of little noise.
  package func labels(of points: Points2D) -> [Int] {
    zip(points.xs, points.ys).map { x, y in
      var sums = Array(repeating: ExponentialSum(), count: labelCount)
      for k in labels.indices {
        sums[labels[k]].add(exponent: exponent(x - centres.xs[k], y - centres.ys[k]))
      }
      return sums.indexOfLargest
    }
  }

  private func exponent(_ x: Double, _ y: Double) -> Double {
    guard noise > 0 else {
      let (beyondX, beyondY) = (max(0, abs(x) - side / 2), max(0, abs(y) - side / 2))
      return -(beyondX * beyondX + beyondY * beyondY)
    }
    let deviation = noise.squareRoot()
    let across = NormalInterval(middle: x / deviation, width: side / deviation)
    let along = NormalInterval(middle: y / deviation, width: side / deviation)
    return across.logMass + along.logMass
  }
}

extension [ExponentialSum] {
  fileprivate var indexOfLargest: Int {
    let totals = map(\.logTotal)
    return totals.indices.max { totals[$0] < totals[$1] } ?? 0
  }
}
