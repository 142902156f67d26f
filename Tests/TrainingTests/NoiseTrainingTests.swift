import Diffusion
import Foundation
import Networks
import Probability
import Testing

@testable import Training

@Suite struct `Training` {
  private func training(
    steps: Int = 60, seed: UInt64 = 1, on data: any Distribution2D = ToyData.moons.distribution
  ) throws -> NoiseTraining {
    NoiseTraining(
      NoiseNetwork(width: 32, blocks: 2, seed: seed), on: data, try .linear(steps: 100),
      plan: .init(steps: steps, batch: 64, rate: 2e-3, seed: seed))
  }

  @Test func `gives equal losses for equal seeds, and others for others`() throws {
    let losses = try (training().map(\.loss), training().map(\.loss), training(seed: 2).map(\.loss))
    #expect(losses.0.count == 60)
    #expect(losses.0 == losses.1)
    #expect(losses.0 != losses.2)
  }

  /// The losses of one machine, which another has to within 1e-4 of themselves.
  ///
  /// Sums in another order differ by some 1e-7 at first, and sixty steps let that grow.
  @Test func `has the losses of any machine, as far as they are stated`() throws {
    let losses = try training().map(\.loss)
    for (step, loss) in [(0, 1.010744), (9, 0.906018), (59, 0.929901)] {
      #expect(abs(losses[step] - loss) < 1e-4 * loss, "\(losses[step])")
    }
  }

  @Test func `begins at a loss of 1, for it predicts no noise at first`() throws {
    var training = try training()
    let step = training.next()
    let first = try #require(step)
    // 128 squares of standard normal numbers: five deviations of sqrt(2 / 128).
    #expect(abs(first.loss - 1) < 0.625)
  }

  @Test func `goes on from a file as if it had never stopped`() throws {
    let whole = Array(try training())
    var (first, second) = (try training(), try training())
    for _ in 0..<25 { _ = first.next() }
    try second.learner.resume(from: first.learner.checkpoint)
    #expect(second.taken == 25)
    #expect(Array(second) == Array(whole.dropFirst(25)))
  }

  @Test func `refuses a file of another plan or network, and keeps what it has`() throws {
    var first = try training()
    _ = first.next()
    var longer = try training(steps: 61)
    #expect(throws: WeightsError.otherPlan) {
      try longer.learner.resume(from: first.learner.checkpoint)
    }
    #expect(longer.taken == 0)
    var wider = NoiseTraining(
      NoiseNetwork(width: 64, blocks: 2), on: first.data, first.schedule, plan: first.plan)
    #expect(throws: WeightsError.self) { try wider.learner.resume(from: first.learner.checkpoint) }
    #expect(wider.learner.parameters == wider.network.fresh)
  }
}
