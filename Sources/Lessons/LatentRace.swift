package import Diffusion
package import Figures
import Training

/// The same number of digits by the same steps, among pixels and among latents.
package struct LatentRace: Sendable {
  private let sampler: Sampler
  private let networks: LatentNetworks
  private let pixels: GlyphDenoiser
  private let latents: LatentDenoiser
  private let starts: (pixels: Images, latents: Latents)
  private let seed: UInt64

  package init(_ sampler: Sampler, count: Int, seed: UInt64) throws(FigureError) {
    networks = try LatentNetworks()
    pixels = GlyphDenoiser(
      try TrainableModel.glyphs.learned(), sampler.schedule, label: 3,
      learned: try Settings.glyphSchedule())
    latents = networks.denoiser(sampler.schedule, label: 3)
    starts = (
      .normal(0..<count, seed: seed, stream: 0), .normal(0..<count, seed: seed, stream: 0)
    )
    (self.sampler, self.seed) = (sampler, seed)
  }

  @discardableResult
  package func drawPixels() -> Images {
    ReverseCloud(sampler, pixels, from: starts.pixels, seed: seed).end
  }

  /// Decoding included.
  @discardableResult
  package func drawLatents() -> Images {
    networks.images(
      ofScaled: ReverseCloud(sampler, latents, from: starts.latents, seed: seed).end)
  }
}
