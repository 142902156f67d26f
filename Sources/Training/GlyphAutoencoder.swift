package import Diffusion
package import Networks
import Probability

/// A trained VQ-VAE at work: glyphs to latents, and latents to glyphs.
package struct GlyphAutoencoder: Sendable {
  private let parameters: Parameters

  package init(_ parameters: Parameters) { self.parameters = parameters }

  /// What goes through the network at once.
  private static let atOnce = 32

  /// The latents of images, before quantisation.
  package func latents(of images: Images) -> Latents {
    inParts(images) { images, placed, tape in
      Latents(network.encoded(tape.constant(Tensor(images)), placed).value)
    }
  }

  /// The number of the code that is nearest to each place, 16 an image.
  package func codes(of latents: Latents) -> [Int] {
    Tensor(latents).nearestRows(of: codebook)
  }

  /// The nearest code in place of each place's numbers.
  package func quantised(_ latents: Latents) -> Latents {
    Latents(codebook.rows(codes(of: latents)))
  }

  /// The images of latents: quantised first, as the decoder has learned it, or as they are.
  package func images(of latents: Latents, isQuantising: Bool = true) -> Images {
    inParts(isQuantising ? quantised(latents) : latents) { latents, placed, tape in
      Images(network.decoded(tape.constant(Tensor(latents)), placed).value.values.map(Double.init))
    }
  }

  /// There and back.
  package func reconstructed(_ images: Images) -> Images { self.images(of: latents(of: images)) }

  /// The codes, each of four numbers.
  package var codebook: Tensor {
    parameters[VQVAE.codebookName] ?? Tensor(zeros: [VQVAE.codes, Latents.channels])
  }

  private var network: VQVAE { AutoencoderTraining.network }

  private func inParts<Input: Pictures, Output: Pictures>(
    _ pictures: Input,
    _ work: @Sendable (Input, Parameters.Placed, Tape) -> Output
  ) -> Output {
    pictures.inParts(of: Self.atOnce) { some in
      let tape = Tape()
      return work(some, parameters.on(tape), tape)
    }
  }
}

extension Latents {
  /// A network's answer, [n, 4, 4, 4] or a row a place.
  init(_ tensor: Tensor) { self.init(tensor.values.map(Double.init)) }

  /// The mean of all numbers, and their deviation from it.
  package var moments: (mean: Double, deviation: Double) {
    let count = Double(max(1, values.count))
    let mean = values.reduce(0, +) / count
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (square / count).squareRoot())
  }
}
