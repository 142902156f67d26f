/// Reads paired tokens into a tree, by recursive descent of a bounded depth.
///
/// Sums, products, relations and lists are read by loops, so that only nesting recurses; and each
/// token is looked at a bounded number of times. `Pairing` has made sure that brackets match.
struct Parser {
  private var tokens: [Token]
  let source: Source
  let dialect: Dialect
  private var position = 0
  private var depth = 0

  static let sizeLimit = 20_000
  static let depthLimit = 100

  static func expression(
    _ text: String, _ dialect: Dialect
  ) throws(FormulaError) -> Expression {
    guard text.utf8.count <= sizeLimit else {
      throw FormulaError(.tooLong(limit: sizeLimit), at: 0..<text.utf8.count)
    }
    let source = Source(text)
    let tokens = Bars.resolved(
      Stacking.resolved(try Lexer.tokens(of: source, dialect)), of: source)
    guard dialect == .latex || !tokens.isEmpty else {
      throw FormulaError(.nothing, at: 0..<source.end)
    }
    var parser = Parser(
      tokens: try Pairing.paired(tokens, of: source, dialect), source: source, dialect: dialect)
    return try parser.formula()
  }

  private init(tokens: [Token], source: Source, dialect: Dialect) {
    self.tokens = tokens
    self.source = source
    self.dialect = dialect
  }
}

extension Parser {
  /// The token at the cursor, or nil at the end.
  var current: Token? { position < tokens.count ? tokens[position] : nil }
  var kind: Token.Kind? { current?.kind }

  /// Where the next token starts, or the source ends.
  var start: Int { current?.range.lowerBound ?? source.end }
  /// Where the last token taken ends.
  var end: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() { position += 1 }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  /// Replaces what is left of the token at the cursor, after its first part was used.
  mutating func replaceCurrent(by token: Token) { tokens[position] = token }

  func peek(_ distance: Int) -> Token.Kind? { token(after: distance)?.kind }

  /// The token so far after the cursor.
  func token(after distance: Int) -> Token? {
    position + distance < tokens.count ? tokens[position + distance] : nil
  }

  /// A node from `start` to the last token taken.
  func node(_ node: Expression.Node, from start: Int) -> Expression {
    Expression(node, at: start..<max(start, end))
  }

  /// The source from `start` to the last token taken, as it is.
  func unknown(from start: Int) -> Expression {
    node(.unknown(source[start..<max(start, end)]), from: start)
  }

  /// One level down; `ascend` undoes it.
  mutating func descend(by levels: Int = 1) throws(FormulaError) {
    depth += levels
    guard depth <= Self.depthLimit else {
      throw FormulaError(.tooDeep(limit: Self.depthLimit), at: start..<source.end)
    }
  }

  mutating func ascend(by levels: Int = 1) { depth -= levels }

  /// What stands where an operand is wanted and none is: nothing in LaTeX, an error when typed.
  func missingOperand() throws(FormulaError) -> Expression {
    guard dialect == .plain else { return Expression(.empty, at: start..<start) }
    let range = current?.range ?? source.end..<source.end
    throw FormulaError(.missingOperand(before: source[range]), at: range)
  }
}
