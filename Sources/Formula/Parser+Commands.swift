/// Functions, roots, fractions, accents, alphabets, sums over a range, and environments.
extension Parser {
  /// A function's name with its argument; without brackets that is the run of factors after it.
  mutating func function(_ name: String) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let head = try scripted(node(.symbol(Symbol(name, alphabet: .roman)), from: start))
    try descend()
    defer { ascend() }
    guard case .open(let delimiter) = kind, case .fence(let fence) = delimiter.shape,
      head.takesBrackets(fence)
    else { return node(.call(head, arguments: try run(), .parentheses), from: start) }
    let bracket = try bracket()
    guard case .fenced(let content, let fence) = bracket.node else {
      return node(.call(head, arguments: bracket, .parentheses), from: start)
    }
    return node(.call(head, arguments: content, fence), from: start)
  }

  /// The argument of a function without brackets: `2\pi t` of `\sin 2\pi t + 1`.
  private mutating func run() throws(FormulaError) -> Expression {
    let start = start
    if dialect == .latex, kind == .minus || kind == .plus { return try signed() }
    guard startsFactor else { return try missingOperand() }
    var factors: [Expression.Factor] = []
    var isOpen = continuesRun
    repeat {
      try appendFactor(to: &factors, .juxtaposed)
      isOpen = isOpen && continuesRun
    } while isOpen
    return factors.count == 1 ? factors[0].value : node(.product(factors), from: start)
  }

  private var continuesRun: Bool {
    switch kind {
    case .number, .symbol, .root, .fraction, .accent, .alphabet, .open(.group): true
    default: false
    }
  }

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

extension Parser {
  mutating func environment(_ name: String) throws(FormulaError) -> Expression {
    let start = start
    guard let isAligned = Self.environments[name] else { return try unknownEnvironment(name) }
    try descend()
    defer { ascend() }
    advance()
    let rows = try rows()
    advance()
    if !isAligned, rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    return node(.rows(rows, aligned: isAligned), from: start)
  }

  /// Takes everything up to the partner of this `\begin`, as it is.
  private mutating func unknownEnvironment(_ name: String) throws(FormulaError) -> Expression {
    let start = start
    var open = 0
    repeat {
      if case .begin = kind { open += 1 }
      if case .end = kind { open -= 1 }
      advance()
    } while open > 0 && current != nil
    return unknown(from: start)
  }

  /// The environments that hold rows of maths, and whether they align them.
  private static let environments: [String: Bool] = [
    "aligned": true, "align": true, "align*": true, "split": true, "eqnarray": true,
    "eqnarray*": true, "gathered": false, "gather": false, "gather*": false, "multline": false,
    "multline*": false, "equation": false, "equation*": false, "displaymath": false, "math": false,
  ]
}
