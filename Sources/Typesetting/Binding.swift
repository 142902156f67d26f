import Formula

/// How tightly an expression holds together where it stands beside others.
///
/// A part that binds less tightly than its place asks for gets brackets.
enum Binding: Int, Comparable {
  case list
  case relation
  case sum
  case product
  case power
  case atom

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
}

extension Layout {
  /// The box of an expression, in brackets where it binds less tightly than asked for.
  func box(_ expression: Expression, binding least: Binding) -> Box {
    let box = box(expression)
    return binding(of: expression) < least ? fenced(box, .parentheses) : box
  }

  func binding(of expression: Expression) -> Binding {
    switch expression.node {
    case .list: .list
    case .rows: isFlat ? .list : .atom
    case .relation: .relation
    case .sum(let terms): sumBinding(terms)
    case .product(let factors): productBinding(factors)
    case .fraction: isFlat ? .product : .power
    case .big(_, let from, let to, _): flatCall(from, to) ? .atom : .product
    case .power: .power
    case .call(let head, let arguments, nil): isBare(head, arguments) ? .product : .atom
    case .annotated: .power
    case .root(_, let degree): isUnicode || degree != nil ? .power : .atom
    case .differential: .power
    case .number(let digits): digits.hasPrefix("-") ? .sum : .atom
    default: .atom
    }
  }

  /// Whether a big operator is written as a call such as `prod(i, 1, t, x)`, which has its own brackets.
  func flatCall(_ from: Expression?, _ to: Expression?) -> Bool {
    isFlat && !isUnicode && from != nil && to != nil
  }

  private func sumBinding(_ terms: [Expression.Term]) -> Binding {
    if terms.count == 1, !terms[0].isNegative { binding(of: terms[0].value) } else { .sum }
  }

  private func productBinding(_ factors: [Expression.Factor]) -> Binding {
    if factors.count == 1 { return binding(of: factors[0].value) }
    if isUnicode, factors.count == 2, factors[0].value.isPrefix, factors[1].value.isSingle,
      factors[1].operation == .juxtaposed
    {
      return .power
    }
    return HalfOpen(factors) == nil ? .product : .atom
  }
}
