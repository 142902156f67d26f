import Formula

extension Layout {
  /// A symbol with its index, marked as one place.
  func indexed(_ base: Expression, by index: Expression, _ whole: Expression) -> Box {
    placed(unmarked.scripted(base, index: index, exponent: nil), whole)
  }

  /// A base with its exponent; where the index is written after `_`, the exponent comes first.
  func power(_ base: Expression, _ exponent: Expression) -> Box {
    guard case .indexed(let symbol, let index) = base.node, loweredText(index) == nil else {
      return scripted(base, index: nil, exponent: exponent)
    }
    return placed(unmarked.scripted(symbol, index: index, exponent: exponent), base)
  }

  /// A base with what stands at its corners.
  func scripted(
    _ base: Expression, index: Expression?, exponent: Expression?, isIndexFirst: Bool = false
  ) -> Box {
    let inner = box(base, binding: .atom)
    var parts = [Box.Part(box: inner, column: 0, row: 0)]
    var column = inner.width
    let (lower, upper) = (index.map(lowered), exponent.map(raised))
    // In `σ_θ²` the exponent would be read as the index's.
    let isExponentFirst = isUnicode && !isIndexFirst && upper?.isOnLine == true
    for script in [isExponentFirst ? upper : nil, lower, isExponentFirst ? nil : upper] {
      guard let script else { continue }
      let isExponent = script.isExponent
      let row = isExponent ? script.row(over: inner) : script.row(under: inner)
      parts.append(Box.Part(box: script.box, column: column, row: row))
      if script.isOnLine { column += script.box.width }
    }
    return Box(parts, core: inner.core)
  }

  /// An index: in Unicode's characters below the line, else on the line after `_`.
  ///
  /// In a row of its own it would be read as part of what stands below, as in a fraction: there only
  /// an index of several rows stands.
  private func lowered(_ index: Expression) -> Script {
    if let text = loweredText(index) {
      return Script(box: highlightedLeaf(text, index), isOnLine: true)
    }
    if !isFlat, isUnicode {
      let box = script.box(index)
      if box.extent.isTall { return Script(box: box, isOnLine: false) }
    }
    let flat = script.flat.box(index)
    let brackets = index.isWord ? ("_", "") : ("_{", "}")
    return Script(box: .row([sign(brackets.0), flat, sign(brackets.1)]), isOnLine: true)
  }

  /// An exponent: in Unicode's characters above the line, else in a row of its own; in ASCII after `^`.
  func raised(_ exponent: Expression) -> Script {
    if let text = raisedText(exponent) {
      return Script(box: highlightedLeaf(text, exponent), isOnLine: true, isExponent: true)
    }
    guard isFlat || !isUnicode else {
      return Script(box: script.box(exponent), isOnLine: false, isExponent: true)
    }
    if !isUnicode, exponent.isTranspose {
      return Script(box: leaf("^T"), isOnLine: true, isExponent: true)
    }
    let flat = script.flat.box(exponent)
    let inner = exponent.isSingle || exponent.isBracketed ? flat : fenced(flat, .parentheses)
    return Script(box: .row([sign("^"), inner]), isOnLine: true, isExponent: true)
  }

  /// An index in the characters below the line, or nil.
  ///
  /// A word has none, for small letters are hard to read; and on a line that is to be typed back
  /// neither have letters side by side, which would be read as factors, nor equations.
  func loweredText(_ index: Expression) -> String? {
    guard isUnicode, let text = index.scriptText else { return nil }
    let isWord = text.count > 1 && text.allSatisfy(\.isLetter)
    let isLine = isFlat && (isWord || text.contains("="))
    return isLine || index.isLongName ? nil : ScriptCharacters.lowered(text)
  }

  /// An exponent in the characters above the line, or nil; only the usual ones on a line that is to
  /// be typed back.
  private func raisedText(_ exponent: Expression) -> String? {
    guard isUnicode, let text = exponent.scriptText else { return nil }
    return isFlat && !text.allSatisfy(Set("0123456789+-()nitT⊤").contains)
      ? nil : ScriptCharacters.raised(text)
  }

  private func highlightedLeaf(_ text: String, _ expression: Expression) -> Box {
    let layout = expression.range.isEmpty ? self : highlighted(expression.range)
    return layout.leaf(text)
  }
}

/// An index or an exponent, and whether it shares the row of its base.
struct Script {
  let box: Box
  let isOnLine: Bool
  var isExponent = false

  func row(under base: Box) -> Int {
    base.core.below + (isOnLine ? 0 : 1 + box.extent.above)
  }

  func row(over base: Box) -> Int {
    -base.core.above - (isOnLine ? 0 : 1 + box.extent.below)
  }
}

extension Expression {
  fileprivate var isTranspose: Bool {
    if case .symbol(let symbol) = node { symbol.name == "top" } else { false }
  }

  /// Whether it is a word: `max`, `simple`.
  fileprivate var isLongName: Bool {
    switch node {
    case .symbol(let symbol): symbol.name.count > 1 && symbol.letter.count > 1
    case .text(let words): words.count > 1
    default: false
    }
  }

  fileprivate var isBracketed: Bool {
    if case .fenced(_, .parentheses) = node { true } else { false }
  }

  /// Whether an index can follow an underscore without braces: a name or a whole number.
  var isWord: Bool {
    switch node {
    case .number(let digits): digits.allSatisfy(\.isWholeNumber)
    case .symbol(let symbol): symbol.accent == nil && symbol.marks.isEmpty
    case .text(let words): words.allSatisfy(\.isLetter)
    default: false
    }
  }
}
