import Diffusion
import FoundationEssentials
import Networks
import Probability
import Testing

@testable import Training

/// A denoiser that finds no noise anywhere.
private struct Blind: Denoiser {
  func noise(in points: Points2D, at t: Int) -> Points2D { points.scaled(by: 0) }
}

@Suite struct `A trained denoiser` {
  private func training(_ model: NoiseModel) throws -> NoiseTraining {
    var training = try model.training(.init(steps: 20, batch: 64, seed: 3))
    while training.next() != nil {}
    return training
  }

  /// A schedule of 50 steps that has the noise of every twentieth of the thousand.
  @Test func `serves another schedule by the noise in x, not by the name of the step`() throws {
    let learned = try NoiseModel.schedule()
    let left = stride(from: 0, through: 1000, by: 20).map { learned.alphaBar[$0] }
    let coarse = try Schedule(betas: zip(left.dropFirst(), left).map { 1 - $0 / $1 })
    let training = try training(NoiseModel(.moons))
    let parameters = training.learner.parameters
    let fine = TrainedDenoiser(NoiseModel.network, parameters, learned, learned: learned)
    let other = TrainedDenoiser(NoiseModel.network, parameters, coarse, learned: learned)
    let points = ToyData.moons.distribution.draw(600, seed: 5).points
    for t in [1, 2, 25, 49, 50] {
      let (a, b) = (fine.noise(in: points, at: 20 * t), other.noise(in: points, at: t))
      // The time is told to within 1e-9 of a step; single precision does the rest.
      for i in 0..<points.count {
        #expect(abs(a.xs[i] - b.xs[i]) < 1e-5 && abs(a.ys[i] - b.ys[i]) < 1e-5)
      }
    }
  }

  @Test func `gives a point the same answer alone and among others`() throws {
    let denoiser = try training(NoiseModel(.ring)).denoiser
    let points = ToyData.ring.distribution.draw(700, seed: 5).points
    let all = denoiser.noise(in: points, at: 300)
    for i in [0, 255, 256, 699] {
      let alone = denoiser.noise(in: Points2D([points[i]]), at: 300)
      // Sums of 128 products may be taken in another order.
      #expect(abs(alone.xs[0] - all.xs[i]) < 1e-5 && abs(alone.ys[0] - all.ys[i]) < 1e-5)
    }
  }

  /// Near the middle from a table, at the table's ends, and far out.
  @Test func `says what the network says on a tape`() throws {
    let training = try training(NoiseModel(.moons))
    let denoiser = training.denoiser
    let clouds = [
      ToyData.moons.distribution.draw(300, seed: 5).points,
      Points2D(xs: [-4.9999, 4.9999, 0, 1 / 256], ys: [0, -4.9999, 4.99, -1]),
      Points2D(xs: [-5, 6, 20], ys: [0, -5, 3]),
    ]
    for points in clouds {
      for t in [1, 400, 1000] {
        let tape = Tape()
        let inputs = training.network.inputs(points, Array(repeating: t, count: points.count))
        let wanted = training.network.noise(
          tape.constant(inputs), training.learner.average.parameters.on(tape)
        ).value.values
        let found = denoiser.noise(in: points, at: t)
        // Sums of 384 products of single precision, and the table's 2e-6.
        for i in 0..<points.count {
          #expect(abs(found.xs[i] - Double(wanted[2 * i])) < 1e-5)
          #expect(abs(found.ys[i] - Double(wanted[2 * i + 1])) < 1e-5)
        }
      }
    }
  }

  @Test func `takes the weights of its own model alone`() throws {
    let training = try training(NoiseModel(.moons))
    let file = training.weights
    let weights = try TrainedWeights(file, for: .plane(NoiseModel(.moons)))
    #expect(weights.parameters == training.learner.average.parameters && weights.steps == 20)
    #expect(throws: WeightsError.otherModel("moons", wanted: "ring")) {
      try TrainedWeights(file, for: .plane(NoiseModel(.ring)))
    }
  }
}

@Suite struct `The quality of a denoiser` {
  @Test func `has no excess where the answers are exact`() throws {
    let (data, schedule) = (ToyData.moons.distribution, try NoiseModel.schedule())
    let quality = NoiseQuality(of: ExactDenoiser(data, schedule), on: data, schedule)
    #expect(quality.excess == 0)
  }

  /// For normal data of variance 1 the floor at t is abar_t.
  ///
  /// Each of the 100 means is over 200
  /// squares of variance 2 abar^2, so the mean of all has a deviation of at most sqrt(2 / 20,000);
  /// five of them fail at p = 6e-7.
  @Test func `has the floor that is known for normal data`() throws {
    let (data, schedule) = (ToyData.normal.distribution, try NoiseModel.schedule())
    let quality = NoiseQuality(of: Blind(), on: data, schedule)
    let floors = stride(from: 6, to: 1000, by: 10).map { schedule.alphaBar[$0] }
    let known = floors.reduce(0, +) / Double(floors.count)
    #expect(abs(quality.floor - known) < 0.05)
  }

  /// Floor and excess of no answer at all add up to the variance of the noise: 1, with the same
  /// deviation and as much for the mixed product that is left out.
  @Test(arguments: NoiseModel.all)
  func `adds up to the variance of the noise for no answer at all`(model: NoiseModel) throws {
    let quality = NoiseQuality(of: Blind(), on: model.data.distribution, try NoiseModel.schedule())
    #expect(abs(quality.loss - 1) < 0.1)
    #expect(quality.floor < 0.5)
  }
}
