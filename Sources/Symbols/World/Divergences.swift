import Formula
import Probability

extension Densities {
  /// The divergence of two laws of one number, in nats: `KL(q(x_{t-1} | x_t, x_0) || ...)`.
  func divergence(
    _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    guard call.arguments.count == 2, [.doubleBar, .given].contains(call.separators[0]) else {
      throw EvaluationError(.other("Write a divergence as KL(q || p)."))
    }
    let first = try law(of: call.arguments[0], &evaluation)
    let second = try law(of: call.arguments[1], &evaluation)
    return try [first.mean, first.variance, second.mean, second.variance].combined {
      Gaussian(mean: $0[0], variance: $0[1])
        .divergence(from: Gaussian(mean: $0[2], variance: $0[3]))
    }
  }

  private func law(
    of formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Value, variance: Value) {
    guard case .call(let head, let arguments, _) = formula.node, let name = head.headSymbol?.name
    else { throw EvaluationError(.other("Compare two laws, such as q(x_T | x_0) and p(x_T).")) }
    if name == "N", case .list(let items, _) = arguments.node, items.count >= 2 {
      let parameters = items.suffix(2).map { $0 }
      let mean = try evaluation.value(of: parameters[0])
      let variance = try evaluation.value(of: parameters[1])
      guard variance.elements.allSatisfy({ $0 > 0 }) else {
        throw EvaluationError(.undefined(.divisionByZero))
      }
      return (mean, variance)
    }
    guard let process = Process(rawValue: name) else {
      throw EvaluationError(.other("Compare two laws, such as q(x_T | x_0) and p(x_T)."))
    }
    return try law(
      process, Scope.Call(name, head, arguments, .parentheses, formula.range), &evaluation)
  }
}
