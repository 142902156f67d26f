import Formula

extension Layout {
  /// A part with a brace or words over or under it; flat, in brackets with them as its index.
  func annotated(
    _ inner: Expression, _ annotation: Expression.Annotation, label: Expression?
  ) -> Box {
    guard !isFlat else { return flatAnnotated(inner, annotation, label) }
    return annotated(box(inner), annotation, label: label.map(script.box))
  }

  /// A box with a brace or words over or under it.
  func annotated(_ content: Box, _ annotation: Expression.Annotation, label words: Box?) -> Box {
    switch annotation {
    case .underbrace:
      return stacked(content, [brace(content.width, isUnder: true), words], isBelow: true)
    case .overbrace:
      return stacked(content, [brace(content.width, isUnder: false), words], isBelow: false)
    case .above: return stacked(content, [words], isBelow: false)
    case .below: return stacked(content, [words], isBelow: true)
    }
  }

  /// A relation with words over it; flat, with them raised: `=^d`.
  func labelled(
    _ relation: Expression.Relation, _ label: Expression, from left: Expression,
    to right: Expression
  ) -> Box {
    let glyph = sign(relation.spelling.glyph(isUnicode: isUnicode), from: left, to: right)
    let (before, after) = (left.node == .empty ? 0 : 1, right.node == .empty ? 0 : 1)
    guard isFlat else {
      let sign = stacked(glyph, [script.box(label)], isBelow: false)
      return .row([.blank(before), sign, .blank(after)])
    }
    return .row([.blank(before), glyph, raisedLabel(label), .blank(after)])
  }

  private func raisedLabel(_ label: Expression) -> Box {
    let flat = script.box(label)
    let needsBraces = !label.isSingle && !label.isWord && label.node.bracketed == nil
    return .row([sign("^"), needsBraces ? fenced(flat, .braces) : flat])
  }

  private func flatAnnotated(
    _ inner: Expression, _ annotation: Expression.Annotation, _ label: Expression?
  ) -> Box {
    guard let label else { return box(inner, binding: .atom) }
    let content = fenced(box(inner), .parentheses)
    let isBelow = annotation == .underbrace || annotation == .below
    return .row([content, sign(isBelow ? "_{" : "^{"), script.box(label), sign("}")])
  }

  /// Boxes in rows of their own below or above one, each in the middle.
  private func stacked(_ content: Box, _ others: [Box?], isBelow: Bool) -> Box {
    let others = others.compactMap(\.self)
    let width = others.reduce(content.width) { max($0, $1.width) }
    var parts = [Box.Part(box: content, column: (width - content.width) / 2, row: 0)]
    var row = isBelow ? content.extent.below : -content.extent.above
    for box in others {
      row += isBelow ? 1 + box.extent.above : -1 - box.extent.below
      parts.append(Box.Part(box: box, column: (width - box.width) / 2, row: row))
      row += isBelow ? box.extent.below : -box.extent.above
    }
    return Box(parts)
  }

  /// A brace that lies on its side, at least three columns wide.
  private func brace(_ width: Int, isUnder: Bool) -> Box {
    let half = max(0, max(3, width) - 3) / 2
    let rest = max(0, max(3, width) - 3 - half)
    func line(_ left: String, _ middle: String, _ right: String, _ rule: String) -> String {
      let (start, end) = (
        String(repeating: rule, count: half), String(repeating: rule, count: rest)
      )
      return left + start + middle + end + right
    }
    guard isUnicode else {
      return Box(isUnder ? line("\\", "_", "/", "_") : line("/", "-", "\\", "-"), ruleStyle)
    }
    return Box(isUnder ? line("╰", "┬", "╯", "─") : line("╭", "┴", "╮", "─"), ruleStyle)
  }
}

extension Expression.Node {
  /// What round brackets hold, where it is that.
  fileprivate var bracketed: Expression? {
    if case .fenced(let inner, .parentheses) = self { inner } else { nil }
  }
}
