/// Cuts a source into tokens, in one pass.
struct Lexer {
  var scanner: Scanner
  let dialect: Dialect
  private(set) var tokens: [Token] = []
  /// Typed maths only: what each open brace is.
  var braces: [Token.Delimiter] = []
  /// LaTeX only: a brace was found that nothing closes, so no other need be looked for.
  var isUnbalanced = false
  /// LaTeX only: what each open brace is, true for one of `\substack`.
  var stacks: [Bool] = []
  /// A command for a space stands before the next token.
  var isSpaced = false

  init(_ source: Source, _ dialect: Dialect) {
    scanner = Scanner(source)
    self.dialect = dialect
  }

  static func tokens(of source: Source, _ dialect: Dialect) throws(FormulaError) -> [Token] {
    var lexer = Lexer(source, dialect)
    while !lexer.scanner.isAtEnd { try lexer.readToken() }
    return lexer.tokens
  }

  mutating func emit(_ kinds: [Token.Kind], from start: Int) {
    for kind in kinds { append(Token(kind, at: start..<scanner.offset)) }
  }

  mutating func emit(_ kind: Token.Kind, from start: Int) { emit([kind], from: start) }

  /// Appends the token of one ASCII character at that offset.
  mutating func append(_ kind: Token.Kind, at offset: Int) {
    append(Token(kind, at: offset..<(offset + 1)))
  }

  private mutating func append(_ token: Token) {
    tokens.append(token)
    tokens[tokens.count - 1].isSpaced = isSpaced
    isSpaced = false
  }

  /// Takes one character and emits what it means.
  mutating func emit(_ kind: Token.Kind) {
    let start = scanner.offset
    scanner.advance()
    emit(kind, from: start)
  }

  private mutating func readToken() throws(FormulaError) {
    let start = scanner.offset
    guard let scalar = scanner.current else { return }
    if scalar.properties.isWhitespace {
      scanner.skipSpaces()
    } else if let number = scanner.takeNumber() {
      emit(.number(number), from: start)
    } else if let relation = takeRelation() {
      emit(.relation(relation), from: start)
    } else if dialect == .plain, let sign = takeDoubleSign() {
      emit(.sign(sign), from: start)
    } else if scanner.take("...") {
      emit(.dots(.low), from: start)
    } else if scanner.take("||") {
      emit(.bar(isDouble: true), from: start)
    } else if let kind = Self.ascii[scalar] {
      emit(kind)
    } else if try !readOwn(scalar), !readSign(scalar) {
      try readUnknown()
    }
  }

  private mutating func readOwn(_ scalar: Unicode.Scalar) throws(FormulaError) -> Bool {
    switch dialect {
    case .latex: readLatex(scalar)
    case .plain: readPlain(scalar)
    }
  }

  private mutating func readUnknown() throws(FormulaError) {
    let start = scanner.offset
    scanner.advance()
    let range = start..<scanner.offset
    guard dialect == .latex else {
      throw FormulaError(.unexpected(scanner.source[range]), at: range)
    }
    append(Token(.unknown, at: range))
  }

  private mutating func takeDoubleSign() -> Expression.Term.Sign? {
    if scanner.take("+/-") { return .plusOrMinus }
    return scanner.take("-/+") ? .minusOrPlus : nil
  }

  private mutating func takeRelation() -> Expression.Relation? {
    let typed = dialect == .plain ? Self.typedRelations : []
    return (typed + Self.relations).first { scanner.take($0.text) }?.relation
  }

  /// Arrows and their like, which no LaTeX source means by these signs.
  private static let typedRelations: [(text: String, relation: Expression.Relation)] = [
    ("<=>", .ifAndOnlyIf), ("<==", .follows), ("=>", .implies), ("<--", .comesFrom),
    ("|->", .mapsTo), ("<<", .muchLess), (">>", .muchGreater), ("<~", .lessOrSimilar),
    (">~", .greaterOrSimilar),
  ]

  private static let relations: [(text: String, relation: Expression.Relation)] = [
    (":=", .defined), ("===", .equivalent), ("==", .equal), ("=", .equal), ("<=", .lessOrEqual),
    (">=", .greaterOrEqual), ("!=", .notEqual), ("->", .tendsTo), ("<", .less), (">", .greater),
  ]

  private static let ascii: [Unicode.Scalar: Token.Kind] = [
    "+": .plus, "-": .minus, "/": .operation(.slash), "^": .upper, "_": .lower,
    "(": .open(.fence(.parentheses)), ")": .close(.fence(.parentheses)),
    "[": .open(.fence(.brackets)), "]": .close(.fence(.brackets)),
    ",": .separator(.comma), ":": .separator(.colon), ";": .separator(.semicolon),
    "|": .bar(isDouble: false),
    "'": .mark("'"),
  ]
}

enum Dialect: Hashable {
  case latex
  case plain
}

extension Lexer {
  /// Signs outside ASCII: letters with their accent, operations, raised and lowered runs.
  private mutating func readSign(_ scalar: Unicode.Scalar) -> Bool {
    if Signs.script(scalar) != nil {
      readScripts()
      return true
    }
    guard let kinds = Signs.tokens(of: scalar) else { return false }
    let start = scanner.offset
    scanner.advance()
    emit(kinds.map { accented($0) }, from: start)
    return true
  }

  /// A symbol with the accent that stands at the cursor as a combining mark, if there is one.
  mutating func accented(_ kind: Token.Kind) -> Token.Kind {
    guard case .symbol(var symbol) = kind, symbol.accent == nil,
      let accent = Signs.accent(of: scanner.current)
    else { return kind }
    scanner.advance()
    symbol.accent = accent
    return .symbol(symbol)
  }

  /// A run of lowered or raised signs, as one group on the line: `ₜ₋₁` is `_{t-1}`.
  private mutating func readScripts() {
    guard let first = scanner.current.flatMap(Signs.script) else { return }
    let start = scanner.offset
    var characters = String.UnicodeScalarView()
    while let sign = scanner.current.flatMap(Signs.script), sign.isLower == first.isLower {
      characters.append(sign.character)
      scanner.advance()
    }
    emit([first.isLower ? .lower : .upper, .open(.group)], from: start)
    emit(Self.scriptTokens(String(characters)), from: start)
    emit(.close(.group), from: start)
  }

  private static func scriptTokens(_ text: String) -> [Token.Kind] {
    var scanner = Scanner(Source(text))
    var kinds: [Token.Kind] = []
    while let scalar = scanner.current {
      if case let digits = scanner.take(while: \.isDigit), !digits.isEmpty {
        kinds.append(.number(digits))
      } else {
        kinds +=
          ascii[scalar].map { [$0] } ?? Signs.tokens(of: scalar)
          ?? [.symbol(Symbol(String(scalar)))]
        scanner.advance()
      }
    }
    return kinds
  }
}
