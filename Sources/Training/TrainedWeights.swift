package import FoundationEssentials
package import Networks

/// What a model has learned, as it comes in a file.
package struct TrainedWeights: Sendable {
  package let parameters: Parameters
  /// How many steps of training they took, as the file says.
  package let steps: Int?

  /// Reads a file for a model.
  ///
  /// - Throws: that it is no safetensors file, or belongs to another network or model.
  package init(_ file: Data, for model: NoiseModel) throws(WeightsError) {
    let (tensors, notes) = try Safetensors.read(file)
    if let name = notes["model"], name != model.name {
      throw .otherModel(name, wanted: model.name)
    }
    var parameters = NoiseModel.network.fresh
    try parameters.load(tensors)
    (self.parameters, steps) = (parameters, notes["steps"].flatMap { Int($0) })
  }
}

extension NoiseTraining {
  /// What is learned so far as a file: the average, which answers best.
  package func weights(of model: NoiseModel) -> Data {
    Safetensors.data(
      zip(average.parameters.names, average.parameters.tensors).map { (name: $0, tensor: $1) },
      notes: ["model": model.name, "steps": "\(taken)", "seed": "\(plan.seed)"])
  }

  /// What is learned so far, to find noise with.
  package var denoiser: TrainedDenoiser {
    TrainedDenoiser(network, average.parameters, schedule, learned: schedule)
  }
}
