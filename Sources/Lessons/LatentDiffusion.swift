import Diffusion
import Figures
import Networks
import Plots
import Training

/// The figures of lesson 10: glyphs written down in fewer numbers, and diffusion among these.
extension Figure {
  static let latentDiffusion: [Figure] = [
    latentReconstruct, latentCodes, latentCodebook, latentNumbers, latentScale, latentNoised,
    latentSample, latentRecognised, latentCost,
  ]
}

/// The networks of this lesson, which belong together: a VQ-VAE, and a U-Net that has learned its
/// latents.
struct LatentNetworks: Sendable {
  let autoencoder: GlyphAutoencoder
  /// What latents are divided by, so that their variance is 1.
  let deviation: Double
  private let network: Parameters
  private let learned: Schedule

  init() throws(FigureError) {
    autoencoder = try .learned()
    network = try TrainableModel.latents.learned()
    learned = try Settings.glyphSchedule()
    let code = LatentCode(network)
    guard code.isOf(autoencoder) else {
      throw .unfit(
        "The U-Net has learned the latents of another VQ-VAE: noisebook train latent-unet lets it "
          + "learn those of this one.")
    }
    deviation = code.deviation
  }

  func denoiser(_ schedule: Schedule, label: Int?, weight: Double = 0) -> LatentDenoiser {
    LatentDenoiser(network, schedule, label: label, weight: weight, learned: learned)
  }

  /// The images of latents that were divided by ``deviation``.
  func images(ofScaled latents: Latents) -> Images {
    autoencoder.images(of: latents.scaled(by: deviation))
  }

  /// The latents of images, before quantisation, divided by ``deviation``.
  func scaledLatents(of images: Images) -> Latents {
    autoencoder.latents(of: images).scaled(by: 1 / deviation)
  }
}

extension GlyphAutoencoder {
  /// The VQ-VAE that was trained.
  static func learned() throws(FigureError) -> GlyphAutoencoder {
    GlyphAutoencoder(try TrainableModel.autoencoder.learned())
  }
}

extension Latents {
  /// A latent as one picture of 16 by 16: a place is four by four, its numbers two by two each.
  ///
  /// Of latents of variance 1, from -1 for -2.5 to 1 for 2.5.
  func mosaic(_ index: Int) -> [Double] {
    let numbers = self[index]
    return (0..<Images.pixels).map { pixel in
      let (row, column) = (pixel / Glyph.side, pixel % Glyph.side)
      let place = row / 4 * Latents.side + column / 4
      let channel = row % 4 / 2 * 2 + column % 4 / 2
      return min(max(numbers[place * Latents.channels + channel] / 2.5, -1), 1)
    }
  }
}
