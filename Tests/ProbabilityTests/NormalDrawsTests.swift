import Probability
import Testing

/// Fails by chance with a probability of 0.001 for each seed; the seeds are fixed.
@Test(arguments: [UInt64(1), 2, 3]) func `normal draws lie as often as they should below a bound`(
  seed: UInt64
) {
  var generator = CounterGenerator(seed: seed)
  let draws = generator.normals(100_000)
  // Values of the normal distribution function, from a table.
  for (bound, share) in [
    (-2.0, 0.0227501), (-1, 0.1586553), (0, 0.5), (0.5, 0.6914625), (2, 0.9772499),
  ] {
    let below = Double(draws.count { $0 < bound }) / 100_000
    let deviation = (share * (1 - share) / 100_000).squareRoot()
    #expect(abs(below - share) < 3.7 * deviation, "five bounds, 3.7 deviations: p = 0.001")
  }
}

@Test func `an odd number of draws is what was asked for`() {
  var generator = CounterGenerator(seed: 0)
  #expect(generator.normals(7).count == 7)
  #expect(generator.normals(0).isEmpty)
}
