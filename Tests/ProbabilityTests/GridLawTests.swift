import Probability
import RealModule
import Testing

@Suite struct `A law on a grid` {
  private static let start = Gaussian(mean: 0.3, variance: 0.8)

  /// The law of sinh(x) / 2, whose distribution function is that of x at asinh(2 y).
  private static func bent() -> GridLaw {
    var law = GridLaw(start, reach: 30, finest: 0.4)
    law.push(
      to: law.places.map { 0.5 * Double.sinh($0) }, slopes: law.places.map { 0.5 * Double.cosh($0) }
    )
    return law
  }

  private static func bentCumulative(to y: Double) -> Double {
    start.cumulative(to: .asinh(2 * y))
  }

  @Test func `pushed through a map has the distribution of the map's inverse`() {
    let law = Self.bent()
    for (place, value) in zip(law.places, law.cumulative) {
      // The grid's width is 1/27 of the start's deviation; a cubic is right to its fourth power by
      // the fourth derivative, over 384.
      #expect(abs(value - Self.bentCumulative(to: place)) < 1e-6)
    }
  }

  @Test func `with noise has the distribution that quadrature gives`() {
    var law = Self.bent()
    law.addNoise(variance: 0.09)
    for index in stride(from: 0, to: law.places.count, by: 97) {
      let place = law.places[index]
      var (value, density) = (0.0, 0.0)
      for notch in -80...80 {
        let z = Double(notch) / 10
        let weight = 0.1 * Gaussian.standard.density(at: z)
        let y = place - 0.3 * z
        value += weight * Self.bentCumulative(to: y)
        let slope = 2 / (1 + 4 * y * y).squareRoot()
        density += weight * Self.start.density(at: .asinh(2 * y)) * slope
      }
      #expect(abs(law.cumulative[index] - value) < 1e-6)
      // The slope of a cubic is right to the third power only.
      #expect(abs(law.density[index] - density) < 1e-4)
    }
  }

  @Test func `that is normal stays so with noise, to the last digits`() {
    var law = GridLaw(Self.start, reach: 12, finest: 0.5)
    law.addNoise(variance: 0.7)
    let exact = Gaussian(mean: 0.3, variance: 1.5)
    #expect(law.distance(to: exact.cumulative) < 1e-12)
    #expect(abs(law.matched.variance - 1.5) < 1e-9)
  }

  @Test func `lies as far from a shifted one as it was shifted`() {
    let law = GridLaw(Self.start, reach: 8, finest: 0.1)
    let shifted = Gaussian(mean: 0.55, variance: 0.8)
    #expect(abs(law.distance(to: shifted.cumulative) - 0.25) < 1e-9)
  }
}

@Suite struct `The rank correlation of Spearman` {
  /// By scipy 1.17, `scipy.stats.spearmanr`.
  @Test(arguments: [
    ([1.0, 2, 3, 4, 5], [5.0, 6, 7, 8, 7], 0.8207826816681233),
    ([3.0, 1, 4, 1, 5, 9, 2, 6], [2.0, 7, 1, 8, 2, 8, 1, 8], 0.19885368120992467),
    ([1.0, 10, 100], [3.0, 2, 1], -1.0),
  ])
  func `is that of an independent program`(first: [Double], second: [Double], want: Double) {
    #expect(abs(RankCorrelation.spearman(first, second) - want) < 1e-14)
  }

  @Test func `is none where all are equal, or one is no number`() {
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]).isNaN)
    #expect(RankCorrelation.spearman([1, .nan, 3], [1, 2, 3]).isNaN)
    #expect(RankCorrelation.spearman([], []).isNaN)
  }
}
