import Probability
import Testing

private struct SamplesRow: Decodable {
  let x: [Double]
  let x2: [Double]
  let y: [Double]
  let y2: [Double]
  let gap: Double
  let pValue: Double
  let gapNormal: Double
  let pValueNormal: Double
  let wasserstein: Double
  let sliced: Double
  let energy: Double
  let energyPlane: Double
  let mean: Double
  let variance: Double
  let correlation: Double

  enum CodingKeys: String, CodingKey {
    case pValue = "p_value"
    case gapNormal = "gap_normal"
    case pValueNormal = "p_value_normal"
    case energyPlane = "energy_plane"
    case x, x2, y, y2, gap, wasserstein, sliced, energy, mean, variance, correlation
  }

  static func all() throws -> [SamplesRow] { try referenceRows("samples.json") }
}

private struct KolmogorovRow: Decodable {
  let x: Double
  let value: Double
}

@Test func `the distribution of Kolmogorov agrees with 50-digit arithmetic, from 1 to 1e-297`()
  throws
{
  for row in try referenceRows("kolmogorov.json", as: KolmogorovRow.self) {
    // A rounding of x weighs 4 x^2 times: at 18.5 that is 1400 eps.
    let bound = 1e-15 + 4e-16 * row.x * row.x
    let probability = KolmogorovDistribution.probability(above: row.x)
    #expect(agreeRelatively(probability, row.value, bound), "at \(row.x)")
  }
  #expect(KolmogorovDistribution.probability(above: 0) == 1)
  #expect(KolmogorovDistribution.probability(above: .leastNonzeroMagnitude) == 1)
  #expect(KolmogorovDistribution.probability(above: .infinity) == 0)
  #expect(KolmogorovDistribution.probability(above: .nan).isNaN)
}

@Test func `tests and distances of samples agree with scipy and with double loops`() throws {
  for row in try SamplesRow.all() {
    let test = KolmogorovSmirnov(row.x, row.y)
    #expect(agree(test.gap, row.gap, 1e-15))
    #expect(agreeRelatively(test.pValue, row.pValue, 1e-12))
    let normal = KolmogorovSmirnov(row.x) { Gaussian.standard.cumulative(to: $0) }
    #expect(agree(normal.gap, row.gapNormal, 1e-14))
    #expect(agreeRelatively(normal.pValue, row.pValueNormal, 1e-11))
    let (x, y) = (Points2D(xs: row.x, ys: row.x2), Points2D(xs: row.y, ys: row.y2))
    #expect(agree(Wasserstein.distance(row.x, row.y), row.wasserstein, 1e-14))
    #expect(agree(Wasserstein.sliced(x, y), row.sliced, 1e-14))
    #expect(agree(EnergyDistance.between(row.x, row.y), row.energy, 1e-13))
    #expect(agree(EnergyDistance.between(x, y), row.energyPlane, 1e-13))
  }
}

@Test func `moments of samples agree with numpy`() throws {
  for row in try SamplesRow.all() {
    let moments = JointMoments(row.x, row.x2)
    #expect(agree(moments.x.mean, row.mean, 1e-15))
    #expect(agree(moments.x.variance, row.variance, 1e-15))
    #expect(agree(moments.correlation, row.correlation, 1e-14))
  }
}

@Test func `a far offset costs the variance no digits`() {
  let numbers = (0..<1000).map { 1e9 + Double($0 % 5) }
  #expect(agreeRelatively(Moments(numbers).variance, 2 * 1000.0 / 999, 1e-15))
}

@Test func `samples that are too small or hold no number give no number`() {
  #expect(KolmogorovSmirnov([], [1]).pValue.isNaN)
  #expect(KolmogorovSmirnov([1, .nan], [1]).pValue.isNaN)
  #expect(Wasserstein.distance([], [1]).isNaN)
  #expect(EnergyDistance.between([1], [1, 2]).isNaN)
  #expect(EnergyDistance.between(Points2D(xs: [], ys: []), Points2D(xs: [], ys: [])).isNaN)
  #expect(Moments([]).mean.isNaN && Moments([1]).variance.isNaN)
  #expect(JointMoments([1, 2], [3, 3]).correlation.isNaN)
}

@Test func `equal numbers in both samples leave no gap`() {
  let numbers = [1.0, 1, 2, 2, 2, 3]
  let test = KolmogorovSmirnov(numbers, numbers.shuffled())
  #expect(test.gap == 0 && test.pValue == 1)
}

/// Fails by chance with a probability of 0.001; the seeds are fixed.
@Test func `p-values of equal distributions are evenly spread`() {
  let pValues = (0..<400).map { seed in
    var generator = CounterGenerator(seed: UInt64(seed), stream: 9)
    return KolmogorovSmirnov(generator.normals(400), generator.normals(600)).pValue
  }
  // The law of large samples makes them a little too large at these sizes, by less than 0.02.
  #expect(KolmogorovSmirnov(pValues) { min(1, max(0, $0)) }.pValue > 0.001)
}

/// Fails by chance with a probability of 0.001; the seed is fixed.
@Test func `the floor of the energy distance lies around zero`() {
  let normal = Mixture2D(centre: Point2D(x: 0, y: 0), variance: 1)
  let floor = DistanceFloor(of: normal, count: 300, seed: 4, distance: EnergyDistance.between)
  // A mean of 20 lies within 3.9 of its own deviations: Student's law, 19 degrees, p = 0.001.
  #expect(abs(floor.mean) < 3.9 * floor.standardDeviation / 20.0.squareRoot())
  #expect(floor.standardDeviation > 0)
}

@Test func `floors taken together are those taken one by one`() {
  let normal = Mixture2D(centre: Point2D(x: 0, y: 0), variance: 1)
  let floors = DistanceFloor.floors(
    of: normal, count: 50, seed: 4, [Wasserstein.sliced, EnergyDistance.between])
  #expect(
    floors == [
      DistanceFloor(of: normal, count: 50, seed: 4, distance: Wasserstein.sliced),
      DistanceFloor(of: normal, count: 50, seed: 4, distance: EnergyDistance.between),
    ])
}
