/// From the whole formula down to its terms.
extension Parser {
  /// The whole formula: one line, or rows where it has `\\` or `&`.
  mutating func formula() throws(FormulaError) -> Expression {
    let rows = try rows()
    guard rows.count > 1 || rows.first.map({ $0.count > 1 }) == true else {
      return rows.first?.first ?? Expression(.empty)
    }
    return node(.rows(rows, aligned: false), from: 0)
  }

  /// Rows of cells up to a closing token; an empty last row is none.
  mutating func rows() throws(FormulaError) -> [[Expression]] {
    var rows: [[Expression]] = []
    repeat {
      var cells = [try line()]
      while take(.cell) { cells.append(try line()) }
      rows.append(cells)
    } while take(.row)
    if rows.count > 1, rows.last?.map(\.node) == [.empty] { rows.removeLast() }
    return rows
  }

  /// Items with commas, semicolons or bars between; empty if nothing stands there.
  mutating func line() throws(FormulaError) -> Expression {
    let start = start
    guard !isAtLineEnd else { return Expression(.empty, at: start..<start) }
    var items = [try chain()]
    var separators: [Expression.Separator] = []
    while case .separator(let separator) = kind {
      advance()
      separators.append(separator)
      items.append(try chain(goesOn: separator == .semicolon))
    }
    return separators.isEmpty ? items[0] : node(.list(items, separators: separators), from: start)
  }

  private var isAtLineEnd: Bool {
    switch kind {
    case nil, .close, .end, .cell, .row: true
    default: false
    }
  }

  /// Sides with relations between.
  ///
  /// The first side may be empty in a LaTeX row, and in what is typed after a semicolon, which
  /// stands between the rows of a derivation: `x = a; = b`.
  private mutating func chain(goesOn: Bool = false) throws(FormulaError) -> Expression {
    let start = start
    var isRelation = false
    if case .relation = kind { isRelation = goesOn }
    var sides = [isRelation ? Expression(.empty, at: start..<start) : try sum()]
    var relations: [Expression.Relation] = []
    while let relation = try takeRelation() {
      relations.append(relation)
      sides.append(try sum())
    }
    return relations.isEmpty ? sides[0] : node(.relation(sides, relations), from: start)
  }

  /// The relation at the cursor with its label, which is typed raised: `=^d`.
  private mutating func takeRelation() throws(FormulaError) -> Expression.Relation? {
    switch kind {
    case .relation(let relation):
      advance()
      guard take(.upper) else { return relation }
      return .annotated(relation, try script())
    case .labelled(let relation):
      advance()
      guard kind == .open(.fence(.brackets)) else { return .annotated(relation, try argument()) }
      let below = try bracket().withoutFence
      let above = try argument()
      let label = node(.list([above, below], separators: [.comma]), from: below.range.lowerBound)
      return .annotated(relation, above.node == .empty ? below : label)
    default: return nil
    }
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    let start = start
    let isSigned = sign != nil
    var terms = isSigned ? [] : [Expression.Term(try product())]
    while let sign {
      advance()
      terms.append(Expression.Term(try product(), sign))
    }
    return terms.count == 1 && !isSigned ? terms[0].value : node(.sum(terms), from: start)
  }

  /// The sign of a term at the cursor.
  var sign: Expression.Term.Sign? {
    switch kind {
    case .plus: .plus
    case .minus: .minus
    case .sign(let sign): sign
    default: nil
    }
  }

  /// Factors side by side, or with an operation between.
  mutating func product() throws(FormulaError) -> Expression {
    let start = start
    var factors: [Expression.Factor] = []
    try appendOperand(to: &factors, .juxtaposed)
    while true {
      if case .operation(let operation) = kind {
        advance()
        try appendOperand(to: &factors, operation)
      } else if startsFactor {
        try appendFactor(to: &factors, .juxtaposed)
      } else {
        break
      }
    }
    return factors.count == 1 ? factors[0].value : node(.product(factors), from: start)
  }

  /// Appends the factor that is wanted at the cursor; it may have a sign of its own.
  private mutating func appendOperand(
    to factors: inout [Expression.Factor], _ operation: Expression.Factor.Operation
  ) throws(FormulaError) {
    if sign != nil {
      factors.append(Expression.Factor(operation, try signed()))
    } else if startsFactor {
      try appendFactor(to: &factors, operation)
    } else {
      factors.append(Expression.Factor(operation, try missingOperand()))
    }
  }

  /// One factor with its sign, as in `2 * -x`.
  mutating func signed() throws(FormulaError) -> Expression {
    let start = start
    let sign = sign ?? .plus
    advance()
    try descend()
    defer { ascend() }
    var factors: [Expression.Factor] = []
    try appendOperand(to: &factors, .juxtaposed)
    let value = factors.count == 1 ? factors[0].value : node(.product(factors), from: start)
    return node(.sum([Expression.Term(value, sign)]), from: start)
  }

  /// Something that can be a factor begins at the cursor.
  var startsFactor: Bool {
    switch kind {
    case .number, .symbol, .function, .big, .root, .fraction, .binomial, .brace, .stack, .accent,
      .alphabet, .open, .lower, .upper, .mark, .begin, .dots, .text, .space, .stop, .differential,
      .unknown:
      true
    default: false
    }
  }
}
