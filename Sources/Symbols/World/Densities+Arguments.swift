import Formula

extension Densities {
  /// What stands before the bar of a density, and what after it.
  func points(
    of call: Scope.Call, needsValues: Bool = true, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (Points, given: Points) {
    guard call.separators.allSatisfy({ $0 == .comma || $0 == .given || $0 == .semicolon }) else {
      throw EvaluationError(.other("Write a density as q(x_t), or as q(x_t | x_0)."))
    }
    let bar = call.separators.firstIndex { $0 != .comma }.map { $0 + 1 } ?? call.arguments.count
    var points = Points()
    var given = Points()
    for (number, argument) in call.arguments.enumerated() {
      if number < bar {
        try points.add(argument, needsValues: needsValues, &evaluation)
      } else {
        try given.add(argument, needsValues: true, &evaluation)
      }
    }
    return (points, given)
  }
}

extension Densities.Points {
  fileprivate mutating func add(
    _ argument: Expression, needsValues: Bool, _ evaluation: inout Evaluation
  ) throws(EvaluationError) {
    switch argument.node {
    case .symbol(let symbol) where ["y", "c"].contains(symbol.canonicalName): hasClass = true
    case .call(let head, _, _) where head.headSymbol?.name == Network.Kind.start.rawValue:
      // A predicted x_0 in the place of x_0.
      steps.append(0)
      values.append(try evaluation.value(of: argument))
    case .indexed(let base, let index) where base.headSymbol?.canonicalName == "x":
      if index.label == "T" { isLastByName = true }
      for step in try Self.steps(index, &evaluation) {
        let x = Expression(.indexed(base, by: .number(Double(step))))
        values.append(needsValues ? try evaluation.value(of: x) : .scalar(0))
        steps.append(step)
      }
    default: throw EvaluationError(.other("Give a density an x with its step, such as x_t."))
    }
  }

  /// One step, or all of a range: `t`, `1:T`.
  private static func steps(
    _ index: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> [Int] {
    guard case .list(let ends, [.colon]) = index.node else {
      return [try step(index, &evaluation)]
    }
    let (first, last) = (try step(ends[0], &evaluation), try step(ends[1], &evaluation))
    return first <= last ? Array(first...last) : []
  }

  private static func step(
    _ index: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Int {
    guard let step = try evaluation.value(of: index).scalar.flatMap({ Int(exactly: $0) }) else {
      throw EvaluationError(.indexNotWhole("x"))
    }
    return step
  }
}
