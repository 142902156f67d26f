extension Expression {
  /// The parts of this part, in the order of the source.
  package var children: [Expression] {
    switch node {
    case .number, .symbol, .dots, .text, .space, .empty, .unknown: []
    case .binomial(let over, let under): [over, under]
    case .indexed(let base, let index): [base, index]
    case .sum(let terms): terms.map(\.value)
    case .product(let factors): factors.map(\.value)
    case .fraction(let over, let under): [over, under]
    case .power(let base, let exponent): [base, exponent]
    case .root(let radicand, let degree): [degree, radicand].compactMap(\.self)
    case .accented(let content, _), .fenced(let content, _), .differential(let content): [content]
    case .annotated(let content, _, let label): [content, label].compactMap(\.self)
    case .call(let head, let arguments, _): [head, arguments]
    case .list(let items, _): items
    case .relation(let sides, let relations): Self.interleaved(sides, relations)
    case .big(_, let from, let to, let body): [from, to, body].compactMap(\.self)
    case .rows(let rows, _), .grid(let rows, _): rows.flatMap(\.self)
    }
  }

  /// The sides of a chain, with the words over its relations.
  private static func interleaved(_ sides: [Expression], _ relations: [Relation]) -> [Expression] {
    guard let first = sides.first else { return [] }
    return [first]
      + zip(relations, sides.dropFirst()).flatMap { relation, side in
        if case .annotated(_, let label) = relation { [label, side] } else { [side] }
      }
  }

  /// Every symbol of the formula with its place, in the order of the source.
  ///
  /// So a formula can be asked which names it uses: an answer must not use the quantity asked for.
  package var symbols: [(symbol: Symbol, range: Range<Int>)] {
    if case .symbol(let symbol) = node { return [(symbol, range)] }
    return children.flatMap(\.symbols)
  }

  /// Every part that the parser did not know, with its place.
  package var unknowns: [(source: String, range: Range<Int>)] {
    if case .unknown(let source) = node { return [(source, range)] }
    return children.flatMap(\.unknowns)
  }
}
