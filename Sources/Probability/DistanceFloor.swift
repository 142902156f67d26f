/// The distance that two samples of one distribution have: what no sampler can go below.
package struct DistanceFloor: Hashable, Sendable {
  /// The mean over the pairs.
  package let mean: Double
  /// The standard deviation over the pairs.
  package let standardDeviation: Double

  /// Pairs that a floor is taken over.
  package static let pairs = 20

  package typealias Distance = @Sendable (Points2D, Points2D) -> Double

  /// Draws 20 independent pairs of `count` points and takes the distance of each.
  package init(
    of distribution: some Distribution2D, count: Int, seed: UInt64, distance: @escaping Distance
  ) {
    self = Self.floors(of: distribution, count: count, seed: seed, [distance])[0]
  }

  private init(_ distances: [Double]) {
    let moments = Moments(distances)
    mean = moments.mean
    standardDeviation = moments.standardDeviation
  }

  /// The floors of several distances, over the same 20 pairs.
  package static func floors(
    of distribution: some Distribution2D, count: Int, seed: UInt64, _ distances: [Distance]
  ) -> [DistanceFloor] {
    let found = inParallel(pairs) { pair in
      let stream = UInt64(2 * pair)
      let first = distribution.draw(count, seed: seed, stream: stream).points
      let second = distribution.draw(count, seed: seed, stream: stream + 1).points
      return distances.map { $0(first, second) }
    }
    return distances.indices.map { index in DistanceFloor(found.map { $0[index] }) }
  }
}
