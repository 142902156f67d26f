package import Diffusion
package import Probability

/// A denoiser whose guesses are taken back to where data are, for a sampler.
///
/// The noise says where x_0 lies: (x_t - sqrt(1 - abar_t) noise) / sqrt(abar_t). One start in some
/// thousands lies where a network has hardly learned; it would be thrown far out, and not come back.
/// A loss is measured without this, for it would hide what the network does not know. Source: DDPM's
/// program, `clip_denoised`.
package struct ClippedDenoiser<Base: Denoiser<Points2D>>: Denoiser {
  private let base: Base
  private let schedule: Schedule

  package init(_ base: Base, _ schedule: Schedule) {
    (self.base, self.schedule) = (base, schedule)
  }

  /// Where data of variance 1 end; of the lessons' 2,000 draws each reach 2.4.
  private var reach: Double { 4 }

  /// The guess of the whole noise in each x_t, where x_0 then is inside; `t` is in 1...T.
  package func noise(in points: Points2D, at t: Int) -> Points2D {
    let (signal, scale) = (schedule.signalScale(at: t), schedule.noiseScale(at: t))
    func clipped(_ noise: Double, _ x: Double) -> Double {
      let start = (x - scale * noise) / signal
      guard abs(start) > reach else { return noise }
      return (x - signal * (start > 0 ? reach : -reach)) / scale
    }
    let found = base.noise(in: points, at: t)
    return Points2D(
      xs: zip(found.xs, points.xs).map(clipped), ys: zip(found.ys, points.ys).map(clipped))
  }
}
