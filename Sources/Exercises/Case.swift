package import Diffusion
package import Formula

/// One set of inputs: a schedule, a step of it, an earlier one, and numbers.
package struct Case: Sendable {
  package let schedule: Schedule
  /// In 1...T.
  package let t: Int
  /// The earlier step, in 0..<t; t - 1 where no exercise asks for a stride.
  package let previous: Int
  /// A number, or a list of them, for each of the exercise's variables.
  package let numbers: [Variable: Value]

  package init(_ schedule: Schedule, at t: Int, previous: Int, _ numbers: [Variable: Value] = [:]) {
    self.schedule = schedule
    self.t = t
    self.previous = previous
    self.numbers = numbers
  }

  /// The number of a variable, or its first; 0 where the exercise has no such variable.
  package subscript(variable: Variable) -> Double { numbers[variable]?.elements.first ?? 0 }

  /// The posterior of the pair of steps.
  package var posterior: Posterior { schedule.posterior(at: t, previous: previous) }

  /// A number that follows from one variable, or a list where that is one.
  package func map(_ one: Variable, _ number: (Double) -> Double) -> Value {
    (numbers[one] ?? .scalar(0)).map(number)
  }

  /// A number that follows from two variables, element by element.
  package func map(
    _ one: Variable, _ other: Variable, _ number: (Double, Double) -> Double
  ) -> Value {
    let (left, right) = (numbers[one] ?? .scalar(0), numbers[other] ?? .scalar(0))
    return left.combined(with: right, number) ?? .vector([])
  }
}

extension Case {
  /// The field's names with their values here.
  ///
  /// A table begins where the field's does: beta_1, alpha_1, and abar_0 = 1.
  var scope: Scope {
    var scope = Scope()
    scope["t"] = .value(.scalar(Double(t)))
    scope["T"] = .value(.scalar(Double(schedule.steps)))
    scope["alpha"] = Scope.table(from: 1, Array(schedule.alpha.dropFirst()))
    scope["beta"] = Scope.table(from: 1, Array(schedule.beta.dropFirst()))
    scope["alpha_bar"] = Scope.table(from: 0, schedule.alphaBar)
    scope["beta_tilde"] = .table(1...schedule.steps) { [schedule] t throws(EvaluationError) in
      .scalar(schedule.posterior(at: t).variance)
    }
    for (variable, value) in numbers {
      for name in variable.canonicalNames { scope[name] = .value(value) }
    }
    return scope
  }
}
