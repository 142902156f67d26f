package import Diffusion
import Networks
package import Probability

/// A network that finds the noise in points of the plane, told of their class or not.
///
///     h   = W [sines of x, y and t] + (a learned row for the label)
///     h  <- h + gelu(W h)         once a block
///     out = W gelu(h)             two numbers, the noise of x and of y
///
/// Beside the rows of the labels there is one for no label, the null label. Source: Ho and Salimans
/// 2022, section 3.2.
package struct LabelledNetwork: Sendable {
  /// The number of labels; the null label is that number.
  package let labels: Int
  let fresh: Parameters
  private let first: Linear
  private let rows: Embedding
  private let blocks: [Linear]
  private let last: Linear
  private let place: SinusoidalEmbedding
  private let time: SinusoidalEmbedding

  /// `width` numbers between the layers, even; weights by `seed`.
  package init(labels: Int, width: Int = 64, blocks count: Int = 2, seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    self.labels = labels
    place = SinusoidalEmbedding(width: width, scale: 25)
    time = SinusoidalEmbedding(width: width)
    first = Linear(3 * width, width, in: &parameters, "first", using: &generator)
    rows = Embedding(labels + 1, width, in: &parameters, "labels", using: &generator)
    blocks = (0..<count).map {
      Linear(width, width, in: &parameters, "blocks.\($0)", using: &generator)
    }
    last = Linear(width, 2, gain: 0, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// The predicted noise, [points, 2].
  func noise(
    in points: Points2D, _ steps: [Int], _ labels: [Int], _ parameters: Parameters.Placed,
    on tape: Tape
  ) -> Variable {
    let inputs = SinusoidalEmbedding.joined([
      (place, points.xs), (place, points.ys), (time, steps.map(Double.init)),
    ])
    var hidden = first(tape.constant(inputs), parameters) + rows(labels, parameters)
    for block in blocks { hidden = hidden + block(hidden, parameters).gelu() }
    return last(hidden.gelu(), parameters)
  }
}

/// Training of one network for both answers: each step drops some of its labels.
///
///     repeat
///       (x_0, y) from the data; with probability p_uncond the null label for y
///       t from 1...T, noise from N(0, I)
///       a step down the slope of |noise - network(x_t, t, y)|^2
///
/// Draws of step k are those of stream k. Source: Ho and Salimans 2022, Algorithm 1.
package struct LabelledTraining: Sequence, IteratorProtocol, Sendable {
  package let network: LabelledNetwork
  private let data: any Distribution2D
  private let schedule: Schedule
  private let dropping: Double
  private var learner: Learner

  /// `dropping` is the probability with which a label is dropped.
  package init(
    on data: any Distribution2D, _ schedule: Schedule, dropping: Double, steps: Int,
    batch: Int = 128, rate: Double = 3e-3, seed: UInt64
  ) {
    network = LabelledNetwork(labels: data.labelCount, seed: seed)
    (self.data, self.schedule, self.dropping) = (data, schedule, dropping)
    learner = Learner(
      network.fresh, plan: .brief(steps: steps, batch: batch, rate: rate, seed: seed))
  }

  /// Steps that were taken.
  package var taken: Int { learner.taken }

  /// Takes a step: the batch's mean squared error before it; nil at the end.
  package mutating func next() -> Double? {
    guard let number = learner.next else { return nil }
    var generator = CounterGenerator(seed: learner.plan.seed, stream: UInt64(number))
    let examples = LabelledExamples(learner.plan.batch, of: data, schedule, using: &generator)
    let labels = examples.labels.map {
      generator.nextUniform() < dropping ? network.labels : $0
    }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let loss = network.noise(in: examples.noisy, examples.steps, labels, placed, on: tape)
      .meanSquaredError(examples.noise.asRows)
    return learner.step(down: loss, tape, placed).loss
  }

  /// What is learned so far, asked with a label, or without where it is nil.
  package func denoiser(label: Int?) -> LabelledDenoiser {
    LabelledDenoiser(network, learner.average.parameters, label: label ?? network.labels)
  }
}

/// A network that was trained with labels, asked for one of them.
package struct LabelledDenoiser: Denoiser {
  private let network: LabelledNetwork
  private let parameters: Parameters
  private let label: Int

  init(_ network: LabelledNetwork, _ parameters: Parameters, label: Int) {
    (self.network, self.parameters, self.label) = (network, parameters, label)
  }

  /// The network's guess of the whole noise in each x_t; `t` is a step of what it learned.
  package func noise(in points: Points2D, at t: Int) -> Points2D {
    let tape = Tape()
    let found = network.noise(
      in: points, Array(repeating: t, count: points.count),
      Array(repeating: label, count: points.count), parameters.on(tape), on: tape)
    return Points2D(rows: found.value)
  }
}
