import Formula

extension Interpretation {
  /// The slope of a formula in one x, as `\nabla_{x_t} \log q(x_t | x_0)` asks for it.
  ///
  /// By differences over two steps, of which the first error is taken off (Richardson):
  ///
  ///     D(h) = (f(x + h) - f(x - h)) / 2h,   slope = (4 D(h) - D(2h)) / 3
  ///
  /// It is exact for a cubic, so for the logarithm of a normal density; what is left is rounding.
  func slope(_ call: Scope.Call, _ evaluation: inout Evaluation) throws(EvaluationError) -> Value {
    guard let variable = call.index, call.arguments.count == 1 else {
      throw EvaluationError(.other("Take a slope in an x with its step, such as x_t."))
    }
    let width = 0.01
    let near = try difference(call.arguments[0], variable, width, &evaluation)
    let far = try difference(call.arguments[0], variable, 2 * width, &evaluation)
    guard let slope = near.combined(with: far, { (4 * $0 - $1) / 3 }) else {
      throw EvaluationError(.unequalLengths(near.elements.count, far.elements.count))
    }
    return slope
  }

  private func difference(
    _ formula: Expression, _ variable: Expression, _ width: Double,
    _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    let shift = try shift(of: variable, &evaluation)
    shift(width, &evaluation.scope)
    let above = try evaluation.value(of: formula)
    evaluation.scope = outside
    shift(-width, &evaluation.scope)
    let below = try evaluation.value(of: formula)
    guard let slope = above.combined(with: below, { ($0 - $1) / (2 * width) }) else {
      throw EvaluationError(.unequalLengths(above.elements.count, below.elements.count))
    }
    return slope
  }

  /// What moves a variable: an x with its step, or a name that is a number.
  private func shift(
    of variable: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (Double, inout Scope) -> Void {
    if let name = variable.labelledName, case .value(let value) = evaluation.scope[name] {
      return { shift, scope in scope[name] = .value(value.map { $0 + shift }) }
    }
    guard case .indexed(let base, let place) = variable.node,
      base.headSymbol?.canonicalName == "x", case .table(let steps, let x) = evaluation.scope["x"],
      let step = try evaluation.value(of: place).scalar.flatMap({ Int(exactly: $0) })
    else { throw EvaluationError(.other("Take a slope in an x with its step, such as x_t.")) }
    return { shift, scope in
      scope["x"] = .table(steps) { index throws(EvaluationError) in
        try x(index).map { index == step ? $0 + shift : $0 }
      }
    }
  }
}
