import Diffusion
import Networks

/// Glyphs as a VQ-VAE writes them down: 4 by 4 places of 4 numbers each.
package struct Latents: Pictures {
  package static let side = 4
  package static let channels = 4
  package static var numbers: Int { side * side * channels }

  /// Place by place in rows from the top left, the four numbers of a place together.
  package let values: [Double]

  package init(_ values: [Double]) {
    precondition(values.count.isMultiple(of: Self.numbers), "\(values.count) are no latents")
    self.values = values
  }

  /// One of the four numbers of each place: a picture of 4 by 4.
  package func channel(_ channel: Int, of index: Int) -> [Double] {
    stride(from: channel, to: Self.numbers, by: Self.channels).map { self[index][$0] }
  }
}

extension Tensor {
  /// Latents as a network takes them: [count, 4, 4, 4].
  init(_ latents: Latents) {
    self.init(
      [latents.count, Latents.side, Latents.side, Latents.channels],
      latents.values.map { Float($0) })
  }
}
