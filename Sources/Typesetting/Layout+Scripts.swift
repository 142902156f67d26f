import Formula

extension Layout {
  /// A symbol with its index, marked as one place.
  func indexed(_ base: Expression, by index: Expression, _ whole: Expression) -> Box {
    placed(unmarked.scripted(base, index: index, exponent: nil), whole)
  }

  /// A base with its exponent; where the base has an index in a row of its own, right above it.
  func power(_ base: Expression, _ exponent: Expression) -> Box {
    guard case .indexed(let symbol, let index) = base.node, !lowered(index).isOnLine else {
      return scripted(base, index: nil, exponent: exponent)
    }
    return placed(unmarked.scripted(symbol, index: index, exponent: exponent), base)
  }

  private func scripted(_ base: Expression, index: Expression?, exponent: Expression?) -> Box {
    let inner = box(base, binding: .atom)
    var parts = [Box.Part(box: inner, column: 0, row: 0)]
    var column = inner.width
    if let script = index.map(lowered) {
      parts.append(Box.Part(box: script.box, column: column, row: script.row(under: inner)))
      if script.isOnLine { column += script.box.width }
    }
    if let script = exponent.map(raised) {
      parts.append(Box.Part(box: script.box, column: column, row: script.row(over: inner)))
    }
    return Box(parts, core: inner.core)
  }

  /// An index: in Unicode's characters below the line, else in a row of its own; in ASCII after `_`.
  private func lowered(_ index: Expression) -> Script {
    if let text = loweredText(index) {
      return Script(box: highlightedLeaf(text, index), isOnLine: true)
    }
    guard isFlat || !isUnicode else { return Script(box: script.box(index), isOnLine: false) }
    let flat = script.flat.box(index)
    let brackets = index.isWord ? ("_", "") : ("_{", "}")
    return Script(box: .row([sign(brackets.0), flat, sign(brackets.1)]), isOnLine: true)
  }

  /// An exponent: in Unicode's characters above the line, else in a row of its own; in ASCII after `^`.
  private func raised(_ exponent: Expression) -> Script {
    if let text = raisedText(exponent) {
      return Script(box: highlightedLeaf(text, exponent), isOnLine: true)
    }
    guard isFlat || !isUnicode else { return Script(box: script.box(exponent), isOnLine: false) }
    let flat = script.flat.box(exponent)
    let inner = exponent.isSingle || exponent.isBracketed ? flat : fenced(flat, .parentheses)
    return Script(box: .row([sign("^"), inner]), isOnLine: true)
  }

  /// An index in the characters below the line, or nil.
  ///
  /// On a line that is to be typed back, words and equations have none: letters side by side would be
  /// read as factors.
  private func loweredText(_ index: Expression) -> String? {
    guard isUnicode, let text = index.scriptText else { return nil }
    let isWord = text.count > 1 && text.allSatisfy(\.isLetter)
    return isFlat && (isWord || text.contains("=")) ? nil : ScriptCharacters.lowered(text)
  }

  /// An exponent in the characters above the line, or nil; only the usual ones on a line that is to
  /// be typed back.
  private func raisedText(_ exponent: Expression) -> String? {
    guard isUnicode, let text = exponent.scriptText else { return nil }
    return isFlat && !text.allSatisfy(Set("0123456789+-()nitT").contains)
      ? nil : ScriptCharacters.raised(text)
  }

  private func highlightedLeaf(_ text: String, _ expression: Expression) -> Box {
    let layout = expression.range.isEmpty ? self : highlighted(expression.range)
    return layout.leaf(text)
  }
}

/// An index or an exponent, and whether it shares the row of its base.
private struct Script {
  let box: Box
  let isOnLine: Bool

  func row(under base: Box) -> Int {
    base.core.below + (isOnLine ? 0 : 1 + box.extent.above)
  }

  func row(over base: Box) -> Int {
    -base.core.above - (isOnLine ? 0 : 1 + box.extent.below)
  }
}

extension Expression {
  fileprivate var isBracketed: Bool {
    if case .fenced(_, .parentheses) = node { true } else { false }
  }

  /// Whether an index can follow an underscore without braces: a name or a whole number.
  fileprivate var isWord: Bool {
    switch node {
    case .number(let digits): digits.allSatisfy(\.isWholeNumber)
    case .symbol(let symbol): symbol.accent == nil && symbol.marks.isEmpty
    case .text(let words): words.allSatisfy(\.isLetter)
    default: false
    }
  }
}
