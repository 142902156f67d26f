import Formula
import RealModule

extension Scope {
  /// Binds what is said of random numbers: `E[...]`, `Var(...)`, `Cov(..., ...)` and the densities
  /// `p(x)`, `p(x, y)` and `p(x | y)`, where x is a value of the random number X.
  mutating func bind(_ numbers: RandomNumbers) {
    numbers.bindDraws(in: &self)
    let expectation = Expectation(numbers: numbers)
    self["E"] = .form { call, evaluation throws(EvaluationError) in
      let formula = try call.arguments(1)[0]
      return .scalar(try expectation.average(of: formula, &evaluation))
    }
    self["Var"] = .form { call, evaluation throws(EvaluationError) in
      let formula = try call.arguments(1)[0]
      return .scalar(try expectation.covariance(formula, formula, &evaluation))
    }
    self["Cov"] = .form { call, evaluation throws(EvaluationError) in
      let formulas = try call.arguments(2)
      return .scalar(try expectation.covariance(formulas[0], formulas[1], &evaluation))
    }
    self["p"] = .form { call, evaluation throws(EvaluationError) in
      .scalar(try numbers.density(call, &evaluation))
    }
  }
}

extension Scope.Call {
  fileprivate func arguments(_ count: Int) throws(EvaluationError) -> [Expression] {
    guard index == nil, arguments.count == count, separators.allSatisfy({ $0 == .comma }) else {
      throw EvaluationError(.wrongArgumentCount(name, wanted: count))
    }
    return arguments
  }
}

extension RandomNumbers {
  /// The density of the numbers before the bar, given those after it.
  fileprivate func density(
    _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Double {
    let given = call.separators.firstIndex(of: .given).map { $0 + 1 } ?? call.arguments.count
    guard call.index == nil, call.separators.allSatisfy({ $0 == .comma || $0 == .given }) else {
      throw EvaluationError(.other("Write a density as p(x), p(x, y) or p(x | y)."))
    }
    var sums: [NormalSum] = []
    var point: [Double] = []
    for argument in call.arguments {
      sums.append(try self.sum(ofValue: argument))
      guard let value = try evaluation.value(of: argument).scalar else {
        throw EvaluationError(.other("Give a density one value of each number."))
      }
      point.append(value)
    }
    let all = try JointDensity(of: sums).logarithm(at: point)
    let behind = try JointDensity(of: Array(sums[given...])).logarithm(at: Array(point[given...]))
    return .exp(all - behind)
  }

  /// The random number whose value is written: X for x.
  private func sum(ofValue formula: Expression) throws(EvaluationError) -> NormalSum {
    let name = formula.headSymbol?.canonicalName ?? ""
    guard case .symbol = formula.node, let sum = sums[name.uppercased()] else {
      throw EvaluationError(.other("Declare the random number that this is a value of."))
    }
    return sum
  }
}
