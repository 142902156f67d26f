import Formula

/// A name taken apart: its letter, what stands below it, and what stands above.
struct NameParts {
  let symbol: Symbol
  private(set) var indices: [Expression] = []
  private(set) var exponents: [Expression] = []

  init?(_ formula: Expression) {
    switch formula.node {
    case .symbol(let symbol): self.symbol = symbol
    case .indexed(let base, let index):
      guard var parts = NameParts(base) else { return nil }
      parts.indices.append(index)
      self = parts
    case .power(let base, let exponent):
      guard var parts = NameParts(base) else { return nil }
      parts.exponents.append(exponent)
      self = parts
    default: return nil
    }
  }

  /// The same name with an index below.
  func indexed(by index: Expression) -> NameParts {
    var parts = self
    parts.indices.append(index)
    return parts
  }

  /// The letter with its accent and marks: `alpha_bar`.
  var name: String { symbol.canonicalName }
  var index: Expression? { indices.first }
  /// The words and letters below: `theta`, `0`, `simple`; a comma or an index that is reckoned has
  /// none.
  var labels: [String] { indices.compactMap(\.label) }

  /// A label of a network's parameters stands below.
  var hasParameters: Bool { labels.contains(where: Self.isParameter) || parametersInList }

  private static func isParameter(_ label: String) -> Bool {
    ["theta", "phi", "psi", "theta*", "theta'", "theta_hat"].contains(label)
  }

  /// `\epsilon_{\theta, t}`: parameters and a step together.
  private var parametersInList: Bool {
    guard case .list(let items, _)? = index?.node else { return false }
    return items.contains { $0.label.map(Self.isParameter) ?? false }
  }

  /// The step that stands in brackets above, as in `\epsilon_\theta^{(t)}`, or beside parameters
  /// below.
  var step: Expression? {
    for exponent in exponents {
      if case .fenced(let content, .parentheses) = exponent.node { return content }
    }
    if case .list(let items, _)? = index?.node, parametersInList {
      return items.first { !($0.label.map(Self.isParameter) ?? false) }
    }
    return nil
  }

  /// What stands above and is no step or sample number in brackets.
  var powers: [Expression] {
    exponents.filter { if case .fenced(_, .parentheses) = $0.node { false } else { true } }
  }
}

extension Expression {
  /// The letters, the digits or the word that this is, else nil.
  var label: String? {
    switch node {
    case .symbol(let symbol): symbol.canonicalName
    case .number(let text), .text(let text): text
    default: nil
    }
  }

  var isSum: Bool { if case .sum = node { true } else { false } }

  static func name(_ name: String, _ index: Expression? = nil) -> Expression {
    let symbol = Expression(.symbol(Symbol(name)))
    return index.map { Expression(.indexed(symbol, by: $0)) } ?? symbol
  }

  static func whole(_ number: Int) -> Expression { Expression(.number("\(number)")) }

  static func call(_ name: String, _ arguments: [Expression]) -> Expression {
    let commas = [Separator](repeating: .comma, count: max(0, arguments.count - 1))
    let list =
      arguments.count == 1 ? arguments[0] : Expression(.list(arguments, separators: commas))
    return Expression(.call(.name(name), arguments: list, .parentheses))
  }

  static func plus(_ terms: Expression...) -> Expression {
    Expression(.sum(terms.map { Term($0) }))
  }

  static func minus(_ left: Expression, _ right: Expression) -> Expression {
    Expression(.sum([Term(left), Term(right, isNegative: true)]))
  }

  static func times(_ factors: Expression...) -> Expression {
    Expression(.product(factors.map { Factor(.juxtaposed, $0) }))
  }

  static func root(_ radicand: Expression) -> Expression {
    Expression(.root(radicand, degree: nil))
  }

  static func fenced(_ content: Expression) -> Expression {
    Expression(.fenced(content, .parentheses))
  }

  /// The same part, with a place in the source.
  func placed(at range: Range<Int>) -> Expression { Expression(node, at: range) }

  /// The items of a list, or this part alone.
  var items: [Expression] {
    if case .list(let items, _) = node { items } else { [self] }
  }
}
