package import Diffusion

/// A network that comes with the program, and that `noisebook train` makes again.
package enum TrainableModel: Hashable, Sendable {
  /// The noise in points of the plane.
  case plane(NoiseModel)
  /// The noise in glyphs.
  case glyphs
  /// Which digit a glyph is.
  case classifier

  package static let all = NoiseModel.all.map(TrainableModel.plane) + [.glyphs, .classifier]

  /// Nil where no model is called so.
  package init?(named name: String) {
    guard let model = Self.all.first(where: { $0.name == name }) else { return nil }
    self = model
  }

  package var name: String {
    switch self {
    case .plane(let model): model.name
    case .glyphs: GlyphTraining.name
    case .classifier: ClassifierTraining.name
    }
  }

  /// Its training from the beginning, in its own number of steps where none is given.
  package func training(
    steps: Int?, seed: UInt64
  ) throws(ScheduleError) -> any ModelTraining {
    switch self {
    case .plane(let model):
      try model.training(TrainingPlan(steps: steps ?? 20_000, seed: seed))
    case .glyphs: try GlyphTraining(steps: steps, seed: seed)
    case .classifier: ClassifierTraining(steps: steps, seed: seed)
    }
  }
}
