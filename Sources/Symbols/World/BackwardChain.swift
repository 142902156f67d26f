import Diffusion
import Formula

extension JointWorld {
  /// The x of DDIM's process, which goes backwards from x_T given x_0.
  ///
  ///     x_{t-1} = sqrt(abar_{t-1}) x_0 + sqrt(1 - abar_{t-1} - sigma_t^2) total_t + sigma_t u
  ///
  /// Each has the same law given x_0 as in the forward process; together they have not.
  /// Source: DDIM, equations 6 and 7, Lemma 1.
  ///
  /// - Throws: that sigma is larger than it may be.
  func backwardChain(
    _ sigma: @Sendable (Int) throws(EvaluationError) -> Double
  ) throws(EvaluationError) -> [NormalSum] {
    let start = x(0)
    var noise = NormalSum.source(steps, weight: 1)
    var chain = [position(steps, start, noise)]
    for t in (1...steps).reversed() where t > 1 {
      let rest = schedule.oneMinusAlphaBar[t - 1]
      let deviation = try sigma(t)
      guard deviation * deviation <= rest else {
        throw EvaluationError(.undefined(.rootOfNegative))
      }
      let kept = noise.scaled(by: (1 - deviation * deviation / rest).squareRoot())
      noise = kept + .source(t - 1, weight: deviation / rest.squareRoot())
      chain.append(position(t - 1, start, noise))
    }
    return [start] + chain.reversed()
  }

  private func position(_ t: Int, _ start: NormalSum, _ noise: NormalSum) -> NormalSum {
    start.scaled(by: schedule.alphaBar[t].squareRoot())
      + noise.scaled(by: schedule.oneMinusAlphaBar[t].squareRoot())
  }
}
