package import Probability
import RealModule

/// The bound on -log p for normal data, term by term, with the exact noise prediction.
///
/// Data N(m, v), in one dimension, and the model
///
///     p(x_T) = N(0, 1)
///     p(x_{t-1} given x_t) = N((x_t - beta_t / sqrt(1 - abar_t) noise(x_t)) / sqrt(alpha_t), sigma_t^2)
///
/// where noise(x_t) is the mean of the noise given x_t. On average over the data, and in nats,
///
///     -log p(x_0) <= KL(q(x_T given x_0), p(x_T))
///                    + sum over t = 2...T of KL(q(x_{t-1} given x_t, x_0), p(x_{t-1} given x_t))
///                    - log p(x_0 given x_1).
///
/// Source: DDPM, equation 5 for the terms, 8 to 12 for the divergences. With D_t = abar_t v + 1 - abar_t
/// for the variance of x_t, every term is a closed form.
package struct VariationalBound: Hashable, Sendable {
  package let schedule: Schedule
  package let data: Gaussian
  package let reverseVariance: ReverseVariance

  /// sigma_t^2 of the model.
  package enum ReverseVariance: String, CaseIterable, Sendable {
    /// beta_t: best for data of variance 1 (DDPM, section 3.2).
    case beta
    /// beta-tilde_t, best for data that are one point. At t = 1, where it is 0 and the model would
    /// have no density, that of t = 2, as in the code of DDPM; beta_1 where there is one step only.
    case posterior
  }

  package init(
    _ schedule: Schedule, of data: Gaussian, reverseVariance: ReverseVariance = .beta
  ) {
    self.schedule = schedule
    self.data = data
    self.reverseVariance = reverseVariance
  }

  /// sigma_t^2; `t` is in 1...T.
  package func variance(at t: Int) -> Double {
    guard reverseVariance == .posterior, schedule.steps > 1 else { return schedule.beta[t] }
    return schedule.posterior(at: max(2, t)).variance
  }

  /// D_t, the variance of x_t, for t in 0...T.
  func noisyVariance(at t: Int) -> Double {
    schedule.alphaBar[t] * data.variance + schedule.oneMinusAlphaBar[t]
  }
}

// MARK: - Terms

extension VariationalBound {
  /// What the squared error of the noise is multiplied by in the term of step t.
  ///
  ///     beta_t^2 / (2 sigma_t^2 alpha_t (1 - abar_t))
  ///
  /// Source: DDPM, equation 12. The simple loss puts 1 in its place (equation 14).
  package func weight(at t: Int) -> Double {
    let beta = schedule.beta[t]
    return beta / (2 * variance(at: t)) * beta / (schedule.alpha[t] * schedule.oneMinusAlphaBar[t])
  }

  /// The mean divergence of step t, from 2 on.
  ///
  ///     weight_t abar_t v / D_t + (r - 1 - log r) / 2,  r = beta-tilde_t / sigma_t^2
  ///
  /// With sigma^2 = beta, r - 1 = -abar_{t-1} beta_t / (1 - abar_t), which keeps its digits.
  package func divergence(at t: Int) -> Double {
    let excess =
      switch reverseVariance {
      case .beta:
        -schedule.alphaBar[t - 1] * schedule.beta[t] / schedule.oneMinusAlphaBar[t]
      case .posterior: 0.0
      }
    let error = Parameterisation.noise.leastLoss(schedule, at: t, variance: data.variance)
    return weight(at: t) * error + Gaussian.divergence(excess: excess)
  }

  /// The mean divergence of x_T given x_0 from the standard normal start.
  ///
  ///     ((1 - abar) - 1 - log(1 - abar) + abar (v + m^2)) / 2 at T
  package var priorDivergence: Double {
    let last = schedule.steps
    let signal = schedule.alphaBar[last]
    let square = data.variance + data.mean * data.mean
    return Gaussian(mean: 0, variance: schedule.oneMinusAlphaBar[last])
      .divergence(from: .standard) + 0.5 * signal * square
  }

  /// The mean of -log p(x_0 given x_1): no divergence, and negative where the density is above 1.
  ///
  ///     log(2 pi sigma_1^2) / 2 + v (1 - abar_1) / (2 sigma_1^2 D_1)
  package var reconstruction: Double {
    let variance = variance(at: 1)
    let error = Parameterisation.x0.leastLoss(schedule, at: 1, variance: data.variance)
    return 0.5 * .log(2 * .pi * variance) + 0.5 * error / variance
  }

  /// What step t adds to the bound: its divergence, and at t = 1 the reconstruction.
  package func term(at t: Int) -> Double { t == 1 ? reconstruction : divergence(at: t) }

  /// The sum of all terms.
  package var total: Double {
    (1...schedule.steps).reduce(priorDivergence) { $0 + term(at: $1) }
  }
}
