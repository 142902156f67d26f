import RealModule

/// How far samples lie from each other, as the work of moving one onto the other.
package enum Wasserstein {
  /// The directions of the sliced distance.
  package static let directions = 64

  /// The mean distance that mass must be moved along the line.
  ///
  /// For equal sizes the mean absolute difference of the sorted numbers; else the area between the
  /// two distribution functions. Not a number where a sample is empty or holds what is no number.
  package static func distance(_ first: [Double], _ second: [Double]) -> Double {
    guard let a = sortedNumbers(first), let b = sortedNumbers(second) else { return .nan }
    guard a.count == b.count else { return areaBetween(a, b) }
    return zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(a.count)
  }

  /// The mean over 64 directions of the distance of the points' shadows.
  ///
  /// Direction k has the angle pi k / 64, so they spread evenly over the half circle. Source:
  /// Bonneel, Rabin, Peyre, Pfister 2015, "Sliced and Radon Wasserstein barycenters of measures".
  package static func sliced(_ first: Points2D, _ second: Points2D) -> Double {
    let sum = (0..<directions).reduce(0.0) { sum, k in
      let angle = Double.pi * Double(k) / Double(directions)
      let (cosine, sine) = (Double.cos(angle), Double.sin(angle))
      return sum
        + distance(
          first.projected(cosine: cosine, sine: sine),
          second.projected(cosine: cosine, sine: sine))
    }
    return sum / Double(directions)
  }

  private static func areaBetween(_ a: [Double], _ b: [Double]) -> Double {
    var (i, j) = (0, 0)
    var area = 0.0
    var place = min(a[0], b[0])
    while i < a.count || j < b.count {
      let next = i < a.count && (j == b.count || a[i] <= b[j]) ? a[i] : b[j]
      let height = abs(Double(i) / Double(a.count) - Double(j) / Double(b.count))
      area += height * (next - place)
      place = next
      if i < a.count, a[i] == next { i += 1 } else { j += 1 }
    }
    return area
  }
}
