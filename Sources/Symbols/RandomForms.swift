import Formula
import RealModule

extension Scope {
  /// Binds the random numbers to draws, and what is said of them.
  mutating func bind(_ numbers: MixedNumbers, _ draws: Draws) {
    numbers.bindDraws(in: &self, draws)
    bindForms(of: numbers)
    bindDensities(of: numbers)
  }

  /// Binds averages over random numbers: `E[...]`, `Var(...)` and `Cov(..., ...)`, each also given
  /// others, `E[X | y]`, where y is a value of the random number Y, or itself one.
  ///
  /// With names below it an average is over those alone, and others keep their value: `E_{x_0}[...]`.
  mutating func bindForms(of numbers: MixedNumbers) {
    let expectation = Expectation(numbers: numbers)
    self["E"] = .form { call, evaluation throws(EvaluationError) in
      let (formulas, sight) = try numbers.parts(of: call, count: 1, &evaluation)
      return try expectation.average(
        of: formulas[0], over: call.index?.names, given: sight, &evaluation)
    }
    self["Var"] = .form { call, evaluation throws(EvaluationError) in
      let (formulas, sight) = try numbers.parts(of: call, count: 1, &evaluation)
      return try expectation.covariance(formulas[0], formulas[0], given: sight, &evaluation)
    }
    self["Cov"] = .form { call, evaluation throws(EvaluationError) in
      let (formulas, sight) = try numbers.parts(of: call, count: 2, &evaluation)
      return try expectation.covariance(formulas[0], formulas[1], given: sight, &evaluation)
    }
  }
}

extension MixedNumbers {
  /// What stands before the bar of a call, and the numbers that were seen after it.
  fileprivate func parts(
    of call: Scope.Call, count: Int, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (formulas: [Expression], sight: Expectation.Sight) {
    let bar = call.separators.firstIndex(of: .given)
    let before = bar.map { $0 + 1 } ?? call.arguments.count
    guard before == count, call.index == nil || count == 1,
      call.separators.enumerated().allSatisfy({ $1 == .comma || $0 == bar })
    else { throw EvaluationError(.wrongArgumentCount(call.name, wanted: count)) }
    var sight = Expectation.Sight()
    for argument in call.arguments[before...] {
      sight.names.append(try name(ofValue: argument, label: nil))
      sight.values.append(try evaluation.value(of: argument))
    }
    return (Array(call.arguments[..<before]), sight)
  }

  /// The random number whose value is written: X for x, or a name that is itself random.
  ///
  /// With a label it is that of the same name with the label: for x_0 and theta it is `x_0_theta`.
  func name(ofValue formula: Expression, label: String?) throws(EvaluationError) -> String {
    guard let name = formula.labelledName else {
      throw EvaluationError(.other("Name here the random number that is seen."), at: formula.range)
    }
    let isOneLetter = name.prefix { $0 != "_" }.count == 1
    let capital = isOneLetter ? name.prefix(1).uppercased() + name.dropFirst() : name
    let suffix = label.map { "_\($0)" } ?? ""
    for candidate in [name + suffix, capital + suffix]
    where isRandom(candidate) || candidate == self.label {
      return candidate
    }
    throw EvaluationError(
      .other("Declare the random number that \(name + suffix) is a value of."), at: formula.range)
  }
}
