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
      items.append(try chain())
    }
    return separators.isEmpty ? items[0] : node(.list(items, separators: separators), from: start)
  }

  private var isAtLineEnd: Bool {
    switch kind {
    case nil, .close, .end, .cell, .row: true
    default: false
    }
  }

  /// Sides with relations between; in a LaTeX row a side may be empty.
  private mutating func chain() throws(FormulaError) -> Expression {
    let start = start
    var sides = [try sum()]
    var relations: [Expression.Relation] = []
    while case .relation(let relation) = kind {
      advance()
      relations.append(relation)
      sides.append(try sum())
    }
    return relations.isEmpty ? sides[0] : node(.relation(sides, relations), from: start)
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    let start = start
    let isSigned = kind == .plus || kind == .minus
    var terms = isSigned ? [] : [Expression.Term(try product())]
    while kind == .plus || kind == .minus {
      let isNegative = kind == .minus
      advance()
      terms.append(Expression.Term(try product(), isNegative: isNegative))
    }
    return terms.count == 1 && !isSigned ? terms[0].value : node(.sum(terms), from: start)
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
    if kind == .minus || kind == .plus {
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
    let isNegative = kind == .minus
    advance()
    try descend()
    defer { ascend() }
    var factors: [Expression.Factor] = []
    try appendOperand(to: &factors, .juxtaposed)
    let value = factors.count == 1 ? factors[0].value : node(.product(factors), from: start)
    return node(.sum([Expression.Term(value, isNegative: isNegative)]), from: start)
  }

  /// Something that can be a factor begins at the cursor.
  var startsFactor: Bool {
    switch kind {
    case .number, .symbol, .function, .big, .root, .fraction, .accent, .alphabet, .open, .lower,
      .upper, .mark, .begin, .dots, .text, .space, .stop, .unknown:
      true
    default: false
    }
  }
}
