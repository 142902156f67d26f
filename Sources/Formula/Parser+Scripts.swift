/// Scripts: what stands at the lower and the upper right.
extension Parser {
  /// The base with the index, the exponent and the marks that follow it, in any order.
  mutating func scripted(_ base: Expression) throws(FormulaError) -> Expression {
    var base = base
    var index: Expression?
    var marks = ""
    var exponents: [Expression] = []
    var levels = 0
    defer { ascend(by: levels) }
    while true {
      switch kind {
      case .mark(let mark):
        advance()
        marks += mark
      case .upper where raisedMark != nil: marks += takeRaisedMark()
      case .upper:
        advance()
        exponents.append(try script())
        if exponents.count > 1 { try descend(counting: &levels) }
      case .lower:
        advance()
        if let index {
          base = node(.indexed(base, by: index), from: base.range.lowerBound)
          try descend(counting: &levels)
        }
        index = try script()
      case .open(.fence(.brackets)) where isSubscript(of: base) && index == nil:
        index = try bracket().withoutFence
      default: return finish(base, index, marks, exponents)
      }
    }
  }

  private mutating func descend(counting levels: inout Int) throws(FormulaError) {
    levels += 1
    try descend()
  }

  /// Typed maths writes an index in square brackets too: `abar[t]`.
  private func isSubscript(of base: Expression) -> Bool {
    guard dialect == .plain, case .symbol(let symbol) = base.node else { return false }
    return !Names.bracketHeads.contains(symbol.name)
  }

  private func finish(
    _ base: Expression, _ index: Expression?, _ marks: String, _ exponents: [Expression]
  ) -> Expression {
    let start = base.range.lowerBound
    var result = base
    var rest = marks.isEmpty ? [] : [Expression(.unknown(marks), at: start..<max(start, end))]
    if case .symbol(var symbol) = base.node, !marks.isEmpty {
      symbol.marks += marks
      result = Expression(.symbol(symbol), at: base.range)
      rest = []
    }
    if let index { result = node(.indexed(result, by: index), from: start) }
    for exponent in rest { result = node(.power(result, exponent: exponent), from: start) }
    guard var exponent = exponents.last else { return result }
    for lower in exponents.dropLast().reversed() {
      exponent = node(.power(lower, exponent: exponent), from: lower.range.lowerBound)
    }
    return node(.power(result, exponent: exponent), from: start)
  }

  /// The mark after a `^`, where there is one: `x^*`, `x^{\prime}`, `\theta^-`.
  private var raisedMark: (mark: String, length: Int)? {
    let isGroup = peek(1) == .open(.group)
    guard let kind = peek(isGroup ? 2 : 1), !isGroup || peek(3) == .close(.group) else {
      return nil
    }
    switch kind {
    case .operation(.star): return ("*", isGroup ? 4 : 2)
    case .operation(.composed): return ("°", isGroup ? 4 : 2)
    case .relation(.independent): return ("⊥", isGroup ? 4 : 2)
    case .mark(let mark): return (mark, isGroup ? 4 : 2)
    case .plus where isGroup || !startsOperand(2): return ("+", isGroup ? 4 : 2)
    case .minus where isGroup || !startsOperand(2): return ("-", isGroup ? 4 : 2)
    default: return nil
    }
  }

  /// After the sign in `x^-1` an exponent follows: so it is no mark.
  private func startsOperand(_ distance: Int) -> Bool {
    switch peek(distance) {
    case .number: true
    case nil, .close, .relation, .labelled, .separator, .plus, .minus, .sign, .operation, .lower,
      .upper:
      false
    default: dialect == .plain
    }
  }

  private mutating func takeRaisedMark() -> String {
    guard let (mark, length) = raisedMark else { return "" }
    for _ in 0..<length { advance() }
    return mark
  }

  /// What belongs to a `_` or `^`.
  mutating func script() throws(FormulaError) -> Expression {
    if sign != nil { return try signed() }
    let argument = try argument()
    if case .text(let word) = argument.node, word.unicodeScalars.allSatisfy(\.isLetter) {
      return Expression(.symbol(Symbol(word, alphabet: .roman)), at: argument.range)
    }
    return dialect == .plain ? argument.withoutParentheses : argument
  }

  /// The next thing alone, as TeX takes an argument: a group, a sign, or one digit of a number.
  mutating func argument() throws(FormulaError) -> Expression {
    while take(.space) {}
    guard startsFactor, kind != .lower, kind != .upper else { return try missingOperand() }
    if dialect == .latex, let digit = takeDigit() { return digit }
    if case .open = kind { return try primary() }
    try descend()
    defer { ascend() }
    return try primary()
  }

  /// The first digit of a whole number of several; the others stay.
  private mutating func takeDigit() -> Expression? {
    guard let token = current, case .number(let text) = token.kind, text.utf8.count > 1,
      text.unicodeScalars.allSatisfy(\.isDigit)
    else { return nil }
    let middle = token.range.lowerBound + 1
    let rest = Token.Kind.number(String(text.dropFirst()))
    replaceCurrent(by: Token(rest, at: middle..<token.range.upperBound))
    return Expression(.number(String(text.prefix(1))), at: token.range.lowerBound..<middle)
  }
}
