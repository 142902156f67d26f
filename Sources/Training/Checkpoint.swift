package import FoundationEssentials
package import Networks

/// A training as a file, to go on from: what is learned, its average and the optimiser's memory.
///
/// A training that goes on gives the very numbers of one that was never stopped, for its draws are
/// a function of the step alone.
extension Learner {
  /// The file.
  package var checkpoint: Data {
    let parts = [
      ("parameters", parameters.tensors), ("average", average.parameters.tensors),
      ("means", optimiser.means), ("squares", optimiser.squares),
    ]
    let tensors = parts.flatMap { part, tensors in
      zip(parameters.names, tensors).map { (name: "\(part)/\($0)", tensor: $1) }
    }
    return Safetensors.data(tensors, notes: ["taken": "\(taken)", "plan": plan.words])
  }

  /// Goes on where a file left off.
  ///
  /// - Throws: that the file is broken, or of another network or plan; then nothing has changed.
  package mutating func resume(from checkpoint: Data) throws(WeightsError) {
    let (tensors, notes) = try Safetensors.read(checkpoint)
    guard notes["plan"] == plan.words, let taken = notes["taken"].flatMap({ Int($0) }),
      (0...plan.steps).contains(taken)
    else { throw .otherPlan }
    func part(_ name: String) throws(WeightsError) -> Parameters {
      var loaded = parameters
      let own = tensors.filter { $0.key.hasPrefix("\(name)/") }
      try loaded.load(
        Dictionary(
          uniqueKeysWithValues: own.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }))
      return loaded
    }
    let (latest, mean) = (try part("parameters"), try part("average"))
    let (means, squares) = (try part("means"), try part("squares"))
    parameters = latest
    average = MovingAverage(of: mean, steps: taken)
    optimiser.recall(means.tensors, squares.tensors, steps: taken)
    self.taken = taken
  }
}

extension TrainingPlan {
  /// What must be equal for a training to go on.
  fileprivate var words: String { "\(steps) steps of \(batch), rate \(rate), seed \(seed)" }
}
