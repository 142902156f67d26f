import Canvas
import Formula

extension Layout {
  /// A fraction with a bar; flat, with a slash and brackets.
  func fraction(_ upper: Expression, over lower: Expression) -> Box {
    if isFlat {
      return .row([box(upper, binding: .power), sign("/"), box(lower, binding: .power)])
    }
    let (top, bottom) = (box(upper), box(lower))
    // A bar that spans other bars is longer than they are, so that it is seen to come last; and
    // none is so short that it could be a minus.
    let margin = top.core.isTall || bottom.core.isTall ? 1 : 0
    let width = max(3, max(top.width, bottom.width) + 2 * margin)
    return Box([
      Box.Part(box: top, column: (width - top.width) / 2, row: -1 - top.extent.below),
      Box.Part(box: .rule(isUnicode ? "─" : "-", width, ruleStyle), column: 0, row: 0),
      Box.Part(box: bottom, column: (width - bottom.width) / 2, row: 1 + bottom.extent.above),
    ])
  }

  /// A root: `√x` or `√(1 - x)` over one row, else under a line as long as what it covers.
  func root(_ radicand: Expression, degree: Expression?) -> Box {
    guard isUnicode, !isFlat || degree == nil else {
      return typedRoot(radicand, degree: degree)
    }
    let inner = box(radicand)
    let raised = degree.map(raisedDegree)
    guard inner.extent == .line, raised?.extent ?? .line == .line else {
      return rooted(inner, degree: degree.map(script.box))
    }
    let content = radicand.isSingle ? inner : fenced(inner, .parentheses)
    return .row([raised ?? .empty, sign("√"), content])
  }

  /// A root in words, or one of another degree as the power that it is.
  private func typedRoot(_ radicand: Expression, degree: Expression?) -> Box {
    guard let degree else {
      return .row([leaf("sqrt"), fenced(box(radicand), .parentheses)])
    }
    let one = Expression.Factor(.juxtaposed, Expression(.number("1")))
    let share = Expression(.product([one, Expression.Factor(.slash, degree)]))
    return power(radicand, share)
  }

  private func raisedDegree(_ degree: Expression) -> Box {
    guard let text = degree.scriptText.flatMap(ScriptCharacters.raised) else {
      return script.flat.box(degree)
    }
    return leaf(text)
  }

  /// The sign of a root drawn around a box, its degree in the crook; a corner shows where it ends.
  private func rooted(_ inner: Box, degree: Box?) -> Box {
    let stem = max(1, degree?.width ?? 0)
    let (top, bottom) = (-inner.extent.above - 1, inner.extent.below)
    let line = Box.Extent(above: inner.extent.above + 1, below: bottom)
    var parts = [
      Box.Part(
        box: Box(column: line, ruleStyle) { $0 == top ? "┌" : "│" }, column: stem, row: 0),
      Box.Part(box: .rule("─", inner.width + 2, ruleStyle), column: stem + 1, row: top),
      Box.Part(box: Box("┐", ruleStyle), column: stem + inner.width + 3, row: top),
      Box.Part(box: Box("╲", ruleStyle), column: stem - 1, row: bottom),
      Box.Part(box: inner, column: stem + 2, row: 0),
    ]
    if let degree {
      parts.append(Box.Part(box: degree, column: 0, row: bottom - 1 - degree.extent.below))
    }
    return Box(parts)
  }
}

extension Expression {
  /// Whether the expression is one symbol or number, which needs no brackets after a sign.
  var isSingle: Bool {
    switch node {
    case .symbol, .dots: true
    case .number(let digits): !digits.hasPrefix("-")
    case .indexed(let base, _): base.isSingle
    default: false
    }
  }
}
