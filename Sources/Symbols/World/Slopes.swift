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
    guard let index = call.index, case .indexed(let base, let place) = index.node,
      base.headSymbol?.canonicalName == "x", call.arguments.count == 1,
      let step = try evaluation.value(of: place).scalar.flatMap({ Int(exactly: $0) })
    else { throw EvaluationError(.other("Take a slope in an x with its step, such as x_t.")) }
    let width = 0.01
    let near = try difference(call.arguments[0], step, width, &evaluation)
    let far = try difference(call.arguments[0], step, 2 * width, &evaluation)
    guard let slope = near.combined(with: far, { (4 * $0 - $1) / 3 }) else {
      throw EvaluationError(.unequalLengths(near.elements.count, far.elements.count))
    }
    return slope
  }

  private func difference(
    _ formula: Expression, _ step: Int, _ width: Double, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let outside = evaluation.scope
    defer { evaluation.scope = outside }
    guard case .table(let steps, let x) = outside["x"] else {
      throw EvaluationError(.other("There is no x here."))
    }
    func value(_ shift: Double) throws(EvaluationError) -> Value {
      evaluation.scope["x"] = .table(steps) { index throws(EvaluationError) in
        try x(index).map { index == step ? $0 + shift : $0 }
      }
      return try evaluation.value(of: formula)
    }
    let (above, below) = (try value(width), try value(-width))
    guard let slope = above.combined(with: below, { ($0 - $1) / (2 * width) }) else {
      throw EvaluationError(.unequalLengths(above.elements.count, below.elements.count))
    }
    return slope
  }
}
