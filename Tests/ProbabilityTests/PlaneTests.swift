import Probability
import Testing

private struct SquaresRow: Decodable {
  let noise: Double
  let x: Double
  let y: Double
  let logDensity: Double
  let scoreX: Double
  let scoreY: Double

  enum CodingKeys: String, CodingKey {
    case logDensity = "log_density"
    case scoreX = "score_x"
    case scoreY = "score_y"
    case noise, x, y
  }
}

private let squares = Squares(
  centres: LabelledPoints(points: Points2D(xs: [0, 2, 1], ys: [0, 0, 1]), labels: [0, 1, 1]),
  side: 1)

private let blobs = Mixture2D(
  weights: [0.5, 0.2, 0.3], centres: Points2D(xs: [0, 2, 1], ys: [0, 0, 1]),
  variances: [0.04, 0.09, 0.01], labels: [0, 1, 1])

@Test func `blurred squares agree with 50-digit arithmetic, in the far tails too`() throws {
  for row in try referenceRows("squares.json", as: SquaresRow.self) {
    let local = squares.pushed(scale: 1, noise: row.noise).localDensity(x: row.x, y: row.y)
    let place = "noise \(row.noise) at (\(row.x), \(row.y))"
    #expect(agree(local.logDensity, row.logDensity, 1e-13), "\(place)")
    // Scores reach 1 over the noise's deviation, and are right to rounding of that.
    let unit = 1 / row.noise.squareRoot()
    #expect(agree(local.scoreX / unit, row.scoreX / unit, 1e-13), "\(place)")
    #expect(agree(local.scoreY / unit, row.scoreY / unit, 1e-13), "\(place)")
  }
}

@Test func `sharp squares have an even density inside and none outside`() {
  #expect(agree(squares.density(at: Point2D(x: 0.3, y: -0.4)), 1.0 / 3, 1e-15))
  #expect(squares.density(at: Point2D(x: 1, y: 0.1)) == 0)
}

@Test(arguments: [Point2D(x: 0.1, y: 0.2), Point2D(x: 1.4, y: 0.6), Point2D(x: -3, y: 4)])
func `scores of the plane are slopes of the log density`(place: Point2D) {
  checkSlope(of: blobs, at: place)
  checkSlope(of: squares.pushed(scale: 0.8, noise: 0.05), at: place)
}

private func checkSlope(of distribution: some Distribution2D, at place: Point2D) {
  let h = 1e-5
  let score = distribution.score(at: place)
  let along = { (dx: Double, dy: Double) in
    (distribution.logDensity(at: Point2D(x: place.x + dx, y: place.y + dy))
      - distribution.logDensity(at: Point2D(x: place.x - dx, y: place.y - dy))) / (2 * h)
  }
  // Central differences are off by h^2 / 6 of the third derivative and 1e-15 / h of rounding.
  #expect(agree(along(h, 0), score.x, 1e-7))
  #expect(agree(along(0, h), score.y, 1e-7))
}

@Test func `densities of the plane hold a mass of one`() {
  for mass in [mass(of: blobs), mass(of: squares.pushed(scale: 1, noise: 0.02))] {
    // A sum over a grid is exact for smooth functions that vanish at its ends.
    #expect(agree(mass, 1, 1e-10))
  }
}

private func mass(of distribution: some Distribution2D) -> Double {
  let step = 0.02
  let axis = (-100...200).map { Double($0) * step }
  return axis.reduce(0) { sum, x in
    sum + axis.reduce(0) { $0 + distribution.density(at: Point2D(x: x, y: $1)) } * step * step
  }
}

@Test func `a distribution is the sum of its classes`() throws {
  let place = Point2D(x: 1.2, y: 0.4)
  let first = try #require(blobs.restricted(to: 0)).density(at: place)
  let second = try #require(blobs.restricted(to: 1)).density(at: place)
  #expect(agree(blobs.density(at: place), 0.5 * first + 0.5 * second, 1e-15))
  #expect(blobs.restricted(to: 2) == nil)
  #expect(blobs.labelCount == 2 && squares.labelCount == 2)
}

/// Fails by chance with a probability of 0.001; the seeds are fixed.
@Test func `draws of the plane have the moments of their distribution`() throws {
  checkDraws(of: blobs)
  checkDraws(of: squares)
  checkDraws(of: try #require(squares.restricted(to: 0)))
  checkDraws(of: squares.pushed(scale: 0.5, noise: 0.3).shifted(by: Point2D(x: 3, y: -1)))
}

private func checkDraws(of distribution: some Distribution2D) {
  let count = 50_000
  let draws = distribution.draw(count, seed: 2)
  let moments = JointMoments(draws.points.xs, draws.points.ys)
  let exact = distribution.matched
  // Four numbers, four distributions, at 4 deviations: p = 0.001. No tail here is heavier than a
  // normal one's, so sqrt(2) v bounds the deviation of a variance.
  let unit = 4 / Double(count).squareRoot()
  #expect(abs(moments.x.mean - exact.mean.x) < unit * exact.varianceX.squareRoot())
  #expect(abs(moments.y.mean - exact.mean.y) < unit * exact.varianceY.squareRoot())
  #expect(abs(moments.x.variance - exact.varianceX) < unit * exact.varianceX * 1.42)
  #expect(abs(moments.y.variance - exact.varianceY) < unit * exact.varianceY * 1.42)
}

@Test func `fewer draws are the beginning of more`() {
  #expect(blobs.draw(10, seed: 5).points == blobs.draw(40, seed: 5).points.prefix(10))
  #expect(squares.draw(10, seed: 5).points == squares.draw(40, seed: 5).points.prefix(10))
  #expect(blobs.draw(-3, seed: 5).points.count == 0)
  #expect(blobs.draw(10, seed: 5).points != blobs.draw(10, seed: 5, stream: 1).points)
}
