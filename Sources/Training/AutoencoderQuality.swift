package import Diffusion

/// How well a VQ-VAE brings back glyphs, and how it uses its codes.
package struct AutoencoderQuality: Sendable {
  package let glyphs: Images
  package let reconstructions: Images
  /// The mean squared difference of their pixels.
  package let meanSquaredError: Double
  /// The variance of the glyphs' pixels.
  package let pixelVariance: Double
  package let use: CodebookUse

  package init(_ autoencoder: GlyphAutoencoder, on glyphs: Images, isQuantising: Bool = true) {
    let latents = autoencoder.latents(of: glyphs)
    self.glyphs = glyphs
    reconstructions = autoencoder.images(of: latents, isQuantising: isQuantising)
    let count = Double(glyphs.values.count)
    let mean = glyphs.values.reduce(0, +) / count
    pixelVariance = glyphs.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    meanSquaredError =
      zip(glyphs.values, reconstructions.values)
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / count
    use = CodebookUse(autoencoder.codes(of: latents), of: VQVAE.codes)
  }

  /// Of the first glyphs that nothing has seen.
  package init(_ autoencoder: GlyphAutoencoder, ofFresh count: Int) {
    self.init(autoencoder, on: GlyphSet.fresh.glyphs(Array(0..<count)).images)
  }

  /// The error as a share of the pixels' variance: what a gray of the mean would leave is 1.
  package var errorShare: Double { meanSquaredError / pixelVariance }
}
