import CLoops

/// The energy distance of two samples: 2 E|X - Y| - E|X - X'| - E|Y - Y'|.
///
/// Zero for equal distributions and positive for others. Unbiased: the means over pairs within a
/// sample leave a number's pair with itself out, so equal distributions give values on both sides
/// of zero. No root is taken. Source: Szekely and Rizzo 2013, "Energy statistics: a class of
/// statistics based on distances". Not a number where a sample has less than two elements.
package enum EnergyDistance {
  /// Of points of the plane more than these are left out: pairs grow as the square.
  package static let largestSample = 4000

  /// The distance of samples of one number, in n log n.
  ///
  /// In sorted order number i stands above i others and below n - 1 - i, so
  ///
  ///     sum over pairs of |x - x'| = sum of (2 i - (n - 1)) x_i
  ///
  /// and pairs across are the pairs of both samples together without those within each.
  package static func between(_ first: [Double], _ second: [Double]) -> Double {
    guard let a = sortedNumbers(first), let b = sortedNumbers(second) else { return .nan }
    let (inA, inB) = (pairSum(a), pairSum(b))
    let across = pairSum((a + b).inOrder()) - inA - inB
    return distance(across: across, inA, inB, a.count, b.count)
  }

  /// The distance of samples of points; takes the first 4,000 of each.
  package static func between(_ first: Points2D, _ second: Points2D) -> Double {
    let a = first.prefix(largestSample)
    let b = second.prefix(largestSample)
    let across = a.xs.indices.reduce(0.0) { $0 + distances(from: $1, of: a, to: b, after: 0) }
    return distance(across: across, pairSum(a), pairSum(b), a.count, b.count)
  }

  private static func distance(
    across: Double, _ inA: Double, _ inB: Double, _ countA: Int, _ countB: Int
  ) -> Double {
    let (m, n) = (Double(countA), Double(countB))
    return 2 * (across / (m * n) - inA / (m * (m - 1)) - inB / (n * (n - 1)))
  }

  private static func pairSum(_ sorted: [Double]) -> Double {
    let gaps = Double(sorted.count - 1)
    // Measured from the middle number, so that a common offset costs no digits.
    let centre = sorted[sorted.count / 2]
    return sorted.enumerated().reduce(0) {
      $0 + (2 * Double($1.offset) - gaps) * ($1.element - centre)
    }
  }

  private static func pairSum(_ points: Points2D) -> Double {
    points.xs.indices.reduce(0) { $0 + distances(from: $1, of: points, to: points, after: $1 + 1) }
  }

  /// The sum of the distances of one point from those from `start` on.
  private static func distances(
    from index: Int, of points: Points2D, to others: Points2D, after start: Int
  ) -> Double {
    let (x, y) = (points.xs[index], points.ys[index])
    return others.xs.withUnsafeBufferPointer { xs in
      others.ys.withUnsafeBufferPointer { ys in
        guard let firstX = xs.baseAddress, let firstY = ys.baseAddress else { return 0 }
        return loops_best().pointee.distances(
          others.count - start, x, y, firstX + start, firstY + start)
      }
    }
  }
}
