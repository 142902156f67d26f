package import Diffusion
import Networks
import Probability

/// The training of the U-Net: Algorithm 1 on glyphs, with their labels.
///
/// One label in ten is left out, so that the network learns to answer without one too. Source: DDPM,
/// Algorithm 1; Ho and Salimans 2022, "Classifier-Free Diffusion Guidance", algorithm 1.
package struct GlyphTraining: ModelTraining {
  package static let name = "unet-glyphs"
  package var name: String { Self.name }
  package let schedule: Schedule
  package var learner: Learner

  package static let network = UNet()
  package static let standardSteps = 8000
  static let dropped = 0.1

  /// The steps whose noise it learns: DDPM's.
  package static func schedule() throws(ScheduleError) -> Schedule { try .linear(steps: 1000) }

  package init(
    steps: Int? = nil, batch: Int = 32, seed: UInt64 = 0
  ) throws(ScheduleError) {
    schedule = try Self.schedule()
    learner = Learner(
      Self.network.fresh,
      plan: TrainingPlan(
        steps: steps ?? Self.standardSteps, batch: batch, rate: 2e-3, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let batch = GlyphBatch(
      .training, plan.batch, schedule, seed: plan.seed, stream: UInt64(number))
    return learner.step(down: batch.loss(Self.network, tape, placed), tape, placed)
  }

  package var marks: TrainingMarks {
    [("loss", GlyphLoss(schedule, draws: 200).loss(learner.average.parameters))]
  }
}

/// Noisy glyphs of random steps with their labels, and the noise in them.
struct GlyphBatch: Sendable {
  let images: Images
  let times: [Double]
  let labels: [Int]
  let noise: Images

  /// `dropped` is the probability that a label is left out.
  init(
    _ set: GlyphSet, _ count: Int, _ schedule: Schedule, seed: UInt64, stream: UInt64,
    dropped: Double = GlyphTraining.dropped
  ) {
    var generator = CounterGenerator(seed: seed, stream: stream)
    func draw(below count: Int) -> Int { Int(generator.nextUniform() * Double(count)) }
    let picks = (0..<count).map { _ in draw(below: GlyphSet.trainingCount) }
    let steps = (0..<count).map { _ in 1 + draw(below: schedule.steps) }
    let (clean, known) = set.glyphs(picks)
    labels = known.map { generator.nextUniform() < dropped ? UNet.noLabel : $0 }
    let fresh = Images(generator.normals(count * Images.pixels))
    noise = fresh
    images = .joined(
      (0..<count).map { index in
        schedule.jump(
          clean.part(index..<index + 1), to: steps[index], noise: fresh.part(index..<index + 1))
      })
    times = steps.map(Double.init)
  }

  /// The mean squared error of the noise that a network finds.
  func loss(_ network: UNet, _ tape: Tape, _ parameters: Parameters.Placed) -> Variable {
    network.pass(tape.constant(Tensor(images)), times: times, labels: labels, parameters)
      .noise.meanSquaredError(Tensor(noise))
  }
}
