package import Diffusion
import Networks

/// A network that comes with the program, and that `noisebook train` makes again.
package enum TrainableModel: Hashable, Sendable {
  /// The noise in points of the plane.
  case plane(NoiseModel)
  /// The noise in points of the plane, with their class known or not.
  case labelled(LabelledModel)
  /// The noise in glyphs.
  case glyphs
  /// Which digit a glyph is.
  case classifier
  /// Which digit a noisy glyph is.
  case noisyClassifier
  /// Glyphs to latents, and latents to glyphs.
  case autoencoder
  /// The noise in latents.
  case latents

  package static let all =
    NoiseModel.all.map(TrainableModel.plane) + LabelledModel.all.map(TrainableModel.labelled)
    + [.glyphs, .classifier, .noisyClassifier, .autoencoder, .latents]

  /// Nil where no model is called so.
  package init?(named name: String) {
    guard let model = Self.all.first(where: { $0.name == name }) else { return nil }
    self = model
  }

  package var name: String {
    switch self {
    case .plane(let model): model.name
    case .labelled(let model): model.name
    case .glyphs: GlyphTraining.name
    case .classifier: ClassifierTraining.name
    case .noisyClassifier: NoisyGlyphTraining.name
    case .autoencoder: AutoencoderTraining.name
    case .latents: LatentTraining.name
    }
  }

  /// Its training from the beginning, in its own number of steps where none is given.
  ///
  /// - Throws: what is wrong with the weights of a model that it builds on.
  package func training(
    steps: Int?, seed: UInt64
  ) throws(TrainingError) -> any ModelTraining {
    let foundation = try foundation()
    do throws(ScheduleError) {
      return switch self {
      case .plane(let model):
        try model.training(TrainingPlan(steps: steps ?? 20_000, seed: seed))
      case .labelled(let model): try model.training(steps: steps, seed: seed)
      case .glyphs: try GlyphTraining(steps: steps, seed: seed)
      case .classifier: ClassifierTraining(steps: steps, seed: seed)
      case .noisyClassifier: try NoisyGlyphTraining(steps: steps, seed: seed)
      case .autoencoder: AutoencoderTraining(steps: steps, seed: seed)
      case .latents: try LatentTraining(GlyphAutoencoder(foundation), steps: steps, seed: seed)
      }
    } catch {
      throw .schedule(error)
    }
  }

  /// What must have been learned before: for latents the VQ-VAE, else nothing.
  private func foundation() throws(TrainingError) -> Parameters {
    guard self == .latents else { return Parameters() }
    let found: TrainedWeights?
    do throws(MisplacedWeights) {
      found = try WeightLibrary.weights(of: .autoencoder)
    } catch {
      throw .weights(error)
    }
    guard let found else { throw .missing(AutoencoderTraining.name) }
    return found.parameters
  }
}

/// Why a training can't begin.
package enum TrainingError: Error, Hashable, Sendable, CustomStringConvertible {
  case schedule(ScheduleError)
  /// Weights that it builds on are broken.
  case weights(MisplacedWeights)
  /// There are none for a model that it builds on.
  case missing(String)

  package var description: String {
    switch self {
    case .schedule(let error): error.description
    case .weights(let error): error.description
    case .missing(let name):
      "It builds on \(name), which has no weights yet: noisebook train \(name) makes them."
    }
  }
}
