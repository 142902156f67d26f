import Diffusion
import Formula

extension Scope {
  /// Binds the mean and the variance of x_{t-1} given x_t and x_0: `\tilde\mu_t(x_t, x_0)` and
  /// `\tilde\beta_t`.
  mutating func bindPosterior(of schedule: Schedule) {
    self["beta_tilde"] = .table(1...schedule.steps) { index throws(EvaluationError) in
      .scalar(schedule.posterior(at: index).variance)
    }
    self["mu_tilde"] = .form { call, evaluation throws(EvaluationError) in
      guard let index = call.index else { throw EvaluationError(.needsIndex("mu_tilde")) }
      guard call.arguments.count == 2, call.separators == [.comma] else {
        throw EvaluationError(.other("Give mu_tilde both x_t and x_0, in this order."))
      }
      guard let t = try evaluation.value(of: index).scalar.flatMap({ Int(exactly: $0) }) else {
        throw EvaluationError(.indexNotWhole("mu_tilde"))
      }
      guard (1...schedule.steps).contains(t) else {
        throw EvaluationError(.indexOutOfRange("mu_tilde", t, allowed: 1...schedule.steps))
      }
      let posterior = schedule.posterior(at: t)
      let xt = try evaluation.value(of: call.arguments[0])
      let x0 = try evaluation.value(of: call.arguments[1])
      guard let mean = x0.combined(with: xt, { posterior.mean(x0: $0, xt: $1) }) else {
        throw EvaluationError(.unequalLengths(xt.elements.count, x0.elements.count))
      }
      return mean
    }
  }
}
