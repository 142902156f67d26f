import Formula
import Probability

extension Scope {
  /// Binds what is written with a law: `N(x; m, v)` and `KL(N(m, v) || N(n, w))`.
  mutating func bindLaws() {
    bindNormalDensity()
    self["KL"] = .form { call, evaluation throws(EvaluationError) in
      guard call.index == nil, call.arguments.count == 2, call.separators == [.doubleBar],
        let first = call.arguments[0].writtenLaw, let second = call.arguments[1].writtenLaw
      else { throw EvaluationError(.other("Write a divergence as KL(N(m, v) || N(n, w)).")) }
      return .scalar(
        try Gaussian(first, &evaluation).divergence(from: try Gaussian(second, &evaluation)))
    }
  }
}

extension Scope {
  /// Binds `N(x; m, v)`, or `N(x | m, v)`, to the normal density at each x, for each mean and variance.
  mutating func bindNormalDensity() {
    self["N"] = .form { call, evaluation throws(EvaluationError) in
      guard call.index == nil, call.arguments.count == 3, call.separators[1] == .comma,
        [.semicolon, .given].contains(call.separators[0])
      else { throw EvaluationError(.other("Write a density as N(x; m, v).")) }
      let x = try evaluation.value(of: call.arguments[0])
      let mean = try evaluation.value(of: call.arguments[1])
      let variance = try evaluation.value(of: call.arguments[2])
      guard variance.elements.allSatisfy({ $0 > 0 }) else {
        throw EvaluationError(.undefined(.rootOfNegative))
      }
      return try [x, mean, variance].combined {
        Gaussian(mean: $0[1], variance: $0[2]).density(at: $0[0])
      }
    }
  }
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
