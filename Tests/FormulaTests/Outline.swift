import Formula

extension Expression {
  /// The tree as nested lists, operator first: `(+ a (- (* b c)))`.
  var outline: String {
    switch node {
    case .number(let text): text
    case .symbol(let symbol): symbol.outline
    case .indexed(let base, let index): "\(base.outline)[\(index.outline)]"
    case .sum(let terms):
      list("+", terms.map(\.outline))
    case .product(let factors): list("*", factors.map(\.outline))
    case .fraction(let over, let under): list("frac", [over.outline, under.outline])
    case .power(let base, let exponent): list("^", [base.outline, exponent.outline])
    case .root(let radicand, let degree):
      list("sqrt", [radicand.outline] + [degree?.outline].compactMap(\.self))
    case .accented(let content, let accent): list("\(accent)", [content.outline])
    case .fenced(let content, let fence): list("\(fence)", [content.outline])
    case .call(let head, let arguments, let fence):
      list(fence.name, [head.outline, arguments.outline])
    case .differential(let variable): "d:" + variable.outline
    case .binomial(let upper, let lower): list("choose", [upper.outline, lower.outline])
    case .annotated(let content, let annotation, let label):
      list("\(annotation)", [content.outline, label?.outline ?? "_"])
    case .grid(let rows, let grid):
      list(grid.name, rows.map { list("row", $0.map(\.outline)) })
    case .list(let items, let separators): outline(items, separators.map { "\($0)" })
    case .big(let operation, let from, let to, let body):
      list("big-\(operation)", [from, to, body].map { $0?.outline ?? "_" })
    case .relation(let sides, let relations): outline(sides, relations.map(\.outline))
    case .rows(let rows, let aligned):
      list(aligned ? "aligned" : "rows", rows.map { list("row", $0.map(\.outline)) })
    case .dots(.low): "..."
    case .dots(let dots): "\(dots)"
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
    switch operation {
    case .slash: "(/ \(value.outline))"
    case .elementwise, .tensor, .composed: "\(operation) \(value.outline)"
    default: value.outline
    }
  }
}

extension Expression.Term {
  fileprivate var outline: String {
    switch sign {
    case .plus: value.outline
    case .minus: "(- \(value.outline))"
    default: "(\(sign) \(value.outline))"
    }
  }
}

extension Expression.Relation {
  fileprivate var outline: String {
    if case .annotated(let relation, let label) = self {
      "\(relation)^\(label.outline)"
    } else {
      "\(self)"
    }
  }
}

extension Expression.Fence? {
  fileprivate var name: String {
    switch self {
    case .parentheses: "call"
    case nil: "of"
    case let fence?: "call-\(fence)"
    }
  }
}

extension Expression.Grid {
  fileprivate var name: String {
    switch self {
    case .cases: "cases"
    case .matrix(let fence): "matrix" + (fence.map { "-\($0)" } ?? "")
    }
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
