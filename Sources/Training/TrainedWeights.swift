package import FoundationEssentials
package import Networks

/// What a model has learned, as it comes in a file.
package struct TrainedWeights: Sendable {
  package let parameters: Parameters
  /// How many steps of training they took, as the file says.
  package let steps: Int?

  /// Reads a file for a model that learns such parameters.
  ///
  /// - Throws: that it is no safetensors file, or belongs to another network or model.
  package init(
    _ file: Data, for model: TrainableModel
  ) throws(WeightsError) {
    let (tensors, notes) = try Safetensors.read(file)
    if let name = notes["model"], name != model.name {
      throw .otherModel(name, wanted: model.name)
    }
    var parameters = model.fresh
    try parameters.load(tensors)
    (self.parameters, steps) = (parameters, notes["steps"].flatMap { Int($0) })
  }
}

extension TrainableModel {
  /// What its network learns, as it is at first.
  package var fresh: Parameters {
    switch self {
    case .plane: NoiseModel.network.fresh
    case .labelled(let model): model.network.fresh
    case .glyphs: GlyphTraining.network.fresh
    case .classifier: ClassifierTraining.network.fresh
    case .autoencoder: AutoencoderTraining.network.fresh
    case .latents: LatentCode.blank
    case .noisyClassifier: NoisyGlyphTraining.network.fresh
    }
  }
}

extension NoiseTraining {
  /// What is learned so far, to find noise with.
  package var denoiser: TrainedDenoiser {
    TrainedDenoiser(network, learner.average.parameters, schedule, learned: schedule)
  }
}
