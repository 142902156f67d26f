import Formula
import Probability

extension Scope {
  /// Binds what is written with a law: `N(x; m, v)` and `KL(N(m, v) || N(n, w))`.
  mutating func bindLaws() {
    self["N"] = .form { call, evaluation throws(EvaluationError) in
      guard call.index == nil, call.arguments.count == 3, call.separators == [.semicolon, .comma]
      else { throw EvaluationError(.other("Write a density as N(x; m, v).")) }
      return try density(call.arguments, &evaluation)
    }
    self["KL"] = .form { call, evaluation throws(EvaluationError) in
      guard call.index == nil, call.arguments.count == 2, call.separators == [.doubleBar],
        let first = call.arguments[0].writtenLaw, let second = call.arguments[1].writtenLaw
      else { throw EvaluationError(.other("Write a divergence as KL(N(m, v) || N(n, w)).")) }
      return .scalar(
        try Gaussian(first, &evaluation).divergence(from: try Gaussian(second, &evaluation)))
    }
  }
}

/// The normal density at each x, for each mean and variance.
private func density(
  _ arguments: [Expression], _ evaluation: inout Evaluation
) throws(EvaluationError) -> Value {
  let x = try evaluation.value(of: arguments[0])
  let mean = try evaluation.value(of: arguments[1])
  let variance = try evaluation.value(of: arguments[2])
  guard variance.elements.allSatisfy({ $0 > 0 }) else {
    throw EvaluationError(.undefined(.rootOfNegative))
  }
  guard let distance = x.combined(with: mean, -),
    let density = distance.combined(
      with: variance, { Gaussian(mean: 0, variance: $1).density(at: $0) })
  else { throw EvaluationError(.unequalLengths(x.elements.count, mean.elements.count)) }
  return density
}

extension Gaussian {
  fileprivate init(
    _ law: (mean: Expression, variance: Expression), _ evaluation: inout Evaluation
  ) throws(EvaluationError) {
    guard let mean = try evaluation.value(of: law.mean).scalar,
      let variance = try evaluation.value(of: law.variance).scalar
    else { throw EvaluationError(.other("Give a law one mean and one variance.")) }
    guard variance > 0 else { throw EvaluationError(.undefined(.divisionByZero)) }
    self.init(mean: mean, variance: variance)
  }
}
