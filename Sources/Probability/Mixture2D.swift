import RealModule

/// A mixture of round normal distributions in the plane.
///
/// Component k has weight w_k, its centre, and one variance v_k for both coordinates:
///
///     q(x) = sum over k of w_k exp(-|x - m_k|^2 / 2 v_k) / (2 pi v_k)
///
/// Components of variance 0 are points, as the elements of a sample; they have no density, but once
/// noise is added they do.
package struct Mixture2D: Distribution2D, Hashable {
  /// The share of each component; their sum is 1.
  package let weights: [Double]
  package let centres: Points2D
  /// Per coordinate, at least 0.
  package let variances: [Double]
  /// The class of each component.
  package let labels: [Int]

  private let parts: MixtureParts

  /// Components from lists of equal length, at least one.
  ///
  /// Weights are of sum 1 and, like the variances per coordinate, at least 0.
  package init(weights: [Double], centres: Points2D, variances: [Double], labels: [Int]) {
    self.weights = weights
    self.centres = centres
    self.variances = variances
    self.labels = labels
    parts = MixtureParts(
      weights: weights, xs: centres.xs, ys: centres.ys, variances: variances)
  }

  /// Components of equal weight and variance around at least one centre, each with its class.
  ///
  /// The variance is at least 0, per coordinate.
  package init(centres: LabelledPoints, variance: Double) {
    let count = centres.points.count
    self.init(
      weights: Array(repeating: 1 / Double(count), count: count), centres: centres.points,
      variances: Array(repeating: variance, count: count), labels: centres.labels)
  }

  /// One round normal distribution.
  package init(centre: Point2D, variance: Double) {
    self.init(
      centres: LabelledPoints(points: Points2D([centre]), labels: [0]), variance: variance)
  }

  package var labelCount: Int { (labels.max() ?? -1) + 1 }

  package var matched: Gaussian2D {
    let within = zip(weights, variances).reduce(0) { $0 + $1.0 * $1.1 }
    return Gaussian2D(matching: centres, weights: weights, within: within)
  }

  package func localDensity(x: Double, y: Double) -> LocalDensity { parts.local(x: x, y: y) }

  package func logDensities(at points: Points2D) -> [Double] { parts.logDensities(at: points) }

  package func scores(at points: Points2D) -> Points2D { parts.scores(at: points) }

  package func pushed(scale: Double, noise: Double) -> Mixture2D {
    Mixture2D(
      weights: weights, centres: centres.scaled(by: scale),
      variances: variances.map { scale * scale * $0 + noise }, labels: labels)
  }

  package func shifted(by offset: Point2D) -> Mixture2D {
    Mixture2D(
      weights: weights, centres: centres.shifted(by: offset), variances: variances, labels: labels)
  }

  package func share(of label: Int) -> Double {
    labels.indices.reduce(0) { $0 + (labels[$1] == label ? weights[$1] : 0) }
  }

  package func restricted(to label: Int) -> Mixture2D? {
    let kept = labels.indices.filter { labels[$0] == label && weights[$0] > 0 }
    let total = kept.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return nil }
    return Mixture2D(
      weights: kept.map { weights[$0] / total }, centres: Points2D(kept.map { centres[$0] }),
      variances: kept.map { variances[$0] }, labels: kept.map { labels[$0] })
  }

  package func draw(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> LabelledPoints {
    let choice = WeightedChoice(weights)
    let deviations = variances.map(Double.sqrt)
    var chosen: [Int] = []
    let normals = generator.normalPoints(count) {
      chosen.append(choice.index(at: $0.nextUniform()))
    }
    return LabelledPoints(
      points: Points2D(
        xs: zip(chosen, normals.xs).map { centres.xs[$0] + deviations[$0] * $1 },
        ys: zip(chosen, normals.ys).map { centres.ys[$0] + deviations[$0] * $1 }),
      labels: chosen.map { labels[$0] })
  }
}
