import Formula

extension Layout {
  /// A head and its arguments: in the brackets of the source or, if it has none, as it stands.
  func call(_ head: Expression, _ arguments: Expression, _ fence: Expression.Fence?) -> Box {
    guard let fence else { return bare(head, arguments, isLast: true) }
    return .row([box(head, binding: .power), fenced(box(arguments), fence)])
  }

  /// A function without brackets, which get them where what follows could be read as its argument.
  func bare(_ head: Expression, _ arguments: Expression, isLast: Bool) -> Box {
    if let sign = operatorSign(head, before: arguments) {
      return .row([sign, box(arguments, binding: .product)])
    }
    guard isLast, isBare(head, arguments) else {
      return .row([box(head, binding: .power), fenced(box(arguments), .parentheses)])
    }
    let isEmpty = arguments.node == .empty
    let gap = Box.blank(isEmpty ? 0 : 1)
    return .row([box(head, binding: .power), gap, box(arguments, binding: .product)])
  }

  /// Whether a function needs no brackets around an argument, as in `log x`.
  func isBare(_ head: Expression, _ arguments: Expression) -> Bool {
    if operatorSign(head, before: arguments) != nil { return true }
    if head.isLimitOperator { return binding(of: arguments) >= .product }
    switch arguments.node {
    case .symbol, .number, .indexed, .fenced, .root, .empty, .dots, .grid, .big: return true
    case .fraction: return !isFlat
    case .call(let inner, let arguments, let fence):
      return fence != nil || isBare(inner, arguments)
    case .power(let base, _): return isBare(head, base)
    default: return false
    }
  }
}

extension Expression {
  /// Whether it names a function that takes an argument without brackets: `log`, `sin`.
  var isFunctionName: Bool {
    guard let symbol = headSymbol else { return false }
    return symbol.alphabet == .roman && symbol.name.count > 1
  }

  /// Whether it is `lim`, `min` or their like, perhaps with what is searched as its index.
  var isLimitOperator: Bool {
    headSymbol.map { Self.limitOperators.contains($0.name) } ?? false
  }

  private static let limitOperators: Set<String> = [
    "lim", "min", "max", "argmin", "argmax", "arg", "sup", "inf",
  ]
}

extension Symbol {
  /// Whether it is the expectation's double-struck E, which stands before what it averages.
  var isExpectation: Bool { name == "E" && alphabet == .blackboard }
}
