import CNetworkLoops
import RealModule

/// A number as the sines and cosines of its multiples, so that a network can tell near numbers
/// apart.
///
///     [sin(w_0 x), ..., sin(w_{h-1} x), cos(w_0 x), ..., cos(w_{h-1} x)]
///
/// with w_i = 10000^(-i / (h - 1)) and h half the width. Source: Vaswani et al. 2017, section 3.5,
/// with the frequencies of DDPM's program.
package struct SinusoidalEmbedding: Hashable, Sendable {
  /// In full turns a unit.
  private let turns: [Double]

  /// `width` is even and at least 4; numbers are multiplied by `scale` first.
  package init(width: Int, scale: Double = 1) {
    let half = width / 2
    turns = (0..<half).map {
      scale / (2 * .pi) * .exp(-Double.log(10_000) * Double($0) / Double(half - 1))
    }
  }

  /// Of how many sines and cosines a number is made.
  package var width: Int { 2 * turns.count }

  /// [count, width].
  package func callAsFunction(_ numbers: [Double]) -> Tensor { Self.joined([(self, numbers)]) }

  /// Embeddings of several lists of equal length side by side: [count, sum of the widths].
  package static func joined(_ parts: [(embedding: Self, numbers: [Double])]) -> Tensor {
    let rows = parts.first?.numbers.count ?? 0
    let width = parts.reduce(0) { $0 + $1.embedding.width }
    let values = [Float](unsafeUninitializedCapacity: rows * width) { buffer, filled in
      filled = rows * width
      guard var place = buffer.baseAddress else { return }
      for (embedding, numbers) in parts {
        let waves = embedding.turns
        network_waves(rows, numbers, waves.count, waves, width, place)
        place += embedding.width
      }
    }
    return Tensor([rows, width], values)
  }
}
