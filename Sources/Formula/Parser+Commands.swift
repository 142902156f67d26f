/// Roots, fractions, accents, alphabets, and sums over a range.
extension Parser {
  /// A root with its degree; bare, it covers a name with its index but not a power: `√x²` is x.
  mutating func root() throws(FormulaError) -> Expression {
    let start = start
    advance()
    var degree: Expression?
    if kind == .open(.fence(.brackets)) { degree = try bracket().withoutFence }
    var isBare = true
    if case .open = kind { isBare = false }
    var radicand = try argument()
    if isBare, kind == .lower || dialect == .plain && kind == .open(.fence(.brackets)) {
      radicand = try indexed(radicand)
    }
    return node(.root(radicand.withoutParentheses, degree: degree), from: start)
  }

  private mutating func indexed(_ base: Expression) throws(FormulaError) -> Expression {
    guard take(.lower) else {
      let index = try bracket().withoutFence
      return node(.indexed(base, by: index), from: base.range.lowerBound)
    }
    let index = try script()
    return node(.indexed(base, by: index), from: base.range.lowerBound)
  }

  mutating func fraction() throws(FormulaError) -> Expression {
    let start = start
    advance()
    let numerator = try argument()
    let denominator = try argument()
    return node(.fraction(numerator, over: denominator), from: start)
  }

  mutating func binomial() throws(FormulaError) -> Expression {
    let start = start
    advance()
    let upper = try argument()
    let lower = try argument()
    return node(.binomial(upper, over: lower), from: start)
  }

  /// A part with a brace over or under it, and what is written there.
  mutating func braced(_ annotation: Expression.Annotation) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let content = try argument()
    var label: Expression?
    if take(.lower) || take(.upper) { label = try script() }
    return node(.annotated(content, annotation, label: label), from: start)
  }

  /// A part with words over or under it; below a function's name they are its index.
  mutating func stacked(_ annotation: Expression.Annotation) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let label = try argument()
    let content = try argument()
    guard annotation == .below, content.isFunctionName else {
      return node(.annotated(content, annotation, label: label), from: start)
    }
    return node(.indexed(content, by: label), from: start)
  }

  /// An accent belongs to the symbol, whether its index stands inside the braces or outside.
  mutating func accented(_ accent: Accent) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let content = try argument()
    let marked = content.changingSymbol { symbol in
      guard symbol.accent == nil else { return nil }
      return Symbol(symbol.name, accent, alphabet: symbol.alphabet, marks: symbol.marks)
    }
    return node(marked?.node ?? .accented(content, accent), from: start)
  }

  /// An alphabet belongs to the symbol; over anything more it is typography, and passed over.
  mutating func alphabetised(_ alphabet: Symbol.Alphabet) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let content = try argument()
    let marked = content.changingSymbol { symbol in
      Symbol(symbol.name, symbol.accent, alphabet: alphabet, marks: symbol.marks)
    }
    return node((marked ?? content).node, from: start)
  }

  /// A sum, product or integral; its body is the product at its right.
  mutating func big(_ operation: Expression.BigOperator) throws(FormulaError) -> Expression {
    let start = start
    advance()
    var lower: Expression?
    var upper: Expression?
    while kind == .lower && lower == nil || kind == .upper && upper == nil {
      if take(.lower) {
        lower = try script()
      } else {
        advance()
        upper = try script()
      }
    }
    try descend()
    defer { ascend() }
    let body = try product()
    return node(.big(operation, from: lower, to: upper, body: body), from: start)
  }
}
