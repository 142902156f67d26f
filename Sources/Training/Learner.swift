package import FoundationEssentials
package import Networks
import RealModule

/// What a training has learned, and how it goes on: parameters, their average, the optimiser.
///
/// A training is a way to make the loss of a step; a learner takes the steps.
package struct Learner: Sendable {
  package let plan: TrainingPlan
  /// The parameters, their moving average, and the optimiser's memory.
  package internal(set) var parameters: Parameters
  package internal(set) var average: MovingAverage
  var optimiser: AdamW
  /// Steps that were taken.
  package internal(set) var taken = 0

  init(_ fresh: Parameters, plan: TrainingPlan) {
    (self.plan, parameters) = (plan, fresh)
    average = MovingAverage(of: fresh, rate: plan.averaging)
    optimiser = AdamW(for: fresh, rate: plan.rate, decay: 0)
  }

  /// The number of the step to come, 1 for the first; nil at the end.
  var next: Int? { taken < plan.steps ? taken + 1 : nil }

  /// One step down the slope of a loss that was made of the parameters on a tape.
  mutating func step(
    down loss: Variable, _ tape: Tape, _ placed: Parameters.Placed
  ) -> TrainingStep {
    taken += 1
    optimiser.rate = plan.rate * pace
    optimiser.step(&parameters, parameters.gradients(tape.gradients(of: loss), placed))
    average.add(parameters)
    return TrainingStep(number: taken, loss: Double(loss.value.values[0]), rate: optimiser.rate)
  }

  /// A short warm-up, then half a cosine down to zero.
  private var pace: Double {
    let warm = Double(taken) / Double(plan.warmUp)
    let share = Double(taken) / Double(plan.steps)
    return Swift.min(1, warm) * 0.5 * (1 + .cos(.pi * share))
  }
}

/// How long and how fast to train.
package struct TrainingPlan: Hashable, Sendable {
  package let steps: Int
  package let batch: Int
  package let rate: Double
  package let seed: UInt64
  /// Steps until the rate is whole, and the share of an average that each step keeps.
  var (warmUp, averaging) = (500, 0.999)

  package init(steps: Int = 20_000, batch: Int = 256, rate: Double = 1e-3, seed: UInt64 = 0) {
    (self.steps, self.batch, self.rate, self.seed) = (steps, batch, rate, seed)
  }

  /// For a small network that learns while a reader waits: some hundred steps.
  static func brief(steps: Int, batch: Int, rate: Double, seed: UInt64) -> TrainingPlan {
    var plan = TrainingPlan(steps: steps, batch: batch, rate: rate, seed: seed)
    (plan.warmUp, plan.averaging) = (50, 0.99)
    return plan
  }
}

/// What a step of a training showed.
package struct TrainingStep: Hashable, Sendable {
  /// 1 for the first.
  package let number: Int
  /// The batch's mean loss, before the step.
  package let loss: Double
  package let rate: Double
}

/// A training of a model that comes with the program: each element is a step.
package protocol ModelTraining: Sequence, IteratorProtocol, Sendable
where Element == TrainingStep {
  /// What it is called, as `noisebook train` has it.
  var name: String { get }
  var learner: Learner { get set }
  /// How good it is by now; takes a second or some.
  var marks: TrainingMarks { get }
}

/// How good a network is, in numbers by their names; the first tell most.
package typealias TrainingMarks = [(name: String, value: Double)]

extension ModelTraining {
  package var plan: TrainingPlan { learner.plan }
  package var taken: Int { learner.taken }

  /// What is learned so far as a file: the average, which answers best.
  package var weights: Data {
    let average = learner.average.parameters
    return Safetensors.data(
      zip(average.names, average.tensors).map { (name: $0, tensor: $1) },
      notes: ["model": name, "steps": "\(taken)", "seed": "\(plan.seed)"])
  }
}
