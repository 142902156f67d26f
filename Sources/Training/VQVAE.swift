package import Networks
import Probability

/// A VQ-VAE of glyphs: an encoder to 4 by 4 places of 4 numbers, a codebook, and a decoder.
///
///     16 x 16 pixels, 32 channels -> 8 x 8, 64 -> 4 x 4, 4 numbers a place: the latent
///     the 4 numbers of each place -> the nearest of 64 codes
///     4 x 4, 64 channels -> 8 x 8, 32 -> 16 x 16 pixels
///
/// Source: van den Oord, Vinyals and Kavukcuoglu 2017, "Neural Discrete Representation Learning".
package struct VQVAE: Sendable {
  /// What it learns, as it is at first.
  package let fresh: Parameters
  private let encoder: [Convolution]
  private let toLatent: Linear
  private let codebook: Parameters.Key
  private let decoder: [Convolution]

  /// The codes of the codebook, and the numbers of each.
  package static let codes = 64
  static let codebookName = "codebook"

  package init(seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    func layers(_ name: String, _ channels: [Int], last: Double) -> [Convolution] {
      (0..<channels.count - 1).map { index in
        Convolution(
          channels[index], channels[index + 1], gain: index == channels.count - 2 ? last : 2,
          in: &parameters, "\(name).\(index)", using: &generator)
      }
    }
    encoder = layers("encoder", [1, 32, 32, 64, 64], last: 2)
    toLatent = Linear(64, Latents.channels, in: &parameters, "latent", using: &generator)
    codebook = parameters.add(
      Self.codebookName,
      Tensor(normal: [Self.codes, Latents.channels], deviation: 1, using: &generator))
    decoder = layers("decoder", [Latents.channels, 64, 64, 32, 32, 1], last: 1)
    fresh = parameters
  }

  /// Images, [n, 16, 16, 1], to latents, [n, 4, 4, 4].
  func encoded(_ images: Variable, _ parameters: Parameters.Placed) -> Variable {
    let large = encoder[1](encoder[0](images, parameters).silu(), parameters).silu()
    let medium = encoder[2](large.halved(), parameters).silu()
    let small = encoder[3](medium.halved(), parameters).silu()
    return toLatent(small, parameters)
  }

  /// Latents to images.
  func decoded(_ latents: Variable, _ parameters: Parameters.Placed) -> Variable {
    let small = decoder[1](decoder[0](latents, parameters).silu(), parameters).silu()
    let medium = decoder[2](small.doubled(), parameters).silu()
    let large = decoder[3](medium.doubled(), parameters).silu()
    return decoder[4](large, parameters)
  }

  /// The nearest code of each place: its number, and the codes themselves in the latent's shape.
  func quantised(_ latent: Tensor, _ parameters: Parameters.Placed) -> (codes: [Int], Tensor) {
    let table = parameters[codebook].value
    let codes = latent.nearestRows(of: table)
    return (codes, table.rows(codes).reshaped(latent.shape))
  }

  /// The error of the pixels, and what pulls latents and codes together.
  ///
  ///     |x - decoded(code)|^2 + |sg(latent) - code|^2 + 0.25 |latent - sg(code)|^2
  ///
  /// sg stands for numbers that hand no slope on. To the encoder the code counts as its latent.
  /// Source: van den Oord et al. 2017, equation 3.
  func loss(
    _ images: Tensor, _ parameters: Parameters.Placed, on tape: Tape
  ) -> Variable {
    let latent = encoded(tape.constant(images), parameters)
    let (codes, nearest) = quantised(latent.value, parameters)
    let output = decoded(latent.straightThrough(nearest), parameters)
    let moved = parameters[codebook].gathered(codes).reshaped(latent.shape)
    return output.meanSquaredError(images) + moved.meanSquaredError(latent.value)
      + latent.meanSquaredError(nearest).scaled(by: Self.commitment)
  }

  static let commitment: Float = 0.25
}
