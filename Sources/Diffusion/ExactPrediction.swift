package import Probability
import RealModule

/// What is known of the clean number from the noisy one, exactly, for data of a known law.
///
///     score          = d/dx log q(x_t)
///     expected noise = E[noise given x_t] = -sqrt(1 - abar_t) score
///     expected x_0   = E[x_0 given x_t]   = (x_t + (1 - abar_t) score) / sqrt(abar_t)
///
/// The expected noise is what a network trained with the simple loss would predict at best.
/// Source: Robbins 1956 (Tweedie's formula); DDPM, equations 12 and 14; Song and Ermon 2019.
package struct ExactPrediction: Hashable, Sendable {
  /// The natural logarithm of the density of x_t.
  package let logDensity: Double
  package let score: Double
  package let expectedNoise: Double
  package let expectedX0: Double

  /// The prediction at x_t for data of law `data`; `t` is in 1...T.
  ///
  /// The expected x_0 is the mean of the law of x_0 given x_t, a mixture too: the formula above
  /// subtracts nearly equal numbers where abar is small.
  package init(of data: Mixture, _ schedule: Schedule, at t: Int, xt: Double) {
    (logDensity, score) = data.noisyDensity(
      at: xt, shrinkage: schedule.shrinkage(at: t), noise: schedule.oneMinusAlphaBar[t])
    expectedNoise = -schedule.noiseScale(at: t) * score
    expectedX0 =
      data.posterior(
        given: xt, scale: schedule.signalScale(at: t), noise: schedule.oneMinusAlphaBar[t]
      ).mean
  }
}

/// The best possible denoiser for points of a known law.
package struct ExactDenoiser: Sendable {
  package let schedule: Schedule
  package let data: any Distribution2D

  package init(_ data: any Distribution2D, _ schedule: Schedule) {
    self.data = data
    self.schedule = schedule
  }

  /// The expected noise in each x_t: -sqrt(1 - abar_t) score; `t` is in 1...T.
  package func noise(in points: Points2D, at t: Int) -> Points2D {
    schedule.diffused(data, to: t).scores(at: points).scaled(by: -schedule.noiseScale(at: t))
  }

  /// The expected x_0 of each x_t.
  package func starts(of points: Points2D, at t: Int) -> Points2D {
    schedule.starts(of: points, noise: noise(in: points, at: t), at: t)
  }
}
