package import Diffusion
import Networks
import Probability

/// Small U-Nets that learn side by side from the same glyphs: one whole, the others each without one
/// part from the beginning.
///
/// What a trained network loses with a part tells what it uses the part for. What these lose tells
/// what can't be learned without it. All begin with the same numbers and see the same batches, so
/// they differ in the part alone. Each element is a step of all of them.
package struct GlyphAblation: Sequence, IteratorProtocol, Sendable {
  /// What each of them lacks.
  package let lacks: [GlyphLoss.Loss]
  private let network: UNet
  private let schedule: Schedule
  private let unseen: GlyphLoss
  private var learners: [Learner]

  /// How many numbers each of them learns.
  package var size: Int { network.size }

  package init(
    _ lacks: [GlyphLoss.Loss], steps: Int, batch: Int = 16, rate: Double = 4e-3, draws: Int = 60,
    seed: UInt64
  ) throws(ScheduleError) {
    schedule = try GlyphTraining.schedule()
    let network = UNet(seed: seed, channels: (large: 8, medium: 16, small: 24), width: 32)
    (self.lacks, self.network) = (lacks, network)
    unseen = GlyphLoss(schedule, draws: draws)
    learners = lacks.map { _ in
      Learner(
        network.fresh, plan: .brief(steps: steps, batch: batch, rate: rate, seed: seed))
    }
  }

  /// A step of each; gives its number, nil at the end.
  package mutating func next() -> Int? {
    guard let first = learners.first, let number = first.next else { return nil }
    let batch = GlyphBatch(
      .training, first.plan.batch, schedule, seed: first.plan.seed, stream: UInt64(number))
    learners = inParallel(lacks.count) { [self] index in
      var learner = learners[index]
      let tape = Tape()
      let placed = learner.parameters.on(tape)
      let loss = batch.loss(
        network, tape, placed, without: lacks[index], middle: schedule.steps / 2)
      _ = learner.step(down: loss, tape, placed)
      return learner
    }
    return number
  }

  /// The loss of each on noisy glyphs that none has seen, by the average of what it learned.
  package var losses: [Double] {
    zip(lacks, learners).map {
      unseen.loss($1.average.parameters, of: network, without: $0)
    }
  }

  /// Each of them, to find noise with; asked for a label.
  package func denoisers(label: Int) -> [GlyphDenoiser] {
    zip(lacks, learners).map { lack, learner in
      GlyphDenoiser(
        learner.average.parameters, schedule, label: lack == .label ? nil : label,
        parts: lack.parts, stopped: lack == .time ? schedule.steps / 2 : nil, network: network,
        learned: schedule)
    }
  }
}
