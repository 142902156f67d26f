package import Diffusion
package import Networks
package import Probability
import RealModule

/// Training as a sequence: each element is one step of Algorithm 1 on a batch.
///
///     repeat
///       x_0 from the data, t from 1...T, noise from N(0, I)
///       a step down the slope of |noise - network(sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise, t)|^2
///
/// Draws of step k are those of stream k, so a training that goes on where another stopped gives
/// the same numbers. Source: DDPM, Algorithm 1 and equation 14.
package struct NoiseTraining: Sequence, IteratorProtocol, Sendable {
  package let schedule: Schedule
  package let data: any Distribution2D
  package let network: NoiseNetwork
  package let plan: Plan
  /// The parameters, their moving average, and the optimiser's memory.
  package internal(set) var parameters: Parameters
  package internal(set) var average: MovingAverage
  var optimiser: AdamW
  /// Steps that were taken.
  package internal(set) var taken = 0

  /// How long and how fast to train.
  package struct Plan: Hashable, Sendable {
    package let steps: Int
    package let batch: Int
    package let rate: Double
    package let seed: UInt64

    package init(steps: Int = 20_000, batch: Int = 256, rate: Double = 1e-3, seed: UInt64 = 0) {
      (self.steps, self.batch, self.rate, self.seed) = (steps, batch, rate, seed)
    }
  }

  /// What a step showed.
  package struct Step: Hashable, Sendable {
    /// 1 for the first.
    package let number: Int
    /// The batch's mean squared error per number, before the step.
    package let loss: Double
    package let rate: Double
  }

  package init(
    _ network: NoiseNetwork, on data: any Distribution2D, _ schedule: Schedule, plan: Plan = Plan()
  ) {
    (self.network, self.data, self.schedule, self.plan) = (network, data, schedule, plan)
    parameters = network.fresh
    average = MovingAverage(of: parameters)
    optimiser = AdamW(for: parameters, rate: plan.rate, decay: 0)
  }

  package mutating func next() -> Step? {
    guard taken < plan.steps else { return nil }
    taken += 1
    let example = batch(taken)
    optimiser.rate = plan.rate * pace
    let tape = Tape()
    let placed = parameters.on(tape)
    let loss = network.noise(tape.constant(example.inputs), placed)
      .meanSquaredError(example.noise)
    optimiser.step(&parameters, parameters.gradients(tape.gradients(of: loss), placed))
    average.add(parameters)
    return Step(number: taken, loss: Double(loss.value.values[0]), rate: optimiser.rate)
  }

  /// A short warm-up, then half a cosine down to zero.
  private var pace: Double {
    let warm = Double(taken) / 500
    let share = Double(taken) / Double(plan.steps)
    return Swift.min(1, warm) * 0.5 * (1 + .cos(.pi * share))
  }

  /// Noisy points of random steps, and the noise in them.
  private func batch(_ number: Int) -> (inputs: Tensor, noise: Tensor) {
    var generator = CounterGenerator(seed: plan.seed, stream: UInt64(number))
    let starts = data.draw(plan.batch, using: &generator).points
    let steps = (0..<plan.batch).map { _ in
      1 + Int(generator.nextUniform() * Double(schedule.steps))
    }
    let noise = generator.normalPoints(plan.batch)
    let noisy = Points2D(
      steps.indices.map { i in
        Point2D(
          x: schedule.jump(starts.xs[i], to: steps[i], noise: noise.xs[i]),
          y: schedule.jump(starts.ys[i], to: steps[i], noise: noise.ys[i]))
      })
    return (network.inputs(noisy, steps), Tensor(noise))
  }
}

extension Tensor {
  /// Points as rows: [count, 2].
  init(_ points: Points2D) {
    self.init(
      [points.count, 2], zip(points.xs, points.ys).flatMap { [Float($0), Float($1)] })
  }
}
