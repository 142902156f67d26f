package import Diffusion

/// A network of the lessons: the data whose noise it learns to find, and how it learns.
///
/// All have one build and one schedule, DDPM's with T = 1000, so they differ in what they saw.
package struct NoiseModel: Hashable, Sendable {
  package let data: ToyData

  /// One for each data set whose best answers are no plain formula.
  package static let all = ToyData.allCases.filter { $0 != .normal }.map(NoiseModel.init)

  package init(_ data: ToyData) { self.data = data }

  /// Nil where no model is called so.
  package init?(named name: String) {
    guard let model = Self.all.first(where: { $0.name == name }) else { return nil }
    self = model
  }

  package var name: String { data.rawValue }

  package static let network = NoiseNetwork()

  /// The steps whose noise it learns.
  ///
  /// Source: DDPM, section 4.
  package static func schedule() throws(ScheduleError) -> Schedule { try .linear(steps: 1000) }

  /// Its training from the beginning.
  package func training(_ plan: TrainingPlan) throws(ScheduleError) -> NoiseTraining {
    NoiseTraining(
      Self.network, on: data.distribution, try Self.schedule(), plan: plan, name: name)
  }
}
