package import Diffusion
package import Networks
import Probability

/// The training of the U-Net of latents: Algorithm 1 on what the VQ-VAE makes of glyphs.
///
/// Latents are taken before quantisation, and divided by their deviation. One label in ten is left
/// out. Source: Rombach et al. 2022, section 3.2 and appendix G.
package struct LatentTraining: ModelTraining {
  package static let name = "latent-unet"
  package var name: String { Self.name }
  package let schedule: Schedule
  package var learner: Learner
  private let autoencoder: GlyphAutoencoder
  private let count: Int
  /// The scaled latents of the glyphs; made when the first step is taken.
  private var latents: Latents?

  package static let network = UNet(imageChannels: Latents.channels)
  package static let standardSteps = 8000

  /// With a VQ-VAE that was trained before, on the first `count` glyphs.
  package init(
    _ autoencoder: GlyphAutoencoder, steps: Int? = nil, batch: Int = 64, seed: UInt64 = 0,
    count: Int = GlyphSet.trainingCount
  ) throws(ScheduleError) {
    schedule = try GlyphTraining.schedule()
    (self.autoencoder, self.count) = (autoencoder, count)
    learner = Learner(
      LatentCode(autoencoder, count: Swift.min(count, LatentCode.looked)).added(
        to: Self.network.fresh),
      plan: TrainingPlan(
        steps: steps ?? Self.standardSteps, batch: batch, rate: 2e-3, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let latents = latents ?? scaled(.training, Array(0..<count))
    self.latents = latents
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let batch = LatentBatch(
      latents, plan.batch, schedule, seed: plan.seed, stream: UInt64(number))
    return learner.step(down: batch.loss(tape, placed), tape, placed)
  }

  /// Latents of some glyphs, of deviation 1.
  private func scaled(_ set: GlyphSet, _ numbers: [Int]) -> Latents {
    autoencoder.latents(of: set.glyphs(numbers).images)
      .scaled(by: 1 / LatentCode(learner.parameters).deviation)
  }

  package var marks: TrainingMarks {
    let parameters = learner.average.parameters
    let tape = Tape()
    let batch = LatentBatch(
      scaled(.fresh, Array(0..<1000)), 1000, schedule, seed: 9, stream: 0, dropped: 0)
    let loss = batch.loss(tape, parameters.on(tape)).value.values[0]
    return [("loss", Double(loss))]
  }
}

/// Noisy latents of random steps with their labels, and the noise in them.
struct LatentBatch: Sendable {
  let latents: Latents
  let times: [Double]
  let labels: [Int]
  let noise: Latents

  /// Of latents whose labels take turns; `dropped` is the probability that a label is left out.
  init(
    _ clean: Latents, _ count: Int, _ schedule: Schedule, seed: UInt64, stream: UInt64,
    dropped: Double = GlyphTraining.dropped
  ) {
    var generator = CounterGenerator(seed: seed, stream: stream)
    func draw(below count: Int) -> Int { Int(generator.nextUniform() * Double(count)) }
    let picks = (0..<count).map { _ in draw(below: clean.count) }
    let steps = (0..<count).map { _ in 1 + draw(below: schedule.steps) }
    labels = picks.map {
      generator.nextUniform() < dropped ? UNet.noLabel : GlyphSet.label(of: $0)
    }
    let fresh = Latents(generator.normals(count * Latents.numbers))
    noise = fresh
    latents = .joined(
      (0..<count).map { index in
        schedule.jump(
          clean.part(picks[index]..<picks[index] + 1), to: steps[index],
          noise: fresh.part(index..<index + 1))
      })
    times = steps.map(Double.init)
  }

  /// The mean squared error of the noise that the network finds.
  func loss(_ tape: Tape, _ parameters: Parameters.Placed) -> Variable {
    LatentTraining.network.pass(
      tape.constant(Tensor(latents)), times: times, labels: labels, parameters
    ).noise.meanSquaredError(Tensor(noise))
  }
}

/// Which latents a U-Net has learned: the codebook of their VQ-VAE, and what they were divided by.
///
/// It lies with the U-Net's weights, but no training changes it.
package struct LatentCode: Hashable, Sendable {
  /// Of all numbers of the latents, around their mean.
  package let deviation: Double
  private let codebook: Tensor

  static let looked = 1000
  private static let (deviationName, codebookName) = ("latent.deviation", "latent.codebook")

  /// Measured on the first `count` glyphs of the training.
  package init(_ autoencoder: GlyphAutoencoder, count: Int = Self.looked) {
    let glyphs = GlyphSet.training.glyphs(Array(0..<count)).images
    deviation = autoencoder.latents(of: glyphs).moments.deviation
    codebook = autoencoder.codebook
  }

  /// As it lies with weights.
  package init(_ parameters: Parameters) {
    deviation = Double(parameters[Self.deviationName]?.values.first ?? 1)
    codebook = parameters[Self.codebookName] ?? Tensor(zeros: [0, Latents.channels])
  }

  /// Whether these are the latents of this VQ-VAE.
  package func isOf(_ autoencoder: GlyphAutoencoder) -> Bool {
    // What the moving average keeps of an unchanging number is off by some rounding.
    let other = autoencoder.codebook
    return other.shape == codebook.shape
      && zip(other.values, codebook.values).allSatisfy { abs($0 - $1) < 1e-3 }
  }

  /// A network's parameters, and this beside them.
  func added(to fresh: Parameters) -> Parameters {
    var parameters = fresh
    _ = parameters.add(Self.deviationName, Tensor([1], [Float(deviation)]))
    _ = parameters.add(Self.codebookName, codebook)
    return parameters
  }

  /// What a file of weights is read into.
  static var blank: Parameters {
    var parameters = LatentTraining.network.fresh
    _ = parameters.add(deviationName, Tensor(zeros: [1]))
    _ = parameters.add(codebookName, Tensor(zeros: [VQVAE.codes, Latents.channels]))
    return parameters
  }
}

extension Schedule {
  /// The noisy latents at step t, number by number.
  package func jump(_ starts: Latents, to t: Int, noise: Latents) -> Latents {
    starts.combined(signalScale(at: t), with: noise, noiseScale(at: t))
  }
}
