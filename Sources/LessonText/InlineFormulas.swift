extension Block {
  /// The formulas within the block's sentences, in order, with their places.
  package var inlineFormulas: [(latex: String, position: SourcePosition)] {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.formulas)
    case .list(let items, _): items.flatMap { $0.flatMap(\.inlineFormulas) }
    case .quote(let blocks): blocks.flatMap(\.inlineFormulas)
    case .table(let header, let rows, _):
      ([header] + rows).flatMap { row in row.flatMap { $0.flatMap(\.formulas) } }
    case .code, .rule, .formula, .keys, .step: []
    }
  }
}

extension Inline {
  fileprivate var formulas: [(latex: String, position: SourcePosition)] {
    switch self {
    case .formula(let latex, let position): [(latex, position)]
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _):
      inlines.flatMap(\.formulas)
    case .text, .code, .image, .lineBreak: []
    }
  }
}

extension Step {
  /// The LaTeX of every formula of the page, in order.
  package var formulas: [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .block(let block): block.inlineFormulas.map(\.latex)
      case .formula(let formula): [formula.latex]
      case .derivation(let derivation): [derivation.latex]
      case .claim, .figure, .note, .exercise: []
      }
    }
  }
}
