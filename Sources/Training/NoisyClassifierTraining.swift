package import Diffusion
import Networks
package import Probability

/// A network that finds the class of noisy points of the plane.
///
///     h   = W [x, y] + W [sines of t]
///     h  <- h + silu(W h)         once a block
///     out = W silu(h)             a number for each label, the unnormalised log probabilities
///
/// Coordinates go in as they are, so that the tape leads back to them: guidance needs that slope.
package struct ClassifierNetwork: Sendable {
  let labels: Int
  let fresh: Parameters
  private let first: Linear
  private let clock: Linear
  private let blocks: [Linear]
  private let last: Linear
  private let time: SinusoidalEmbedding

  package init(labels: Int, width: Int = 64, blocks count: Int = 3, seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    self.labels = labels
    time = SinusoidalEmbedding(width: width)
    first = Linear(2, width, gain: 4, in: &parameters, "first", using: &generator)
    clock = Linear(width, width, in: &parameters, "clock", using: &generator)
    blocks = (0..<count).map {
      Linear(width, width, in: &parameters, "blocks.\($0)", using: &generator)
    }
    last = Linear(width, labels, gain: 0, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// Unnormalised log probabilities, [points, labels].
  func logits(
    of points: Variable, _ steps: [Int], _ parameters: Parameters.Placed, on tape: Tape
  ) -> Variable {
    let times = tape.constant(time(steps.map(Double.init)))
    var hidden = first(points, parameters) + clock(times, parameters)
    for block in blocks { hidden = hidden + block(hidden.silu(), parameters) }
    return last(hidden.silu(), parameters)
  }
}

/// Training of a classifier on noisy points: a label, a step, a noise; the jump; the label's
/// surprise.
///
/// Draws of step k are those of stream k. Source: Dhariwal and Nichol 2021, section 4.
package struct NoisyClassifierTraining: Sequence, IteratorProtocol, Sendable {
  private let network: ClassifierNetwork
  private let data: any Distribution2D
  private let schedule: Schedule
  private var learner: Learner

  package init(
    on data: any Distribution2D, _ schedule: Schedule, steps: Int, batch: Int = 256,
    rate: Double = 3e-3, seed: UInt64
  ) {
    network = ClassifierNetwork(labels: data.labelCount, seed: seed)
    (self.data, self.schedule) = (data, schedule)
    learner = Learner(
      network.fresh, plan: .brief(steps: steps, batch: batch, rate: rate, seed: seed))
  }

  /// Steps that were taken.
  package var taken: Int { learner.taken }

  /// Takes a step: the batch's cross-entropy before it, in nats; nil at the end.
  package mutating func next() -> Double? {
    guard let number = learner.next else { return nil }
    var generator = CounterGenerator(seed: learner.plan.seed, stream: UInt64(number))
    let examples = LabelledExamples(learner.plan.batch, of: data, schedule, using: &generator)
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let loss = network.logits(
      of: tape.constant(examples.noisy.asRows), examples.steps, placed, on: tape
    ).crossEntropy(examples.labels)
    return learner.step(down: loss, tape, placed).loss
  }

  /// What is learned so far, asked for one class.
  package func classifier(label: Int) -> TrainedClassifier {
    TrainedClassifier(network, learner.average.parameters, label: label)
  }
}

/// A classifier that was trained on noisy points, to stand where the exact one stands.
package struct TrainedClassifier: NoisyClassifier {
  private let network: ClassifierNetwork
  private let parameters: Parameters
  private let label: Int

  init(_ network: ClassifierNetwork, _ parameters: Parameters, label: Int) {
    (self.network, self.parameters, self.label) = (network, parameters, label)
  }

  /// The slope of the log probability, by the same backward pass that trains, on to the points.
  package func gradient(in points: Points2D, at t: Int) -> Points2D {
    let tape = Tape()
    let place = tape.variable(points.asRows)
    let surprise = surprise(place, t, on: tape)
    let slopes = Points2D(rows: tape.gradients(of: surprise)[place])
    // The surprise is the mean over the points of minus the log probability.
    return slopes.scaled(by: -Double(points.count))
  }

  /// The mean of minus the log probability of the class, over points that are all of it, in nats.
  package func crossEntropy(of points: Points2D, at t: Int) -> Double {
    let tape = Tape()
    return Double(surprise(tape.constant(points.asRows), t, on: tape).value.values[0])
  }

  private func surprise(_ place: Variable, _ t: Int, on tape: Tape) -> Variable {
    let count = place.shape[0]
    return network.logits(
      of: place, Array(repeating: t, count: count), parameters.on(tape), on: tape
    ).crossEntropy(Array(repeating: label, count: count))
  }
}
