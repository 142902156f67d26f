/// Sums and products over a range of whole numbers.
extension Evaluation {
  mutating func overRange(
    _ kind: Expression.BigOperator, _ from: Expression?, _ to: Expression?, _ body: Expression,
    at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    guard kind == .sum || kind == .product else {
      throw EvaluationError(.notEvaluable(kind.name), at: range)
    }
    guard let (variable, lower) = from?.start, let to else {
      throw EvaluationError(.notEvaluable("A sum or product without its range"), at: range)
    }
    let indices = try indices(lower, to, at: range)
    let (outer, wasLocal) = (scope[variable], locals.contains(variable))
    locals.insert(variable)
    defer {
      scope[variable] = outer
      if !wasLocal { locals.remove(variable) }
    }
    var total = quantity(.scalar(kind == .product ? 1 : 0))
    for index in indices {
      scope[variable] = Scope.number(Double(index))
      let value = try quantity(of: body)
      total = try total.applying(kind == .product ? .product : .sum, value, at: range)
    }
    return total
  }

  /// The whole numbers from one to the other; none where the second is the smaller.
  private mutating func indices(
    _ lower: Expression, _ upper: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Range<Int> {
    guard let first = try wholeNumber(lower) else {
      throw EvaluationError(.indexNotWhole("the range"), at: lower.range)
    }
    guard let last = try wholeNumber(upper) else {
      throw EvaluationError(.indexNotWhole("the range"), at: upper.range)
    }
    guard last >= first else { return first..<first }
    guard last - first < Self.rangeLimit else {
      throw EvaluationError(.rangeTooLong(limit: Self.rangeLimit), at: range)
    }
    return first..<(last + 1)
  }
}

extension Expression.BigOperator {
  fileprivate var name: String {
    switch self {
    case .sum: "A sum"
    case .product: "A product"
    case .integral, .doubleIntegral, .contourIntegral: "An integral"
    case .union: "A union"
    case .intersection: "An intersection"
    }
  }
}

extension Expression {
  /// The variable of a range and where it starts: `i = 1`.
  fileprivate var start: (variable: String, from: Expression)? {
    guard case .relation(let sides, let relations) = node, relations == [.equal],
      case .symbol(let symbol) = sides[0].node
    else { return nil }
    return (symbol.canonicalName, sides[1])
  }
}
