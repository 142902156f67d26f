package import Diffusion
package import Networks
import Probability

/// A classifier that has learned to read glyphs.
package struct GlyphReader: Sendable {
  let network: GlyphClassifier
  let parameters: Parameters
  /// The time it is told, where it hears one.
  let time: Double?

  /// The classifier of clean glyphs.
  package static func clean(_ learned: Parameters) -> GlyphReader {
    GlyphReader(network: ClassifierTraining.network, parameters: learned, time: nil)
  }

  /// The classifier of noisy glyphs, told the time of its own schedule: 1 for clean ones.
  package static func noisy(_ learned: Parameters, time: Double = 1) -> GlyphReader {
    GlyphReader(network: NoisyGlyphTraining.network, parameters: learned, time: time)
  }
}

/// What a classifier says of some images.
package struct GlyphReading: Sendable {
  /// The digit it takes each for.
  package let labels: [Int]
  /// 64 numbers an image, which the digits are told apart by.
  package let features: [[Double]]

  /// What the classifier of clean glyphs says, with what it has learned.
  package init(of images: Images, _ learned: Parameters) {
    self.init(of: images, by: .clean(learned))
  }

  package init(of images: Images, by reader: GlyphReader) {
    let parts = stride(from: 0, to: images.count, by: 50).map {
      images.part($0..<min($0 + 50, images.count))
    }
    let found = inParallel(parts.count) { index in
      let tape = Tape()
      let times = reader.time.map { Array(repeating: $0, count: parts[index].count) } ?? []
      let pass = reader.network.pass(
        tape.constant(Tensor(parts[index])), times: times, reader.parameters.on(tape))
      return (pass.scores.value.asRows, pass.features.value.asRows)
    }
    labels = found.flatMap(\.0).map { scores in
      scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
    features = found.flatMap(\.1)
  }

  /// The variances of the features, added up: how much the images differ.
  ///
  /// Of draws from n - 1, so that few differ as much as many in the mean; 0 of less than two.
  package var spread: Double {
    guard let width = features.first?.count, features.count > 1 else { return 0 }
    return (0..<width).reduce(0) { sum, column in
      let numbers = features.map { $0[column] }
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return sum + squares / Double(numbers.count - 1)
    }
  }
}

extension Tensor {
  fileprivate var asRows: [[Double]] {
    (0..<rows).map { row in values[row * width..<(row + 1) * width].map(Double.init) }
  }
}
