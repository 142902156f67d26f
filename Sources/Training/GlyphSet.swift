package import Diffusion
import Networks
import Probability

/// Glyphs by their numbers: each is drawn anew from a seed, so that there is nothing to keep.
package struct GlyphSet: Hashable, Sendable {
  private let seed: UInt64

  /// What the U-Net has seen: the first ``trainingCount``.
  package static let training = GlyphSet(seed: 1)
  /// What the classifier has seen.
  static let classifierTraining = GlyphSet(seed: 2)
  /// What nothing has seen.
  package static let fresh = GlyphSet(seed: 3)

  package static let trainingCount = 20_000

  /// The digits take turns.
  package static func label(of number: Int) -> Int { number % Glyph.labels.count }

  /// 256 pixels from -1 to 1, row by row.
  package func glyph(_ number: Int) -> [Double] {
    var generator = CounterGenerator(seed: seed, stream: UInt64(number))
    return Glyph.drawn(Self.label(of: number), using: &generator)
  }

  /// Some glyphs and their labels.
  package func glyphs(_ numbers: [Int]) -> (images: Images, labels: [Int]) {
    (Images(numbers.flatMap(glyph)), numbers.map(Self.label))
  }

  /// Of the first `count` glyphs of a label, the one nearest to each of some images: its number, and
  /// the root of the mean squared difference of their pixels.
  package func nearest(
    to images: Images, label: Int, among count: Int = trainingCount
  ) -> [(number: Int, distance: Double)] {
    let numbers = Array(stride(from: label, to: count, by: Glyph.labels.count))
    let glyphs = inParallel(numbers.count) { glyph(numbers[$0]) }
    return (0..<images.count).map { index in
      let image = images[index]
      let squares = glyphs.map { glyph in
        zip(glyph, image).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      let least = squares.indices.min { squares[$0] < squares[$1] } ?? 0
      return (numbers[least], (squares[least] / Double(Images.pixels)).squareRoot())
    }
  }
}

extension Schedule {
  /// The noisy images at step t: the jump of lesson 03, pixel by pixel.
  package func jump(_ starts: Images, to t: Int, noise: Images) -> Images {
    starts.combined(signalScale(at: t), with: noise, noiseScale(at: t))
  }
}

extension Tensor {
  /// Images as a network takes them: [count, 16, 16, 1].
  init(_ images: Images) {
    self.init([images.count, Glyph.side, Glyph.side, 1], images.values.map { Float($0) })
  }
}
