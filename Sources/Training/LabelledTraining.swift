package import Diffusion
import Networks
package import Probability

/// Training of one network for both answers: each step drops some of its labels.
///
///     repeat
///       (x_0, y) from the data; with probability p_uncond the null label for y
///       t from 1...T, noise from N(0, I)
///       a step down the slope of |noise - network(x_t, t, y)|^2
///
/// Draws of step k are those of stream k. Source: Ho and Salimans 2022, Algorithm 1.
package struct LabelledTraining: ModelTraining {
  package let name: String
  package let network: LabelledNetwork
  package let schedule: Schedule
  package var learner: Learner
  private let data: any Distribution2D
  private let dropping: Double

  /// A training from the beginning; `name` is that of the model, where it is one.
  ///
  /// `dropping` is the probability with which a label is dropped.
  init(
    _ network: LabelledNetwork, on data: any Distribution2D, _ schedule: Schedule,
    dropping: Double, plan: TrainingPlan, name: String = ""
  ) {
    (self.network, self.data, self.schedule, self.name) = (network, data, schedule, name)
    self.dropping = dropping
    learner = Learner(network.fresh, plan: plan)
  }

  /// That of a small network, which learns while a reader waits.
  package init(
    on data: any Distribution2D, _ schedule: Schedule, dropping: Double, steps: Int,
    batch: Int = 128, rate: Double = 3e-3, seed: UInt64
  ) {
    self.init(
      LabelledNetwork(labels: data.labelCount, seed: seed), on: data, schedule,
      dropping: dropping, plan: .brief(steps: steps, batch: batch, rate: rate, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    var generator = CounterGenerator(seed: learner.plan.seed, stream: UInt64(number))
    let examples = LabelledExamples(learner.plan.batch, of: data, schedule, using: &generator)
    let labels = examples.labels.map {
      generator.nextUniform() < dropping ? network.labels : $0
    }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let loss =
      network
      .noise(
        in: examples.noisy, times: examples.steps.map(Double.init), labels, placed, on: tape
      )
      .meanSquaredError(examples.noise.asRows)
    return learner.step(down: loss, tape, placed)
  }

  /// What is learned so far, asked with a label, or without where it is nil.
  package func denoiser(label: Int?) -> LabelledDenoiser {
    LabelledDenoiser(
      network, learner.average.parameters, schedule, label: label, learned: schedule)
  }

  /// How far both answers are from the best: what their losses have more, as a part of the floor.
  ///
  /// That with a label is the mean over the classes.
  package var marks: TrainingMarks {
    let without = NoiseQuality(of: denoiser(label: nil), on: data, schedule)
    let each = (0..<data.labelCount).compactMap { label in
      data.restricted(to: label).map {
        NoiseQuality(of: denoiser(label: label), on: $0, schedule)
      }
    }
    func mean(_ part: KeyPath<NoiseQuality, Double>) -> Double {
      each.reduce(0) { $0 + $1[keyPath: part] } / Double(each.count)
    }
    return [
      ("loss_without_label", without.loss), ("loss_floor_without_label", without.floor),
      ("excess_without_label", without.share), ("loss_with_label", mean(\.loss)),
      ("loss_floor_with_label", mean(\.floor)),
      ("excess_with_label", mean(\.excess) / mean(\.floor)),
    ]
  }
}
