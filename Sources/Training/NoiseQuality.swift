package import Diffusion
package import Probability

/// How near a denoiser is to the best possible one.
///
/// The exact answer is the mean of the noise given x_t, so what it leaves is at right angles to
/// anything made of x_t, and the loss of another answer falls into two parts:
///
///     E |noise - answer|^2 = E |noise - exact|^2 + E |exact - answer|^2
///                          =       floor         +       excess
///
/// The second is measured directly: as a difference of two losses it would drown in their scatter.
package struct NoiseQuality: Hashable, Sendable {
  /// The loss of the exact answers, per coordinate.
  package let floor: Double
  /// What the denoiser's loss has more.
  package let excess: Double

  package var loss: Double { floor + excess }
  /// The excess as a part of the floor.
  package var share: Double { excess / floor }

  /// The mean over `times` steps, evenly spread over 1...T, of `draws` points each.
  package init(
    of denoiser: any Denoiser<Points2D>, on data: any Distribution2D, _ schedule: Schedule,
    times: Int = 100, draws: Int = 100, seed: UInt64 = 0
  ) {
    let steps = (0..<times).map { 1 + (2 * $0 + 1) * schedule.steps / (2 * times) }
    self.init(of: denoiser, on: data, schedule, at: steps, draws: draws, seed: seed)
  }

  /// The mean over steps of 1...T, of `draws` points each.
  package init(
    of denoiser: any Denoiser<Points2D>, on data: any Distribution2D, _ schedule: Schedule,
    at steps: [Int], draws: Int, seed: UInt64 = 0
  ) {
    let exact = ExactDenoiser(data, schedule)
    var (floor, excess) = (0.0, 0.0)
    for (index, t) in steps.enumerated() {
      // Above the streams of a training's batches.
      var generator = CounterGenerator(seed: seed, stream: 1 << 40 + UInt64(index))
      let starts = data.draw(draws, using: &generator).points
      let noise = generator.normalPoints(draws)
      let noisy = schedule.jump(starts, to: t, noise: noise)
      let best = exact.noise(in: noisy, at: t)
      floor += noise.meanSquare(less: best)
      excess += denoiser.noise(in: noisy, at: t).meanSquare(less: best)
    }
    (self.floor, self.excess) = (floor / Double(steps.count), excess / Double(steps.count))
  }
}

extension Points2D {
  /// The mean over points and coordinates of the squared difference.
  fileprivate func meanSquare(less other: Points2D) -> Double {
    let rest = combined(1, with: other, -1)
    return zip(rest.xs, rest.ys).reduce(0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 } / Double(2 * count)
  }
}
