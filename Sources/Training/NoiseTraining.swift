package import Diffusion
import Networks
package import Probability

/// Training as a sequence: each element is one step of Algorithm 1 on a batch.
///
///     repeat
///       x_0 from the data, t from 1...T, noise from N(0, I)
///       a step down the slope of |noise - network(sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise, t)|^2
///
/// Draws of step k are those of stream k, so a training that goes on where another stopped gives
/// the same numbers. Source: DDPM, Algorithm 1 and equation 14.
package struct NoiseTraining: ModelTraining {
  package let name: String
  package let schedule: Schedule
  package let data: any Distribution2D
  package let network: NoiseNetwork
  package var learner: Learner

  /// A training from the beginning; `name` is that of the model, where it is one.
  package init(
    _ network: NoiseNetwork, on data: any Distribution2D, _ schedule: Schedule,
    plan: TrainingPlan = TrainingPlan(), name: String = ""
  ) {
    (self.network, self.data, self.schedule, self.name) = (network, data, schedule, name)
    learner = Learner(network.fresh, plan: plan)
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let example = batch(number)
    let loss = network.noise(tape.constant(example.inputs), placed)
      .meanSquaredError(example.noise)
    return learner.step(down: loss, tape, placed)
  }

  package var marks: TrainingMarks {
    let quality = NoiseQuality(of: denoiser, on: data, schedule)
    return [("loss", quality.loss), ("loss_floor", quality.floor), ("excess", quality.share)]
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
