extension Lexer {
  /// Reads what typed maths has of its own; false if the sign is none of it.
  mutating func readPlain(_ scalar: Unicode.Scalar) -> Bool {
    let start = scanner.offset
    switch scalar {
    case _ where scalar.isLetter: readWord()
    case "*":
      scanner.advance()
      emit(scanner.take("*") ? .upper : .operation(.star), from: start)
    case "~":
      scanner.advance()
      emit(.relation(scanner.take("=") ? .approximately : .distributed), from: start)
    case "{": openBrace()
    case "}": emit(.close(braces.popLast() ?? .fence(.braces)))
    default: return false
    }
    return true
  }

  /// Braces group after `_` and `^`, and hold a set elsewhere.
  private mutating func openBrace() {
    let isScript = tokens.last?.kind == .lower || tokens.last?.kind == .upper
    braces.append(isScript ? .group : .fence(.braces))
    emit(.open(braces.last ?? .group))
  }

  /// A name with what belongs to it: `alpha_bar`, `beta~`, `x0`.
  private mutating func readWord() {
    let start = scanner.offset
    let isIndex = tokens.last?.kind == .lower
    let word = scanner.take(while: \.isLetter)
    let digits = scanner.take(while: \.isDigit)
    var kinds = isIndex ? Self.label(word) : Names.tokens(of: word)
    if let accent = takeAccent(), case .symbol(var symbol) = kinds[0], symbol.accent == nil {
      symbol.accent = accent
      kinds[0] = .symbol(symbol)
    }
    kinds[0] = alphabetised(kinds[0])
    if let sign = rangeSign(word) { kinds = [.big(sign)] }
    if !digits.isEmpty { kinds += [.lower, .number(digits)] }
    emit(kinds, from: start)
  }

  /// An integral, or `sum` and `prod` with their range at the corners, as `sum_{i=1}^t`.
  private func rangeSign(_ word: String) -> Expression.BigOperator? {
    switch word {
    case "int": .integral
    case "iint": .doubleIntegral
    case "oint": .contourIntegral
    case "sum" where scanner.current == "_": .sum
    case "prod" where scanner.current == "_": .product
    default: nil
    }
  }

  /// A word that is an index names no function: the max of `sigma_max`.
  private static func label(_ word: String) -> [Token.Kind] {
    let kinds = Names.tokens(of: word)
    switch kinds[0] {
    case .function, .root, .relation, .differential:
      return [.symbol(Symbol(word, alphabet: .roman))]
    default: return kinds
    }
  }

  /// The accent at the cursor: a combining mark, `_bar`, or a tilde that joins on to no name.
  private mutating func takeAccent() -> Accent? {
    if let accent = Signs.accent(of: scanner.current) {
      scanner.advance()
      return accent
    }
    if let next = scanner.peek(1), next.isLetter || next.isDigit || next == "=" {
      if scanner.current == "~" { return nil }
    }
    if scanner.take("~") { return .tilde }
    for (suffix, accent) in Names.accents where scanner.stands("_" + suffix) {
      let next = scanner.peek(1 + suffix.count)
      guard next?.isLetter != true, next?.isDigit != true else { continue }
      scanner.advance(by: 1 + suffix.count)
      return accent
    }
    return nil
  }

  /// N and E before their brackets are the normal distribution and the expectation.
  private func alphabetised(_ kind: Token.Kind) -> Token.Kind {
    guard case .symbol(let symbol) = kind else { return kind }
    var distance = 0
    while scanner.peek(distance) == " " { distance += 1 }
    let next = scanner.peek(distance)
    if symbol == Symbol("N"), next == "(" { return .symbol(Symbol("N", alphabet: .calligraphic)) }
    if symbol == Symbol("E"), next == "(" || next == "[" || next == "_" {
      return .symbol(Symbol("E", alphabet: .blackboard))
    }
    return kind
  }
}
