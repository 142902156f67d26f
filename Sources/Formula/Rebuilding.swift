extension Expression {
  /// The same formula with each of its direct parts changed.
  package func rebuilt(_ change: (Expression) -> Expression) -> Expression {
    Expression(rebuiltNode(change), at: range)
  }

  private func rebuiltNode(_ change: (Expression) -> Expression) -> Node {
    switch node {
    case .number, .symbol, .dots, .text, .space, .empty, .unknown: node
    case .binomial(let over, let under): .binomial(change(over), over: change(under))
    case .indexed(let base, let index): .indexed(change(base), by: change(index))
    case .sum(let terms): .sum(terms.map { Term(change($0.value), $0.sign) })
    case .product(let factors): .product(factors.map { Factor($0.operation, change($0.value)) })
    case .fraction(let over, let under): .fraction(change(over), over: change(under))
    case .power(let base, let exponent): .power(change(base), exponent: change(exponent))
    case .root(let radicand, let degree): .root(change(radicand), degree: degree.map(change))
    case .accented(let content, let accent): .accented(change(content), accent)
    case .fenced(let content, let fence): .fenced(change(content), fence)
    case .differential(let content): .differential(change(content))
    case .annotated(let content, let annotation, let label):
      .annotated(change(content), annotation, label: label.map(change))
    case .call(let head, let arguments, let fence):
      .call(change(head), arguments: change(arguments), fence)
    case .list(let items, let separators): .list(items.map(change), separators: separators)
    case .relation(let sides, let signs): .relation(sides.map(change), signs)
    case .big(let operation, let from, let to, let body):
      .big(operation, from: from.map(change), to: to.map(change), body: change(body))
    case .rows(let rows, let aligned): .rows(rows.map { $0.map(change) }, aligned: aligned)
    case .grid(let rows, let grid): .grid(rows.map { $0.map(change) }, grid)
    }
  }
}
