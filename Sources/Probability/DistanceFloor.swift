/// The distance that two samples of one distribution have: what no sampler can go below.
package struct DistanceFloor: Hashable, Sendable {
  /// The mean over the pairs.
  package let mean: Double
  /// The standard deviation over the pairs.
  package let standardDeviation: Double

  /// Pairs that a floor is taken over.
  package static let pairs = 20

  /// Draws 20 independent pairs of `count` points and takes the distance of each.
  package init(
    of distribution: some Distribution2D, count: Int, seed: UInt64,
    distance: (Points2D, Points2D) -> Double
  ) {
    let distances = (0..<Self.pairs).map { pair in
      let stream = UInt64(2 * pair)
      return distance(
        distribution.draw(count, seed: seed, stream: stream).points,
        distribution.draw(count, seed: seed, stream: stream + 1).points)
    }
    let moments = Moments(distances)
    mean = moments.mean
    standardDeviation = moments.standardDeviation
  }
}
