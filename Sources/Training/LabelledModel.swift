package import Diffusion
import Probability

/// A network of the lessons that is told the class of its points, or none.
///
/// One for each data set that ``NoiseModel`` has one for; all of them have several classes.
package struct LabelledModel: Hashable, Sendable {
  package let data: ToyData

  package static let all = NoiseModel.all.map { LabelledModel($0.data) }

  package init(_ data: ToyData) { self.data = data }

  package var name: String { "\(data.rawValue)-labelled" }

  package var network: LabelledNetwork {
    LabelledNetwork(labels: data.distribution.labelCount, width: 128, blocks: 3)
  }

  static let standardSteps = 20_000
  /// How often a label is dropped: Ho and Salimans found 0.1 and 0.2 equally good.
  static let dropping = 0.2

  /// Its training from the beginning.
  package func training(
    steps: Int? = nil, seed: UInt64 = 0
  ) throws(ScheduleError) -> LabelledTraining {
    LabelledTraining(
      network, on: data.distribution, try NoiseModel.schedule(), dropping: Self.dropping,
      plan: TrainingPlan(steps: steps ?? Self.standardSteps, seed: seed), name: name)
  }
}
