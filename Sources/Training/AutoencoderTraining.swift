import Diffusion
import Networks
import Probability

/// The training of the VQ-VAE on glyphs, with codes that lie idle put to use.
package struct AutoencoderTraining: ModelTraining {
  package static let name = "vq-vae"
  package var name: String { Self.name }
  package var learner: Learner

  package static let network = VQVAE()
  /// Every so many steps, in the first half of the training, idle codes are moved.
  static let restarting = 50
  private static let looked = 128

  package init(steps: Int? = nil, batch: Int = 32, seed: UInt64 = 0) {
    learner = Learner(
      Self.network.fresh,
      plan: TrainingPlan(steps: steps ?? 6000, batch: batch, rate: 2e-3, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let loss = Self.network.loss(
      Tensor(glyphs(plan.batch, stream: UInt64(number)).images), placed, on: tape)
    let step = learner.step(down: loss, tape, placed)
    if number.isMultiple(of: Self.restarting), 2 * number <= plan.steps { restart(number) }
    return step
  }

  /// Puts each code that no place is nearest to where a place is.
  ///
  /// A code that is never the nearest gets no slope, and would lie there for ever. Which are idle is
  /// seen on glyphs that depend on the step alone, so a training that goes on restarts the same.
  /// Source: Dhariwal et al. 2020, "Jukebox", section 3.1 ("random restarts").
  private mutating func restart(_ number: Int) {
    var (glyphs, generator) = glyphs(Self.looked, stream: 1 << 32 + UInt64(number))
    let autoencoder = GlyphAutoencoder(learner.parameters)
    let latents = autoencoder.latents(of: glyphs)
    let used = Set(autoencoder.codes(of: latents))
    let places = Tensor(latents).values
    for code in 0..<VQVAE.codes where !used.contains(code) {
      let place = Int(generator.nextUniform() * Double(places.count / Latents.channels))
      let start = place * Latents.channels
      learner.parameters.setRow(
        code, of: VQVAE.codebookName, to: places[start..<start + Latents.channels])
    }
  }

  private func glyphs(
    _ count: Int, stream: UInt64
  ) -> (images: Images, generator: CounterGenerator) {
    var generator = CounterGenerator(seed: plan.seed, stream: stream)
    let picks = (0..<count).map { _ in
      Int(generator.nextUniform() * Double(GlyphSet.trainingCount))
    }
    return (GlyphSet.training.glyphs(picks).images, generator)
  }

  package var marks: TrainingMarks {
    let quality = AutoencoderQuality(GlyphAutoencoder(learner.average.parameters), ofFresh: 1000)
    return [
      ("error_share", quality.errorShare),
      ("perplexity_share", quality.use.perplexity / Double(VQVAE.codes)),
    ]
  }
}
