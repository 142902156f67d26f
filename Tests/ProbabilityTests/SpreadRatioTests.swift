import Probability
import Testing

@Suite struct `The spread around modes` {
  /// Three modes far apart, of different widths and weights.
  private static let law = Mixture2D(
    weights: [0.5, 0.3, 0.2], centres: Points2D(xs: [0, 10, -10], ys: [0, 5, 5]),
    variances: [0.25, 0.04, 1], labels: [0, 1, 2])

  private func spread(_ points: Points2D) throws -> Double {
    try #require(Self.law.spreadRatio(of: points))
  }

  @Test func `is 1 for draws of the law`() throws {
    let points = Self.law.draw(5000, seed: 3).points
    // 2 n ratio^2 is chi-squared of 2 n degrees: four deviations, crossed once in 16,000 times.
    #expect(abs(try spread(points) - 1) < 4 / (4 * 5000.0).squareRoot())
  }

  @Test func `is the root of a sum written out`() throws {
    let points = Points2D(xs: [0.5, 10.1, -9], ys: [0, 5, 7])
    #expect(abs(try spread(points) - ((0.5 + 0.125 + 2.5) / 3).squareRoot()) < 1e-15)
  }

  @Test(arguments: [0.5, 1.25, 1.5]) func `grows with the distance from the centres`(factor: Double)
    throws
  {
    let drawn = Self.law.draw(1000, seed: 4)
    let centres = Points2D(drawn.labels.map { Self.law.centres[$0] })
    let stretched = centres.combined(1 - factor, with: drawn.points, factor)
    // Modes lie so far apart that none of these changes its mode.
    #expect(abs(try spread(stretched) / (factor * spread(drawn.points)) - 1) < 1e-12)
  }

  @Test func `is none for what has no modes`() {
    let points = Points2D(xs: [0, 1], ys: [0, 1])
    let curve = Mixture2D(
      weights: [0.5, 0.5], centres: points, variances: [1, 1], labels: [0, 0])
    let squares = Squares(centres: LabelledPoints(points: points, labels: [0, 1]), side: 1)
    #expect(curve.spreadRatio(of: points) == nil && squares.spreadRatio(of: points) == nil)
    #expect(Mixture2D(points: points).spreadRatio(of: points) == nil)
  }
}
