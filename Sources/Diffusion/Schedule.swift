import Probability

/// How much noise each forward step adds, and the tables that follow from it.
///
/// Steps are t = 1...T. `beta[t]` is the variance of the noise of step t, `alpha[t]` is 1 - beta[t],
/// and `alphaBar[t]` the product of `alpha[1]...alpha[t]`, so that `alphaBar[0]` is 1.
/// Source: Ho, Jain, Abbeel 2020 (DDPM), section 2.
///
///     let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
///     schedule.alphaBar  // [1.0, 0.9, 0.72, 0.36]
package struct Schedule: Hashable, Sendable {
  /// Index 0 is 0, for no step.
  package let beta: [Double]
  /// Index 0 is 1.
  package let alpha: [Double]
  /// Index 0 is 1.
  package let alphaBar: [Double]
  /// The variance of the noise in x_t given x_0, as a table of its own.
  ///
  ///     1 - abar_t = 1 - abar_{t-1} (1 - beta_t)
  ///                = (1 - abar_{t-1}) + abar_{t-1} beta_t
  ///
  /// Each term is positive, so no digits cancel; the difference 1 - abar_t taken directly has only
  /// 12 right digits of 16 where abar is 0.9999.
  package let oneMinusAlphaBar: [Double]

  /// The number of steps, T.
  package var steps: Int { beta.count - 1 }

  /// Tables of given betas and alphas, beta_1 first; alphas are handed in where they are known
  /// to more digits than 1 - beta has.
  init(betas: [Double], alphas: [Double]) {
    beta = [0] + betas
    alpha = [1] + alphas
    var bars = [1.0]
    var rests = [0.0]
    for (beta, alpha) in zip(betas, alphas) {
      rests.append(rests[rests.count - 1] + bars[bars.count - 1] * beta)
      bars.append(bars[bars.count - 1] * alpha)
    }
    alphaBar = bars
    oneMinusAlphaBar = rests
  }

  /// The signal-to-noise ratio of x_t: alpha-bar over 1 - alpha-bar.
  ///
  /// Infinite at t = 0, where there is no noise. Source: Kingma et al. 2021 (VDM), equation 2.
  package func signalToNoiseRatio(at t: Int) -> Double {
    alphaBar[t] / oneMinusAlphaBar[t]
  }

  /// A step for a training example: each of 1...T as likely (DDPM, algorithm 1, line 3).
  ///
  /// Never 0, where there is no noise that a network could find.
  package func drawStep(using generator: inout some RandomNumberGenerator) -> Int {
    min(1 + Int(generator.nextUniform() * Double(steps)), steps)
  }
}
