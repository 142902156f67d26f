import RealModule

/// How much fresh noise a reverse step adds.
package enum ReverseNoise: Hashable, Sendable {
  /// sigma = eta sqrt(beta-tilde) (DDIM, equation 16): 0 is DDIM, 1 is DDPM with beta-tilde.
  case eta(Double)
  /// The mean of eta = 1 with noise of variance beta, the larger "sigma-hat" (DDIM, appendix D.3);
  /// one step at a time it is DDPM with sigma^2 = beta.
  case sigmaHat
  /// The mean of eta = 1 with noise scaled by beta-tilde instead of its root: a slip, kept to show
  /// what becomes of it.
  case unrooted
}

/// One step of a sampler, from t to an earlier step: DDPM and DDIM in one formula.
///
///     predicted x_0 = (x_t - sqrt(1 - abar_t) noise) / sqrt(abar_t)             (DDIM, equation 9)
///     x_previous    = sqrt(abar_previous) predicted x_0
///                   + direction noise + sigma fresh noise                      (DDIM, equation 12)
///
/// with direction^2 = 1 - abar_previous - sigma^2. With beta of the pair and
/// 1 - abar_t = beta + alpha (1 - abar_previous) that is
///
///     direction^2 = (1 - abar_previous) (1 - eta^2 beta / (1 - abar_t))
///                 = (1 - abar_previous)
///                   (alpha (1 - abar_previous) + (1 - eta^2) beta) / (1 - abar_t)
///
/// whose terms are positive up to eta = 1, so no digits cancel.
package struct ReverseStep: Hashable, Sendable {
  package let posterior: Posterior
  /// sqrt(abar_t).
  package let signal: Double
  /// sqrt(1 - abar_t).
  package let noiseScale: Double
  /// sqrt(abar_previous).
  package let previousSignal: Double
  /// The factor of the predicted noise.
  package let direction: Double
  /// The factor of the fresh noise; 0 where `previous` is 0, but for a slip.
  package internal(set) var sigma: Double

  package var t: Int { posterior.t }
  package var previous: Int { posterior.previous }

  /// `t` is in 1...T, `previous` in 0..<t, and eta at least 0 and at most ``Schedule/etaBound(at:previous:)``.
  package init(_ schedule: Schedule, at t: Int, previous: Int, noise: ReverseNoise) {
    posterior = schedule.posterior(at: t, previous: previous)
    signal = schedule.signalScale(at: t)
    noiseScale = schedule.noiseScale(at: t)
    previousSignal = schedule.signalScale(at: previous)
    let eta = if case .eta(let eta) = noise { eta } else { 1.0 }
    let rest = schedule.oneMinusAlphaBar[previous]
    let kept = posterior.alpha * rest + (1 - eta * eta) * posterior.beta
    direction = .sqrt(max(0, rest * kept / schedule.oneMinusAlphaBar[t]))
    sigma =
      switch noise {
      case .eta(let eta): eta * .sqrt(posterior.variance)
      case .sigmaHat: previous == 0 ? 0 : .sqrt(posterior.beta)
      case .unrooted: posterior.variance
      }
  }

  /// x_0 as x_t and the noise in it give it.
  package func predictedX0(xt: Double, noise: Double) -> Double {
    (xt - noiseScale * noise) / signal
  }

  /// The mean of x_previous.
  package func mean(xt: Double, noise: Double) -> Double {
    previousSignal * predictedX0(xt: xt, noise: noise) + direction * noise
  }

  /// The factors of x_t and of the predicted noise in the mean.
  ///
  ///     mean = sqrt(abar_previous / abar_t) x_t
  ///          + (direction - sqrt(abar_previous / abar_t) sqrt(1 - abar_t)) noise
  package var meanFactors: (xt: Double, noise: Double) {
    let stretch = posterior.scaleXt
    return (stretch, direction - stretch * noiseScale)
  }
}

extension Schedule {
  /// The largest eta of the pair, where nothing is left for the predicted noise.
  ///
  ///     sigma^2 <= 1 - abar_previous,   so   eta^2 <= (1 - abar_t) / beta of the pair
  ///
  /// It is 1 at `previous` = 0, where sigma is 0 whatever eta is. Source: from DDIM, equation 7.
  package func etaBound(at t: Int, previous: Int) -> Double {
    .sqrt(oneMinusAlphaBar[t] / merged(after: previous, through: t).beta)
  }
}
