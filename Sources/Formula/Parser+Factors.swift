/// Factors: a part with what stands at its corners, and the brackets after a function's name.
extension Parser {
  /// Appends the factor at the cursor, or two where a name is multiplied by a bracket.
  mutating func appendFactor(
    to factors: inout [Expression.Factor], _ operation: Expression.Factor.Operation
  ) throws(FormulaError) {
    let start = start
    guard !startsDifferential else {
      return try appendDifferential(to: &factors, operation)
    }
    let head = try scripted(try primary())
    if dialect == .latex, head.isFunctionName, startsArgument {
      return factors.append(Expression.Factor(operation, try call(of: head)))
    }
    guard case .open(let delimiter) = kind, case .fence(let fence) = delimiter.shape,
      head.takesBrackets(fence)
    else { return factors.append(Expression.Factor(operation, head)) }
    let bracket = try primary()
    guard case .fenced(let content, fence) = bracket.node, head.isCall(of: content) else {
      factors.append(Expression.Factor(operation, head))
      return factors.append(Expression.Factor(.juxtaposed, try scripted(bracket)))
    }
    let call = node(.call(head, arguments: content, fence), from: start)
    factors.append(Expression.Factor(operation, try scripted(call.unfolded)))
  }

  /// The part at the cursor without its scripts.
  mutating func primary() throws(FormulaError) -> Expression {
    let start = start
    guard let token = current else { return try missingOperand() }
    switch token.kind {
    case .lower, .upper: return Expression(.empty, at: start..<start)
    case .open: return try bracket()
    case .begin(let name): return try environment(name)
    case .function(let name): return try function(name)
    case .root: return try root()
    case .fraction: return try fraction()
    case .binomial: return try binomial()
    case .brace(let annotation): return try braced(annotation)
    case .stack(let annotation): return try stacked(annotation)
    case .accent(let accent): return try accented(accent)
    case .alphabet(let alphabet): return try alphabetised(alphabet)
    case .big(let kind): return try big(kind)
    default: break
    }
    advance()
    switch token.kind {
    case .number(let text): return node(.number(text), from: start)
    case .symbol(let symbol): return node(.symbol(symbol), from: start)
    case .text(let text): return node(.text(text), from: start)
    case .dots(let dots): return node(.dots(dots), from: start)
    case .space: return node(.space, from: start)
    default: return unknown(from: start)
    }
  }

  /// What an opening bracket holds, with the bracket; braces of LaTeX are not kept.
  mutating func bracket() throws(FormulaError) -> Expression {
    let start = start
    guard case .open(let opening) = kind else { return try missingOperand() }
    advance()
    let openingEnd = end
    try descend()
    defer { ascend() }
    let content = try line()
    let contentEnd = max(openingEnd, self.start)
    guard case .close(let closing) = kind else { return try missingOperand() }
    advance()
    switch (opening.shape, closing.shape) {
    case (.group, _), (.nothing, .nothing): return content
    case (.fence(let fence), closing.shape) where opening.shape == closing.shape:
      return node(.fenced(content, fence), from: start)
    default: return halfOpen(content, start..<openingEnd, contentEnd..<end)
    }
  }

  /// Brackets that are no pair, such as `[0, 1)`: what they hold, between two unknown signs.
  private func halfOpen(_ content: Expression, _ open: Range<Int>, _ close: Range<Int>)
    -> Expression
  {
    let parts = [
      Expression(.unknown(source[open]), at: open), content,
      Expression(.unknown(source[close]), at: close),
    ]
    return node(.product(parts.map { Expression.Factor(.juxtaposed, $0) }), from: open.lowerBound)
  }
}
