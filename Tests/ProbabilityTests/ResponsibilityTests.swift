import Probability
import Testing

@Suite struct `The class of largest responsibility` {
  @Test func `is that of the larger part of the density, and not of the nearer centre`() {
    // At 0.6 the wide class 0 has 0.5 exp(-0.36 / 2) / 1 = 0.418, the narrow class 1
    // 0.5 exp(-0.16 / 0.02) / 0.01 = 0.017 of the same unit.
    let law = Mixture2D(
      weights: [0.5, 0.5], centres: Points2D(xs: [0, 1], ys: [0, 0]), variances: [1, 0.01],
      labels: [0, 1])
    #expect(law.labels(of: Points2D(xs: [0.6, 0.9, 30], ys: [0, 0, 0])) == [0, 1, 0])
  }

  @Test func `adds up the components of a class`() {
    // Two components of class 1 at equal distance weigh more than one of class 0 at the place.
    let law = Mixture2D(
      weights: [0.36, 0.32, 0.32], centres: Points2D(xs: [0, 0.1, -0.1], ys: [0, 0, 0]),
      variances: [1, 1, 1], labels: [0, 1, 1])
    #expect(law.labels(of: Points2D(xs: [0], ys: [0])) == [1])
  }

  @Test func `is the square that a point lies in, or the nearest`() {
    let law = Squares(
      centres: LabelledPoints(points: Points2D(xs: [0, 2], ys: [0, 2]), labels: [0, 1]), side: 1)
    let points = Points2D(xs: [0.4, 1.6, 0.9, 1.2, 9], ys: [-0.4, 2.4, 0.8, 1.3, 0])
    #expect(law.labels(of: points) == [0, 1, 0, 1, 1])
    #expect(law.pushed(scale: 1, noise: 0.01).labels(of: points) == [0, 1, 0, 1, 1])
  }

  @Test func `is nearly always that of the draw where classes are apart`() {
    let law = Mixture2D(
      centres: LabelledPoints(points: Points2D(xs: [0, 4], ys: [0, 0]), labels: [0, 1]),
      variance: 0.25)
    let draws = law.draw(2000, seed: 1)
    // A draw lies beyond the middle, four deviations away, once in 30,000 times.
    let agreeing = zip(law.labels(of: draws.points), draws.labels).count { $0 == $1 }
    #expect(agreeing >= 1998)
  }
}
