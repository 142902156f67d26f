import Diffusion
import Figures
import Testing
import Training

@testable import Lessons

@Suite struct `Figures of networks` {
  private func outcome(_ name: String, _ given: [(name: String, text: String)]) throws -> Outcome {
    let figure = try #require(Figure.noisePrediction.first { $0.name == name })
    return try figure.compute(try figure.settings(given: given), seed: 1)
  }

  /// At first the loss is the variance of the noise: 1000 points of two coordinates, a deviation of
  /// sqrt(2 / 2000), and as much for the mixed product; five of each.
  @Test func `a network begins at a loss of 1 and comes near the floor`() throws {
    let short = [(name: "updates", text: "1000"), (name: "samples", text: "20")]
    let outcome = try outcome("learning", short)
    let table = try #require(outcome.tables.first)
    let losses = table[column: "loss"]
    #expect(losses.count == 101 && outcome.frames.count == 101)
    #expect(abs(losses[0] - 1) < 0.32)
    // Of what is above the floor at first, a twentieth is left.
    let floor = table[column: "loss_floor"][0]
    #expect(losses[100] - floor < 0.05 * (losses[0] - floor))
    // A loss can't be below its floor.
    #expect(zip(losses, table[column: "loss_floor"]).allSatisfy { $0 >= $1 })
    let again = try self.outcome("learning", short)
    #expect(again.tables.first?.rows.dropFirst() == table.rows.dropFirst())
  }

  @Test(arguments: NoiseModel.all)
  func `the networks that come with the program are within 1 % of the floor`(
    model: NoiseModel
  ) throws {
    let outcome = try outcome("trained", [(name: "data", text: model.name)])
    let share = try #require(outcome.values.first { $0.name == "excess_share" }?.value)
    #expect(share > 0 && share < 0.01)
  }

  @Test func `there is no network for normal data, and it says so`() throws {
    #expect(throws: FigureError.self) { try outcome("trained", [(name: "data", text: "normal")]) }
  }
}
