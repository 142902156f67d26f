/// Functions with their arguments, and what ends an argument without brackets.
extension Parser {
  /// A function's name with its argument.
  ///
  /// In LaTeX a name that nothing follows stands alone, as where its brackets are braces:
  /// `\underset{x}{\min}`.
  mutating func function(_ name: String) throws(FormulaError) -> Expression {
    let start = start
    advance()
    let head = try scripted(node(.symbol(Symbol(name, alphabet: .roman)), from: start))
    guard dialect == .plain || startsArgument else { return head }
    return try call(of: head)
  }

  /// Something that can be an argument begins at the cursor.
  var startsArgument: Bool { startsFactor && kind != .space || kind == .minus || kind == .plus }

  /// The call of a function; without brackets its argument is the run of factors after it.
  mutating func call(of head: Expression) throws(FormulaError) -> Expression {
    let start = head.range.lowerBound
    try descend()
    defer { ascend() }
    guard case .open(let delimiter) = kind, case .fence(let fence) = delimiter.shape,
      head.takesBrackets(fence)
    else { return node(.call(head, arguments: try argument(of: head), nil), from: start) }
    let bracket = try bracket()
    guard case .fenced(let content, let fence) = bracket.node else {
      return node(.call(head, arguments: bracket, .parentheses), from: start)
    }
    return node(.call(head, arguments: content, fence), from: start)
  }

  /// The argument of a limit goes on to the end of the term, that of any other function is a run.
  private mutating func argument(of head: Expression) throws(FormulaError) -> Expression {
    guard dialect == .latex, case .indexed = head.node, head.isLimit, startsFactor else {
      return try run()
    }
    return try product()
  }

  /// The factors that a mathematician reads as the argument: `2\pi t` of `\sin 2\pi t \cos t`.
  ///
  /// It ends at a command for a space, at a differential, and after a part with brackets or a bar
  /// of its own: so `\log q(x) r(x)` is the logarithm of q(x), times r(x).
  private mutating func run() throws(FormulaError) -> Expression {
    let start = start
    if dialect == .latex, kind == .minus || kind == .plus { return try signed() }
    guard startsFactor else { return try missingOperand() }
    var factors: [Expression.Factor] = []
    var isOpen = continuesRun
    var isNumber = true
    repeat {
      try appendFactor(to: &factors, .juxtaposed)
      guard let last = factors.last?.value else { break }
      isNumber = isNumber && last.isNumber
      isOpen = isOpen && !last.endsRun && continuesRun && current?.isSpaced == false
      isOpen = isOpen && !startsDifferential && (isNumber || !startsCall)
    } while isOpen
    return factors.count == 1 ? factors[0].value : node(.product(factors), from: start)
  }

  private var continuesRun: Bool {
    switch kind {
    case .number, .symbol, .root, .fraction, .binomial, .accent, .alphabet, .open(.group): true
    default: false
    }
  }

  /// A name with brackets after it begins at the cursor.
  private var startsCall: Bool {
    guard let end = nameEnd(from: 0), case .open(let delimiter) = peek(end) else { return false }
    return delimiter.shape == .fence(.parentheses)
  }
}

extension Parser {
  /// The d of `dx` stands at the cursor.
  ///
  /// An upright d is one before any name; an italic d only where its name follows at once and either
  /// a space stands before it or the product ends after the name, so that `2 d n` stays a product.
  var startsDifferential: Bool {
    guard let first = current, let end = nameEnd(from: 1) else { return false }
    guard case .symbol(let symbol) = first.kind else { return first.kind == .differential }
    // A d of a d would nest without end.
    guard peek(1) != .symbol(Symbol("d")), peek(1) != .differential else { return false }
    if symbol == Symbol("d", alphabet: .roman) { return peek(1) != first.kind }
    guard symbol == Symbol("d"), peek(1) != .symbol(Symbol("d", alphabet: .roman)),
      token(after: 1)?.range.lowerBound == first.range.upperBound
    else {
      return false
    }
    return first.isSpaced || token(after: end)?.isSpaced == true || endsProduct(end)
  }

  /// Appends the differential at the cursor, of a name or a call: `dx`, `d\gamma(x, y)`.
  mutating func appendDifferential(
    to factors: inout [Expression.Factor], _ operation: Expression.Factor.Operation
  ) throws(FormulaError) {
    let start = start
    advance()
    let first = factors.count
    try appendFactor(to: &factors, operation)
    let variable = factors[first].value
    let range = start..<max(start, variable.range.upperBound)
    factors[first].value = Expression(.differential(variable), at: range)
  }

  /// The product ends before that token, or another differential follows.
  private func endsProduct(_ distance: Int) -> Bool {
    switch peek(distance) {
    case nil, .close, .end, .cell, .row, .separator, .relation, .labelled, .plus, .minus, .sign,
      .operation, .stop, .bar, .space:
      true
    case .symbol(let symbol): symbol.name == "d" && symbol.accent == nil
    default: false
    }
  }

  /// How far the name at that distance goes with its accents and scripts; nil if none is there.
  ///
  /// It looks at some tokens only, so that reading stays linear.
  private func nameEnd(from distance: Int) -> Int? {
    var end = distance
    while end < distance + 4, peek(end)?.isMark == true { end += 1 }
    if peek(end) == .open(.group), end > distance {
      end = groupEnd(end)
    } else if case .symbol = peek(end) {
      end += 1
    } else {
      return nil
    }
    while end < distance + 40, peek(end) == .lower || peek(end) == .upper {
      end = peek(end + 1) == .open(.group) ? groupEnd(end + 1) : end + 2
    }
    return end
  }

  /// The distance after the group that opens at that one.
  private func groupEnd(_ distance: Int) -> Int {
    var depth = 0
    for end in distance..<(distance + 24) {
      if peek(end) == .open(.group) { depth += 1 }
      if peek(end) == .close(.group) { depth -= 1 }
      if depth == 0 { return end + 1 }
    }
    return distance + 24
  }
}

extension Token.Kind {
  /// It belongs to the name after it.
  fileprivate var isMark: Bool {
    switch self {
    case .accent, .alphabet: true
    default: false
    }
  }
}

extension Expression {
  /// The name of a function, perhaps with its index, without an argument.
  var isFunctionName: Bool {
    guard let symbol = headSymbol, symbol.alphabet == .roman else { return false }
    return Names.functions.contains(symbol.name)
  }

  fileprivate var isLimit: Bool { headSymbol.map { Names.limits.contains($0.name) } ?? false }

  fileprivate var isNumber: Bool { if case .number = node { true } else { false } }

  /// It has brackets or a bar of its own, so that an argument without brackets ends after it.
  fileprivate var endsRun: Bool {
    switch node {
    case .fraction, .binomial, .call, .fenced, .grid, .annotated: true
    case .power(let base, _), .indexed(let base, _): base.endsRun
    default: false
    }
  }
}
