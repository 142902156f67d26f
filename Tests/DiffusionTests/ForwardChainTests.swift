import Diffusion
import Testing

/// Fails by chance with a probability of 0.001; the seed is fixed.
@Test func `numbers of unit variance keep it through every step`() throws {
  let chain = ForwardChain(try .linear(steps: 200), count: 20_000, seed: 5)
  for t in [0, 1, 50, 200] {
    let values = chain.values[t]
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
    // The variance of 20,000 normal numbers has a deviation of sqrt(2/20,000) = 0.01.
    #expect(abs(variance - 1) < 0.035, "3.5 deviations, four places: p = 0.002")
    #expect(abs(mean) < 0.025, "3.5 deviations of 0.00707: p = 0.002")
  }
}

@Test func `a step without noise shrinks by the root of alpha`() throws {
  let schedule = try Schedule(betas: [0.36, 0.75])
  #expect(abs(schedule.step(10, to: 1, noise: 0) - 8) < 1e-14)
  #expect(abs(schedule.step(0, to: 2, noise: 2) - 2 * 0.75.squareRoot()) < 1e-14)
}
