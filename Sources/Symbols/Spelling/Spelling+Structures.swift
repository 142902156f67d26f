import Formula

/// Powers, products and ranges.
extension Spelling {
  mutating func spelled(
    power base: Expression, _ exponent: Expression, _ formula: Expression
  ) -> Expression {
    // A step or the number of a sample in brackets above a name is no power.
    if case .fenced(_, .parentheses) = exponent.node, let parts = NameParts(formula) {
      if let prediction = spelled(network: parts, [], at: formula.range) { return prediction }
      if ["x", "epsilon", "z"].contains(parts.symbol.name) { return spelled(base) }
    }
    if exponent.label?.contains(where: \.isLetter) ?? false, let parts = NameParts(base),
      ["L", "J"].contains(parts.name)
    {
      return Expression.name("$loss").placed(at: formula.range)
    }
    // Euler's number is a number where it has an exponent.
    if base.label == "e" {
      return Expression.call("exp", [spelled(exponent)]).placed(at: formula.range)
    }
    let exponent = spelled(exponent)
    return Expression(.power(spelled(base), exponent: exponent), at: formula.range)
  }

  /// Factors; the sign of an average or of a slope takes those after it as its argument.
  mutating func spelled(
    product factors: [Expression.Factor], _ formula: Expression
  ) -> Expression {
    let factors = factors.withoutSpaces
    // `x_{t-\Delta t}` is the x before.
    if factors.map(\.value.label) == ["Delta", "t"] { return .whole(1) }
    if let range = ellipsis(factors) { return spelled(range) }
    var result: [Expression.Factor] = []
    for (position, factor) in factors.enumerated() {
      let sign = NameParts(factor.value)
      let variable = factor.value.slopeVariable
      guard sign?.name == "E" || variable != nil, position + 1 < factors.count else {
        result.append(Expression.Factor(factor.operation, spelled(factor.value)))
        continue
      }
      let rest = Array(factors[(position + 1)...])
      let value =
        if let variable { slope(variable, of: rest[0].value) } else { average(sign?.index, rest) }
      result.append(Expression.Factor(factor.operation, value.placed(at: factor.value.range)))
      if variable != nil, rest.count > 1 {
        let tail = spelled(product: Array(rest.dropFirst()), formula)
        result.append(Expression.Factor(rest[1].operation, tail))
      }
      break
    }
    guard result.count > 1 else { return result.first?.value ?? formula }
    return Expression(.product(result), at: formula.range)
  }

  private mutating func average(
    _ index: Expression?, _ rest: [Expression.Factor]
  ) -> Expression {
    let head = Expression.name("$E", index.map { spelledParts($0) })
    let body = rest.count == 1 ? rest[0].value : Expression(.product(rest))
    let content = if case .fenced(let content, .brackets) = body.node { content } else { body }
    return Expression(.call(head, arguments: spelled(content), .brackets))
  }

  mutating func spelled(
    big operation: Expression.BigOperator, _ from: Expression?, _ to: Expression?,
    _ body: Expression, _ formula: Expression
  ) -> Expression {
    guard to == nil, let open = from?.openRange else { return spelledParts(formula) }
    let range = Expression(.relation([open.variable, open.from], [.equal]))
    return Expression(
      .big(operation, from: range, to: spelled(open.to), body: spelled(body)), at: formula.range)
  }

  /// `\alpha_1\alpha_2\cdots\alpha_t` as a product over a range; nil where there are no dots.
  private func ellipsis(_ factors: [Expression.Factor]) -> Expression? {
    guard let dots = factors.firstIndex(where: \.value.isDots), dots > 0,
      dots + 2 == factors.count, let last = factors.last?.value,
      case .indexed(let base, let end) = last.node
    else { return nil }
    let indices = factors[..<dots].compactMap { factor -> Int? in
      guard case .indexed(let other, let index) = factor.value.node, other == base,
        case .number(let text) = index.node
      else { return nil }
      return Int(text)
    }
    guard indices.count == dots, let first = indices.first,
      indices == Array(first..<first + dots)
    else { return nil }
    let variable = Expression.name("$i")
    let from = Expression(.relation([variable, .whole(first)], [.equal]))
    let body = Expression(.indexed(base, by: variable))
    return Expression(.big(.product, from: from, to: end, body: body), at: last.range)
  }
}

extension Expression {
  fileprivate var isDots: Bool { if case .dots = node { true } else { false } }

  /// The variable of a range with one end, and both: `t \ge 1` and `t > 1` go on to T, `s \le t`
  /// and `s < t` begin at 1.
  fileprivate var openRange: (variable: Expression, from: Expression, to: Expression)? {
    guard case .relation(let sides, let signs) = node, sides.count == 2,
      case .symbol = sides[0].node
    else { return nil }
    switch signs[0] {
    case .greaterOrEqual, .equal: return (sides[0], sides[1], .name("T"))
    case .greater: return (sides[0], .plus(sides[1], .whole(1)), .name("T"))
    case .lessOrEqual: return (sides[0], .whole(1), sides[1])
    case .less: return (sides[0], .whole(1), .minus(sides[1], .whole(1)))
    default: return nil
    }
  }
}

extension [Expression.Factor] {
  /// Without wide spaces.
  fileprivate var withoutSpaces: [Expression.Factor] { filter { $0.value.node != .space } }
}
