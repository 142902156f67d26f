/// Rows of maths between `\begin` and `\end`.
extension Parser {
  mutating func environment(_ name: String) throws(FormulaError) -> Expression {
    let start = start
    let grid = Self.grids[name]
    guard let isAligned = Self.environments[name] ?? grid.map({ _ in false }) else {
      return try unknownEnvironment(name)
    }
    try descend()
    defer { ascend() }
    advance()
    let rows = try rows()
    advance()
    if let grid { return node(.grid(rows, grid), from: start) }
    if name == "substack" { return stack(rows, from: start) }
    if !isAligned, rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    return node(.rows(rows, aligned: isAligned), from: start)
  }

  /// Rows under a sign are one list of conditions.
  private func stack(_ rows: [[Expression]], from start: Int) -> Expression {
    let items = rows.flatMap(\.self)
    guard items.count > 1 else { return items.first ?? Expression(.empty) }
    let commas = [Expression.Separator](repeating: .comma, count: items.count - 1)
    return node(.list(items, separators: commas), from: start)
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

  /// The environments that hold cells of a grid.
  private static let grids: [String: Expression.Grid] = [
    "matrix": .matrix(nil), "smallmatrix": .matrix(nil), "array": .matrix(nil),
    "pmatrix": .matrix(.parentheses), "bmatrix": .matrix(.brackets), "Bmatrix": .matrix(.braces),
    "vmatrix": .matrix(.bars), "Vmatrix": .matrix(.doubleBars), "cases": .cases, "dcases": .cases,
  ]

  /// The environments that hold rows of maths, and whether they align them.
  private static let environments: [String: Bool] = [
    "aligned": true, "align": true, "align*": true, "split": true, "eqnarray": true,
    "eqnarray*": true, "gathered": false, "gather": false, "gather*": false, "multline": false,
    "multline*": false, "equation": false, "equation*": false, "displaymath": false, "math": false,
    "alignat": true, "alignat*": true, "alignedat": true, "substack": false,
  ]
}
