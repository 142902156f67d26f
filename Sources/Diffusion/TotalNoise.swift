import RealModule

/// The noise of all steps up to t together, as one standard normal number.
///
/// The chain adds noise_1 ... noise_t one after the other; what has gathered at t is
///
///     x_t - sqrt(abar_t) x_0 = sqrt(1 - abar_t) total_t
///
/// and with this total the jump meets the chain draw by draw, not only in distribution.
extension Schedule {
  /// The weights of the total before step t and of the step's own noise in the total after it.
  ///
  ///     sqrt(1 - abar_t) total_t = sqrt(alpha_t) sqrt(1 - abar_{t-1}) total_{t-1}
  ///                              + sqrt(beta_t) noise_t
  ///
  /// Their squares sum to 1, so the total is standard normal again. The second is also the
  /// correlation of the total with the step's own noise. `t` is in 1...T.
  package func totalNoiseWeights(at t: Int) -> (previous: Double, latest: Double) {
    let whole = oneMinusAlphaBar[t]
    return (.sqrt(alpha[t] * oneMinusAlphaBar[t - 1] / whole), .sqrt(beta[t] / whole))
  }

  /// The weight of each step's noise in the total at t, step 1 first; their squares sum to 1.
  ///
  ///     weight_s = sqrt(beta_s alpha_{s+1} ... alpha_t / (1 - abar_t))
  package func noiseShares(at t: Int) -> [Double] {
    var survival = 1.0
    return stride(from: t, to: 0, by: -1).map { s in
      defer { survival *= alpha[s] }
      return Double.sqrt(beta[s] * survival / oneMinusAlphaBar[t])
    }.reversed()
  }
}
