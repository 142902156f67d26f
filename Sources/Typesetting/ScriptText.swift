import Formula

extension Expression {
  /// The text of an index or exponent whose parts all stand on one line, such as `t-1`; else nil.
  ///
  /// It stops at the first part that is more, so that scripts nested in scripts are not read again
  /// at every level.
  var scriptText: String? {
    switch node {
    case .number(let digits): digits
    case .symbol(let symbol): symbol.accent == nil ? symbol.letter + symbol.marks : nil
    case .text(let words): words
    case .differential(let variable): variable.scriptText.map { "d" + $0 }
    case .fenced(let inner, .parentheses): inner.scriptText.map { "(\($0))" }
    case .sum(let terms): Self.scriptText(terms)
    case .product(let factors): Self.scriptText(factors)
    case .relation(let sides, [.equal]) where sides.count == 2:
      sides[0].scriptText.flatMap { left in sides[1].scriptText.map { "\(left)=\($0)" } }
    default: nil
    }
  }

  private static func scriptText(_ terms: [Term]) -> String? {
    var text = ""
    for (index, term) in terms.enumerated() {
      guard term.value.isScriptTerm, let value = term.value.scriptText else { return nil }
      text += term.isNegative ? "-" : index > 0 ? "+" : ""
      text += value
    }
    return text
  }

  private static func scriptText(_ factors: [Factor]) -> String? {
    var text = ""
    for (index, factor) in factors.enumerated() {
      let joins = index == 0 || (factor.operation == .juxtaposed && !factor.value.isNumber)
      guard joins, factor.value.isScriptFactor, let value = factor.value.scriptText else {
        return nil
      }
      text += value
    }
    return text
  }

  private var isNumber: Bool { if case .number = node { true } else { false } }

  private var isScriptTerm: Bool {
    switch node {
    case .sum, .relation: false
    default: true
    }
  }

  private var isScriptFactor: Bool {
    switch node {
    case .number, .symbol, .fenced: true
    default: false
    }
  }
}
