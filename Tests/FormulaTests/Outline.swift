import Formula

extension Expression {
  /// The tree as nested lists, operator first: `(+ a (- (* b c)))`.
  var outline: String {
    switch node {
    case .number(let text): text
    case .symbol(let symbol): symbol.outline
    case .indexed(let base, let index): "\(base.outline)[\(index.outline)]"
    case .sum(let terms):
      list("+", terms.map { $0.isNegative ? "(- \($0.value.outline))" : $0.value.outline })
    case .product(let factors): list("*", factors.map(\.outline))
    case .fraction(let over, let under): list("frac", [over.outline, under.outline])
    case .power(let base, let exponent): list("^", [base.outline, exponent.outline])
    case .root(let radicand, let degree):
      list("sqrt", [radicand.outline] + [degree?.outline].compactMap(\.self))
    case .accented(let content, let accent): list("\(accent)", [content.outline])
    case .fenced(let content, let fence): list("\(fence)", [content.outline])
    case .call(let head, let arguments, let fence):
      list(fence == .parentheses ? "call" : "call-\(fence)", [head.outline, arguments.outline])
    case .list(let items, let separators): outline(items, separators.map { "\($0)" })
    case .big(let operation, let from, let to, let body):
      list("big-\(operation)", [from, to, body].map { $0?.outline ?? "_" })
    case .relation(let sides, let relations): outline(sides, relations.map { "\($0)" })
    case .rows(let rows, let aligned):
      list(aligned ? "aligned" : "rows", rows.map { list("row", $0.map(\.outline)) })
    case .dots: "..."
    case .text(let text): "\"\(text)\""
    case .space: "space"
    case .empty: "empty"
    case .unknown(let source): "<\(source)>"
    }
  }

  private func list(_ name: String, _ parts: [String]) -> String {
    "(" + ([name] + parts).joined(separator: " ") + ")"
  }

  private func outline(_ items: [Expression], _ marks: [String]) -> String {
    let rest = zip(marks, items.dropFirst()).map { "\($0) \($1.outline)" }
    return "{" + ([items.first?.outline ?? ""] + rest).joined(separator: " ") + "}"
  }
}

extension Expression.Factor {
  fileprivate var outline: String {
    operation == .slash ? "(/ \(value.outline))" : value.outline
  }
}

extension Symbol {
  fileprivate var outline: String {
    switch alphabet {
    case .standard: canonicalName
    case .bold: "bold:\(canonicalName)"
    case .calligraphic: "cal:\(canonicalName)"
    case .blackboard: "bb:\(canonicalName)"
    case .roman: "rm:\(canonicalName)"
    }
  }
}
