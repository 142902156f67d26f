import RealModule

/// What a network may be asked for, given x_t: each of the three gives the other two.
///
///     x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise
///     v   = sqrt(abar_t) noise - sqrt(1 - abar_t) x_0
///
/// (x_0, noise) and (x_t, v) are one point of the plane in two systems of axes, turned against each
/// other, so that
///
///     x_0   = sqrt(abar_t) x_t - sqrt(1 - abar_t) v
///     noise = sqrt(1 - abar_t) x_t + sqrt(abar_t) v.
///
/// Source: DDPM, equations 9 and 12, for x_0 and noise; Salimans and Ho 2022, section 4, for v.
package enum Parameterisation: String, CaseIterable, Sendable {
  case noise
  case x0
  case v

  /// What a squared error of 1 in x_0 is as a squared error of this quantity; `t` is in 1...T.
  ///
  ///     noise: SNR      x_0: 1      v: SNR + 1
  ///
  /// So an unweighted loss on this quantity is a loss on x_0 with that weight (Salimans and Ho 2022,
  /// section 4, where they are called SNR and SNR+1 weighting). For a guess of x_0 that is off by d,
  /// x_t being known, the noise is off by -sqrt(SNR) d and v by
  ///
  ///     -(abar / sqrt(1 - abar) + sqrt(1 - abar)) d = -d / sqrt(1 - abar),
  ///
  /// and 1 / (1 - abar) = SNR + 1.
  package func weight(_ schedule: Schedule, at t: Int) -> Double {
    switch self {
    case .noise: schedule.signalToNoiseRatio(at: t)
    case .x0: 1
    case .v: 1 / schedule.oneMinusAlphaBar[t]
    }
  }

  /// The least mean squared error of a guess of this quantity from x_t, where the data are normal:
  /// its variance given x_t.
  ///
  ///     noise: abar v / D     x_0: (1 - abar) v / D     v: v / D,   D = abar v + 1 - abar
  ///
  /// where v at the right is the data's `variance`. `t` is in 1...T.
  package func leastLoss(_ schedule: Schedule, at t: Int, variance: Double) -> Double {
    let share = variance / (schedule.alphaBar[t] * variance + schedule.oneMinusAlphaBar[t])
    return switch self {
    case .noise: schedule.alphaBar[t] * share
    case .x0: schedule.oneMinusAlphaBar[t] * share
    case .v: share
    }
  }
}
