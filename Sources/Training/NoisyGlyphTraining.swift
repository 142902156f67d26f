package import Diffusion
import Networks
import Probability

/// The training of a classifier that is to guide: on noisy glyphs of random steps, told the step.
///
/// It says how likely each digit is, given x_t; so among noise it learns to doubt. Source: Dhariwal
/// and Nichol 2021, section 4.
package struct NoisyGlyphTraining: ModelTraining {
  package static let name = "noisy-glyph-classifier"
  package var name: String { Self.name }
  package let schedule: Schedule
  package var learner: Learner

  package static let network = GlyphClassifier(channels: [24, 48, 64], hearsTime: true)

  package init(
    steps: Int? = nil, batch: Int = 64, seed: UInt64 = 0
  ) throws(ScheduleError) {
    schedule = try GlyphTraining.schedule()
    learner = Learner(
      Self.network.fresh,
      plan: TrainingPlan(steps: steps ?? 12_000, batch: batch, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let batch = GlyphBatch(
      .classifierTraining, plan.batch, schedule, seed: plan.seed, stream: UInt64(number),
      dropped: 0)
    return learner.step(down: batch.surprise(Self.network, tape, placed), tape, placed)
  }

  /// The surprise at the labels of 2,000 noisy glyphs that it has not seen, in nats, and which share
  /// it reads rightly at some steps.
  package var marks: TrainingMarks {
    let parameters = learner.average.parameters
    let (images, labels) = GlyphSet.fresh.glyphs(Array(0..<1000))
    let shares = [1, 200, 400, 600].map { t -> (name: String, value: Double) in
      let noise = Images.normal(0..<images.count, seed: 9, stream: UInt64(t))
      let reading = GlyphReading(
        of: schedule.jump(images, to: t, noise: noise), by: .noisy(parameters, time: Double(t)))
      let right = zip(reading.labels, labels).count { $0 == $1 }
      return ("recognised_at_\(t)", Double(right) / Double(labels.count))
    }
    return [("cross_entropy", crossEntropy)] + shares
  }

  private var crossEntropy: Double {
    let surprises = inParallel(40) { index in
      let tape = Tape()
      let batch = GlyphBatch(
        .fresh, 50, schedule, seed: 9, stream: UInt64(index), dropped: 0)
      let placed = learner.average.parameters.on(tape)
      return Double(batch.surprise(Self.network, tape, placed).value.values[0])
    }
    return surprises.reduce(0, +) / Double(surprises.count)
  }
}

extension GlyphBatch {
  /// The mean surprise of a classifier at the labels, in nats.
  fileprivate func surprise(
    _ network: GlyphClassifier, _ tape: Tape, _ parameters: Parameters.Placed
  ) -> Variable {
    network.pass(tape.constant(Tensor(images)), times: times, parameters)
      .scores.crossEntropy(labels)
  }
}
