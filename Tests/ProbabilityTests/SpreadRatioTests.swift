import Probability
import Testing

@Suite struct `The spread of points within their classes` {
  /// Four round heaps far from each other.
  private let law = Mixture2D(
    centres: LabelledPoints(
      points: Points2D(xs: [-9, 9, -9, 9], ys: [-9, -9, 9, 9]), labels: [0, 1, 2, 3]),
    variance: 0.25)

  @Test func `is that of the law for draws of it`() {
    let points = law.draw(20_000, seed: 4).points
    // A deviation of 40,000 numbers; four standard deviations of it.
    #expect(abs(law.spreadRatio(of: points) - 1) < 4 / (2 * 40_000).squareRoot())
  }

  @Test func `is what they were scaled by, wherever in a heap they are`() {
    // One point of each heap, 1.5 away from its middle: the law's own is 0.5 times the root of 2.
    let points = Points2D(xs: [-9, 10.5, -9, 9], ys: [-7.5, -9, 10.5, 7.5])
    #expect(abs(law.spreadRatio(of: points) - 1.5 / 0.5.squareRoot()) < 1e-14)
    #expect(law.spreadRatio(of: Points2D(xs: [9, 9], ys: [9, 9])) == 0)
  }
}
