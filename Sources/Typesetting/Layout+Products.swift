import Formula

extension Layout {
  /// Factors on one line; spaces or signs between them only where they are needed to tell them apart.
  func product(_ factors: [Expression.Factor]) -> Box {
    if let brackets = HalfOpen(factors) { return halfOpen(brackets) }
    var boxes: [Box] = []
    for index in factors.indices {
      let box = factor(at: index, of: factors)
      boxes += [joint(before: index, of: factors), box]
    }
    return .row(boxes)
  }

  /// A factor, in brackets where another tree would look the same.
  func factor(at index: Int, of factors: [Expression.Factor]) -> Box {
    let factor = factors[index]
    switch factor.value.node {
    case .call(let head, let arguments, nil):
      return bare(head, arguments, isLast: isLast(index, of: factors))
    case .product(let inner) where inner.count > 1:
      let joins = index == 0 || (factor.operation != .slash && !inner.contains(.slash))
      return joins ? box(factor.value) : fenced(box(factor.value), .parentheses)
    case .big where index == factors.count - 1 && factor.operation != .slash:
      return box(factor.value)
    default:
      return box(factor.value, binding: isAlone(in: factors) ? .list : .power)
    }
  }

  /// Whether there is one factor, with a space or a word beside it at most.
  private func isAlone(in factors: [Expression.Factor]) -> Bool {
    factors.count == 1 || factors.count <= 3 && factors.count { !$0.value.isApart } == 1
  }

  /// Whether nothing after a factor could be read as its argument.
  private func isLast(_ index: Int, of factors: [Expression.Factor]) -> Bool {
    guard index + 1 < factors.count else { return true }
    let next = factors[index + 1]
    guard next.operation == .juxtaposed else { return false }
    if case .call(let head, _, _) = next.value.node, head.isFunctionName { return true }
    return next.value.isApart || next.value.differential != nil
  }

  /// What stands between a factor and the one before it.
  func joint(before index: Int, of factors: [Expression.Factor]) -> Box {
    guard index > 0 else { return .empty }
    let (left, right) = (factors[index - 1].value, factors[index].value)
    return sign(joint(before: index, of: factors, left, right), from: left, to: right)
  }

  private func joint(
    before index: Int, of factors: [Expression.Factor], _ left: Expression, _ right: Expression
  ) -> String {
    switch factors[index].operation {
    case .slash: isTall(left) || isTall(right) ? " / " : "/"
    case .cross, .dot, .star, .elementwise, .tensor, .composed:
      spaced(factors[index].operation.spelling.glyph(isUnicode: isUnicode))
    case .juxtaposed:
      if left.isApart || right.isApart {
        gapApart(left, right)
      } else if needsSign(before: index, of: factors) {
        spaced(times)
      } else {
        gap(left, right)
      }
    }
  }

  /// The sign of multiplication where one is needed.
  var times: String { isUnicode ? "·" : "*" }

  private func spaced(_ sign: String) -> String {
    isTight && !sign.allSatisfy(\.isLetter) ? sign : " \(sign) "
  }

  /// Whether two factors without a sign between would be read as something else.
  private func needsSign(before index: Int, of factors: [Expression.Factor]) -> Bool {
    let (left, right) = (factors[index - 1], factors[index].value)
    if left.value.isPrefix || right.differential != nil { return right.beginsWithDigit }
    // In an index a space does, so that `ij` stays two names: `a_{i j}`.
    if isFlat && !isUnicode { return !isTight || !left.value.isSingle || !right.isSingle }
    return (index > 1 && left.operation == .slash) || right.beginsWithDigit
      || (!isUnicode && left.value.looksLikeFunction(of: right))
  }

  private func gap(_ left: Expression, _ right: Expression) -> String {
    if left.isPrefix, isUnicode, !isLoose(left), !right.isSpacious { return "" }
    let isLoose = !isUnicode || isFlat || isLoose(left) || isLoose(right)
    return isLoose || (left.isBars && right.isBars) ? " " : ""
  }

  /// Words and what the parser does not know are no factors: a space, if they bring none.
  private func gapApart(_ left: Expression, _ right: Expression) -> String {
    left.joinsRight || right.joinsLeft ? "" : " "
  }

  /// Whether a factor needs a space on either side to be seen as one.
  private func isLoose(_ expression: Expression) -> Bool {
    switch expression.node {
    case .root, .fraction, .binomial, .big, .dots, .call, .rows, .grid, .differential, .annotated:
      true
    case .symbol(let symbol): symbol.letter.count > 1 || symbol.marks.contains("*")
    case .indexed(let base, let index): isLoose(base) || isUnicode && loweredText(index) == nil
    case .power(let base, _): isLoose(base)
    case .product(let factors): factors.contains { isLoose($0.value) }
    default: false
    }
  }

  private func isTall(_ expression: Expression) -> Bool {
    if case .fraction = expression.node { !isFlat } else { false }
  }
}

extension [Expression.Factor] {
  fileprivate func contains(_ operation: Expression.Factor.Operation) -> Bool {
    dropFirst().contains { $0.operation == operation }
  }
}

extension Expression {
  /// Whether it stands among factors without being one.
  var isApart: Bool {
    switch node {
    case .text, .space, .unknown, .empty: true
    default: false
    }
  }

  /// The variable, where it is the d of an integral or a derivative.
  var differential: Expression? {
    if case .differential(let variable) = node { variable } else { nil }
  }

  /// Whether it is a sign that stands before what it works on, such as a gradient: no factor of it.
  var isPrefix: Bool {
    switch node {
    case .symbol(let symbol): Self.prefixes.contains(symbol.name) || symbol.isExpectation
    case .indexed(let base, _), .power(let base, _): base.isPrefix
    default: false
    }
  }

  private static let prefixes: Set = [
    "nabla", "partial", "forall", "exists", "not", "Delta", "Re", "Im",
  ]

  /// Whether a sign before it needs a space to be told apart.
  fileprivate var isSpacious: Bool {
    switch node {
    case .call(let head, _, _): head.isFunctionName
    case .fraction, .fenced, .big, .root, .annotated, .grid: true
    case .power(let base, _): base.isSpacious
    default: false
    }
  }

  fileprivate var joinsLeft: Bool { joins(at: \.first) }
  fileprivate var joinsRight: Bool { joins(at: \.last) }

  private func joins(at end: (String) -> Character?) -> Bool {
    switch node {
    case .text(let words): end(words)?.isWhitespace ?? true
    // A sign such as a colon is no word.
    case .unknown(let source): !source.hasPrefix("\\") && !source.contains(where: \.isLetter)
    case .space, .empty: true
    default: false
    }
  }

  fileprivate var isBars: Bool {
    switch node {
    case .fenced(_, .bars), .fenced(_, .doubleBars): true
    case .power(let base, _): base.isBars
    default: false
    }
  }

  var beginsWithDigit: Bool {
    switch node {
    case .number: true
    case .power(let base, _): base.beginsWithDigit
    case .product(let factors): factors.first?.value.beginsWithDigit ?? false
    default: false
    }
  }

  /// Whether this name before those brackets would be read as a function and its arguments.
  fileprivate func looksLikeFunction(of brackets: Expression) -> Bool {
    guard case .fenced(_, .parentheses) = brackets.node else { return false }
    switch node {
    case .symbol: return true
    case .indexed(let base, _): return base.looksLikeFunction(of: brackets)
    default: return false
    }
  }
}
