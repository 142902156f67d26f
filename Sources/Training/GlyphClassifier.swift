package import Diffusion
package import Networks
import Probability

/// A network that tells which digit a glyph is.
///
///     16 x 16 pixels, 16 channels -> 8 x 8, 32 -> 4 x 4, 48 -> 64 features -> 10 digits
package struct GlyphClassifier: Sendable {
  /// What it learns, as it is at first.
  package let fresh: Parameters
  private let convolutions: [Convolution]
  private let features: Linear
  private let last: Linear

  package init(seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    let channels = [1, 16, 32, 48]
    convolutions = (0..<3).map { level in
      Convolution(
        channels[level], channels[level + 1], gain: 2, in: &parameters, "conv.\(level)",
        using: &generator)
    }
    features = Linear(16 * 48, 64, in: &parameters, "features", using: &generator)
    last = Linear(64, Glyph.labels.count, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// The last layer but one, [n, 64], and what the digits score, [n, 10]: the highest is the guess.
  func pass(
    _ images: Variable, _ parameters: Parameters.Placed
  ) -> (features: Variable, scores: Variable) {
    let outer = convolutions[0](images, parameters).silu().halved()
    let inner = convolutions[1](outer, parameters).silu().halved()
    let deep = convolutions[2](inner, parameters).silu()
    let features = features(deep.reshaped([images.shape[0], 16 * 48]), parameters).gelu()
    return (features, last(features, parameters))
  }
}

/// What a classifier says of some images.
package struct GlyphReading: Sendable {
  /// The digit it takes each for.
  package let labels: [Int]
  /// 64 numbers an image, which the digits are told apart by.
  package let features: [[Double]]

  package init(of images: Images, _ parameters: Parameters) {
    let parts = stride(from: 0, to: images.count, by: 50).map {
      images.part($0..<min($0 + 50, images.count))
    }
    let found = inParallel(parts.count) { index in
      let tape = Tape()
      let pass = ClassifierTraining.network.pass(
        tape.constant(Tensor(parts[index])), parameters.on(tape))
      return (pass.scores.value.asRows, pass.features.value.asRows)
    }
    labels = found.flatMap(\.0).map { scores in
      scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
    features = found.flatMap(\.1)
  }

  /// The mean squared distance of the features from their mean: how much the images differ.
  package var spread: Double {
    guard let width = features.first?.count else { return 0 }
    let count = Double(features.count)
    return (0..<width).reduce(0) { sum, column in
      let numbers = features.map { $0[column] }
      let mean = numbers.reduce(0, +) / count
      return sum + numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    }
  }
}

extension Tensor {
  fileprivate var asRows: [[Double]] {
    (0..<rows).map { row in values[row * width..<(row + 1) * width].map(Double.init) }
  }
}

/// The training of the classifier, on glyphs that it sees once each.
package struct ClassifierTraining: ModelTraining {
  package static let name = "glyph-classifier"
  package var name: String { Self.name }
  package var learner: Learner

  package static let network = GlyphClassifier()

  package init(steps: Int? = nil, seed: UInt64 = 0) {
    learner = Learner(
      Self.network.fresh, plan: TrainingPlan(steps: steps ?? 4000, batch: 50, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let first = (number - 1) * plan.batch + Int(plan.seed % 1000) * 1_000_000_000
    let (images, labels) = GlyphSet.classifierTraining.glyphs(Array(first..<first + plan.batch))
    let loss = Self.network.pass(tape.constant(Tensor(images)), placed).scores
      .crossEntropy(labels)
    return learner.step(down: loss, tape, placed)
  }

  package var marks: TrainingMarks {
    let (images, labels) = GlyphSet.fresh.glyphs(Array(0..<2000))
    let reading = GlyphReading(of: images, learner.average.parameters)
    let right = zip(reading.labels, labels).count { $0 == $1 }
    return [("recognised", Double(right) / Double(labels.count))]
  }
}
