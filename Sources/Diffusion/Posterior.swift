import RealModule

/// The law of an earlier x once x_0 is known as well as x_t: the posterior of the forward process.
///
/// Everything is of a pair, step `t` and an earlier step `previous`; one step back is the pair
/// (t, t - 1). With
///
///     alpha = abar_t / abar_previous,   beta = 1 - alpha
///
/// the law of x_previous given x_t and x_0 is normal, with
///
///     variance = (1 - abar_previous) / (1 - abar_t) beta
///     mean     = sqrt(abar_previous) beta / (1 - abar_t) x_0
///              + sqrt(alpha) (1 - abar_previous) / (1 - abar_t) x_t
///              = (x_t - beta / sqrt(1 - abar_t) noise) / sqrt(alpha)
///
/// Source: DDPM, equations 6, 7 and 11; for any pair DDIM, equations 7 and 12 with eta = 1.
package struct Posterior: Hashable, Sendable {
  /// In 1...T.
  package let t: Int
  /// In 0..<t.
  package let previous: Int
  /// The share of the variance that the steps between leave: abar_t / abar_previous.
  package let alpha: Double
  /// The variance of the noise that the steps between add: 1 - alpha.
  package let beta: Double
  /// beta-tilde; 0 where `previous` is 0.
  package let variance: Double
  /// The factor of x_0 in the mean (equation 7).
  package let coefficientX0: Double
  /// The factor of x_t in the mean (equation 7).
  package let coefficientXt: Double
  /// The factor of x_t in the mean by the noise (equation 11).
  package let scaleXt: Double
  /// The factor of the whole noise that is taken from it there (equation 11), with the outer root:
  /// beta / (sqrt(alpha) sqrt(1 - abar_t)).
  package let scaleNoise: Double

  /// `t` is in 1...T and `previous` in 0..<t.
  package init(_ schedule: Schedule, at t: Int, previous: Int) {
    precondition(0 <= previous && previous < t && t <= schedule.steps, "no such pair of steps")
    (self.t, self.previous) = (t, previous)
    (alpha, beta) = schedule.merged(after: previous, through: t)
    let rest = schedule.oneMinusAlphaBar[t]
    let restPrevious = schedule.oneMinusAlphaBar[previous]
    variance = restPrevious / rest * beta
    coefficientX0 = Double.sqrt(schedule.alphaBar[previous]) * beta / rest
    coefficientXt = Double.sqrt(alpha) * restPrevious / rest
    scaleXt = 1 / .sqrt(alpha)
    scaleNoise = beta / (Double.sqrt(alpha) * .sqrt(rest))
  }

  /// The mean of x_previous, from x_0.
  package func mean(x0: Double, xt: Double) -> Double { coefficientX0 * x0 + coefficientXt * xt }

  /// The mean of x_previous, from the whole noise in x_t.
  package func mean(xt: Double, noise: Double) -> Double { scaleXt * xt - scaleNoise * noise }
}

extension Schedule {
  /// The posterior of the pair (t, previous), by default of one step; `t` is in 1...T.
  package func posterior(at t: Int, previous: Int? = nil) -> Posterior {
    Posterior(self, at: t, previous: previous ?? t - 1)
  }

  /// Several forward steps as one: alpha and beta of all steps after `first`, through `last`.
  ///
  ///     beta = beta_1 + alpha_1 beta_2 + alpha_1 alpha_2 beta_3 + ...
  ///
  /// Each term is positive; 1 - abar_t / abar_previous has lost half its digits where betas are
  /// small.
  func merged(after first: Int, through last: Int) -> (alpha: Double, beta: Double) {
    var (alpha, beta) = (1.0, 0.0)
    for t in first + 1...last {
      beta += alpha * self.beta[t]
      alpha *= self.alpha[t]
    }
    return (alpha, beta)
  }
}
