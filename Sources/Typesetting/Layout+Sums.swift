import Formula

extension Layout {
  /// Terms with their signs between.
  func sum(_ terms: [Expression.Term]) -> Box {
    var boxes: [Box] = []
    for (index, term) in terms.enumerated() {
      let value = self.term(term)
      boxes.append(sign(of: term, after: index > 0 ? terms[index - 1] : nil))
      boxes.append(value)
    }
    return .row(boxes)
  }

  /// A term without its sign.
  func term(_ term: Expression.Term) -> Box { box(term.value, binding: .product) }

  /// What stands before a term; a minus before a fraction keeps away from its bar.
  func sign(of term: Expression.Term, after previous: Expression.Term?) -> Box {
    let glyph = term.sign.spelling.glyph(isUnicode: isUnicode)
    let isWord = glyph.allSatisfy(\.isLetter)
    if let previous {
      return sign(isTight && !isWord ? glyph : " \(glyph) ", from: previous.value, to: term.value)
    }
    guard term.sign != .plus else { return .empty }
    return sign(glyph + (isWord || beginsWithBar(term.value) ? " " : ""), to: term.value)
  }

  private func beginsWithBar(_ expression: Expression) -> Bool {
    switch expression.node {
    case .fraction: !isFlat
    case .product(let factors): factors.first.map { beginsWithBar($0.value) } ?? false
    default: false
    }
  }
}
