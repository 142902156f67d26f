import CLoops
import Foundation
import Testing

@testable import Probability

/// Every kind of loops that this machine can run.
private func everyKind() -> [loops] { (0..<8).compactMap { loops_choice($0)?.pointee } }

private let dense = Mixture2D(
  weights: (1...40).map { Double($0) / 820 },
  centres: Points2D(
    xs: (0..<40).map { cos(Double($0)) }, ys: (0..<40).map { sin(2 * Double($0)) }),
  variances: (0..<40).map { 0.002 + 0.001 * Double($0 % 7) }, labels: Array(repeating: 0, count: 40)
)

private let board = Squares(
  centres: LabelledPoints(
    points: Points2D(xs: [0, 2, 1, 1], ys: [0, 0, 1, -1]), labels: [0, 1, 2, 3]),
  side: 1, noise: 0.03)

private func places(_ count: Int) -> Points2D {
  var generator = CounterGenerator(seed: 11)
  return generator.normalPoints(count)
}

@Test func `numbers do not depend on their neighbours, to the last bit`() {
  let whole = places(61)
  var generator = CounterGenerator(seed: 11)
  for index in 0..<61 {
    // One at a time, every number stands in the first of eight lanes.
    let one = Points2D([whole[index]])
    #expect(generator.normalPoints(1) == one)
    #expect(dense.scores(at: one) == Points2D([dense.scores(at: whole)[index]]))
    #expect(dense.logDensities(at: one)[0] == dense.logDensities(at: whole)[index])
    #expect(board.scores(at: one) == Points2D([board.scores(at: whole)[index]]))
    #expect(one.combined(0.3, with: one, 1.7)[0] == whole.combined(0.3, with: whole, 1.7)[index])
  }
}

@Test func `a mixture in the plane is the sum written out`() {
  for point in [Point2D(x: 0.3, y: -0.2), Point2D(x: 1.5, y: 1), Point2D(x: -30, y: 40)] {
    // Density and slope by plain exponentials, over their largest.
    let exponents = dense.weights.indices.map { k in
      let (dx, dy) = (point.x - dense.centres.xs[k], point.y - dense.centres.ys[k])
      return log(dense.weights[k] / (2 * .pi * dense.variances[k]))
        - (dx * dx + dy * dy) / (2 * dense.variances[k])
    }
    let top = exponents.max() ?? 0
    let weights = exponents.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    let pull = weights.indices.reduce(0) {
      $0 + weights[$1] * (dense.centres.xs[$1] - point.x) / dense.variances[$1]
    }
    // An exponent's rounding is a share of it, and the largest here is 6e5: 1e-10 of a weight.
    #expect(agree(dense.logDensity(at: point), top + log(total), 1e-14))
    #expect(agree(dense.score(at: point).x, pull / total, point.x < -10 ? 1e-9 : 1e-13))
  }
}

@Test func `all kinds of loops agree to rounding`() {
  let points = places(1000)
  let parts: [Double] = (0..<8).flatMap { [cos(Double($0)), sin(Double($0)), 1, -30] }
  let kinds = everyKind()
  let results = kinds.map { loops in
    let scores = listed(1000) { x, y in
      loops.mixture(1000, points.xs, points.ys, 8, parts, x, y, nil)
    }
    let normals = listed(1000) { loops.counted_normals(1000, 5, 7, $0, $1) }
    let sum = loops.distances(1000, 0.5, 0.25, points.xs, points.ys)
    return scores.xs + scores.ys + normals.xs + normals.ys + [sum / 1000]
  }
  for result in results.dropFirst() {
    // Scores reach 100, and weights differ by roundings of exponents up to 300.
    #expect(zip(result, results[0]).allSatisfy { agree($0, $1, 1e-12) })
  }
}

@Test func `counted draws are those of the generator, and their function that of the paper`() {
  var counted = CounterGenerator(seed: 3, stream: 4)
  var bits = counted
  let points = counted.normalPoints(500)
  for index in 0..<500 {
    let (u, v) = (bits.nextUniform(), bits.nextUniform())
    let radius = (-2 * log(u)).squareRoot()
    // A rounding of the angle moves the point by 2 pi eps of the radius.
    #expect(abs(points.xs[index] - radius * cos(2 * .pi * v)) < 1e-15 * (1 + radius))
    #expect(abs(points.ys[index] - radius * sin(2 * .pi * v)) < 1e-15 * (1 + radius))
  }
  #expect(counted.next() == bits.next())
  var (first, second) = (counted, counted)
  #expect(first.normals(7) == Array(second.normalPoints(4).interleaved(7)))
}

@Test func `far from every mode the nearest pulls alone`() {
  let modes = Mixture2D(
    weights: [0.5, 0.5], centres: Points2D(xs: [-1, 1], ys: [0, 0]), variances: [0.01, 0.01],
    labels: [0, 1])
  for far in [1e3, 1e6, 1e100] {
    let score = modes.score(at: Point2D(x: far, y: far))
    #expect(agreeRelatively(score.x, (1 - far) / 0.01, 1e-14))
    #expect(agreeRelatively(score.y, -far / 0.01, 1e-14))
  }
  #expect(modes.score(at: Point2D(x: .nan, y: 0)).x.isNaN)
  #expect(modes.logDensity(at: Point2D(x: 0, y: .nan)).isNaN)
}

@Test func `points of a sample have a score once noise is added`() {
  let sample = Mixture2D(
    centres: LabelledPoints(points: Points2D(xs: [0, 1], ys: [0, 0]), labels: [0, 0]), variance: 0)
  let noisy = sample.pushed(scale: 0.9, noise: 0.01)
  let local = noisy.localDensity(x: 0.05, y: -0.02)
  #expect(agreeRelatively(local.scoreX, -5, 1e-13) && agreeRelatively(local.scoreY, 2, 1e-13))
  #expect(sample.draw(10, seed: 1).points.ys.allSatisfy { $0 == 0 })
}

@Test(arguments: [0, 1, 2, 50, 199, 200, 201, 5000]) func `sorting sorts`(count: Int) {
  var generator = CounterGenerator(seed: 2)
  let draws = generator.normals(count)
  let hard =
    draws.map { ($0 * 4).rounded() } + draws.map { 1e300 * $0 } + [-.infinity, 0, .infinity]
  for numbers in [draws, hard, draws.map(abs), draws.sorted(by: >), draws.map { 1 + 1e-13 * $0 }] {
    #expect(numbers.inOrder() == numbers.sorted())
  }
}

@Test(arguments: [1, 2, 5]) func `work in pieces is all done, and in its places`(threads: Int) {
  #expect(inParallel(100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
  #expect(inParallel(0, threads: threads) { $0 }.isEmpty)
}
