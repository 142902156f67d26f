/// Which brackets after a name hold arguments, and which a factor.
extension Expression {
  /// The symbol that a head is made of: mu of `\tilde\mu_t`, epsilon of `\epsilon_\theta^*`.
  package var headSymbol: Symbol? {
    switch node {
    case .symbol(let symbol): symbol
    case .indexed(let base, _): base.headSymbol
    case .power(let base, _): base.headSymbol
    default: nil
    }
  }

  /// Brackets of this kind after it may hold its arguments.
  func takesBrackets(_ fence: Fence) -> Bool {
    guard let symbol = headSymbol else { return false }
    switch fence {
    case .parentheses: return true
    case .brackets, .braces: return Names.bracketHeads.contains(symbol.name)
    case .bars, .doubleBars, .angles, .floor, .ceiling: return false
    }
  }

  /// The brackets with that content hold its arguments.
  ///
  /// So it is where the name is a function's or calligraphic, where it is indexed by a network's
  /// parameters, and where the brackets hold a list or one name or number alone, as in `\beta(t)`,
  /// or after a capital a call, as in `D(E(x))`; else the brackets are a factor, as in
  /// `\alpha_t(1-\beta_t)` and `P(x-m)^2`.
  func isCall(of content: Expression) -> Bool {
    guard let symbol = headSymbol else { return false }
    if case .list = content.node { return true }
    let isWord = symbol.alphabet == .roman && symbol.name.utf8.count > 1
    return isWord || symbol.alphabet == .calligraphic
      || Names.heads.contains(symbol.name) && symbol.accent == nil
      || hasParameters || content.isSingleName || symbol.isCapital && content.isCall
  }

  private var isCall: Bool { if case .call = node { true } else { false } }

  /// One name, perhaps with its index, or one number.
  private var isSingleName: Bool {
    switch node {
    case .symbol, .number: true
    case .indexed(let base, _): base.isSingleName
    default: false
    }
  }

  private var hasParameters: Bool {
    switch node {
    case .power(let base, _): base.hasParameters
    case .indexed(_, let index):
      index.headSymbol.map { Names.parameters.contains($0.name) } ?? false
    default: false
    }
  }
}

extension Symbol {
  fileprivate var isCapital: Bool {
    name.unicodeScalars.first.map { ("A"..."Z").contains($0) } ?? false
  }
}

extension Expression {
  /// A typed `prod(s, 1, t, e)`, `sum(...)` or `abs(x)` as the sign that it stands for.
  var unfolded: Expression {
    guard case .call(let head, let arguments, .parentheses) = node,
      case .symbol(let symbol) = head.node, symbol.alphabet == .roman
    else { return self }
    switch symbol.name {
    case "abs": return Expression(.fenced(arguments, .bars), at: range)
    case "floor": return Expression(.fenced(arguments, .floor), at: range)
    case "ceil": return Expression(.fenced(arguments, .ceiling), at: range)
    case "binom": return chosen(arguments) ?? self
    case "prod": return overRange(.product, arguments) ?? self
    case "sum": return overRange(.sum, arguments) ?? self
    default: return self
    }
  }

  private func chosen(_ arguments: Expression) -> Expression? {
    guard case .list(let items, [.comma]) = arguments.node, items.count == 2 else { return nil }
    return Expression(.binomial(items[0], over: items[1]), at: range)
  }

  private func overRange(_ operation: BigOperator, _ arguments: Expression) -> Expression? {
    guard case .list(let items, let separators) = arguments.node, items.count == 4,
      separators.allSatisfy({ $0 == .comma })
    else { return nil }
    let from = Expression(
      .relation([items[0], items[1]], [.equal]),
      at: items[0].range.lowerBound..<items[1].range.upperBound)
    let body = items[3].asFactor
    return Expression(.big(operation, from: from, to: items[2], body: body), at: range)
  }

  /// Itself as a factor: a sum gets the brackets that it needs to be one.
  private var asFactor: Expression {
    guard case .sum = node else { return self }
    return Expression(.fenced(self, .parentheses), at: range)
  }

  /// What brackets of any kind hold.
  var withoutFence: Expression {
    guard case .fenced(let content, _) = node else { return self }
    return content
  }

  var withoutParentheses: Expression {
    guard case .fenced(let content, .parentheses) = node else { return self }
    return content
  }

  /// The symbol changed, where this is one, perhaps with an index; nil where it is anything else.
  func changingSymbol(_ change: (Symbol) -> Symbol?) -> Expression? {
    switch node {
    case .symbol(let symbol): change(symbol).map { Expression(.symbol($0), at: range) }
    case .indexed(let base, let index):
      base.changingSymbol(change).map { Expression(.indexed($0, by: index), at: range) }
    default: nil
    }
  }
}
