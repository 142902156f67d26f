import Formula

extension [Expression.Term] {
  /// Terms with their signs; a first plus is not written.
  var markup: String {
    enumerated().map { index, term in
      if index == 0, term.sign == .plus { return term.value.markup }
      let glyph = term.sign == .minus ? "\u{2212}" : term.sign.spelling.unicode
      return sign(glyph) + term.value.markup
    }.joined()
  }
}

extension [Expression.Factor] {
  var markup: String {
    indices.map { index in
      index == 0 ? self[0].value.markup : joint(before: index) + self[index].value.markup
    }.joined()
  }

  /// A sign where the author has one, or where two numbers would run together.
  private func joint(before index: Int) -> String {
    let (left, factor) = (self[index - 1].value, self[index])
    guard factor.operation == .juxtaposed else { return sign(factor.operation.spelling.unicode) }
    if left.isApart || factor.value.isApart { return "" }
    return sign(factor.value.beginsWithDigit ? "\u{B7}" : "\u{2062}")
  }
}

extension HalfOpen {
  var markup: String {
    func bracket(_ source: String) -> String { source.filter { $0 != "\\" } }
    return fenced(bracket(left), content.row, bracket(right))
  }
}

extension Expression.BigOperator {
  func markup(_ from: Expression?, _ to: Expression?, _ body: Expression) -> String {
    let glyph = sign(glyph(isUnicode: true))
    return tag("mrow", limits(of: glyph, from?.row, to?.row) + body.markup)
  }

  private func limits(of glyph: String, _ from: String?, _ to: String?) -> String {
    let isBeside = [.integral, .doubleIntegral, .contourIntegral].contains(self)
    switch (from, to) {
    case (nil, nil): return glyph
    case (let from?, nil): return tag(isBeside ? "msub" : "munder", glyph + from)
    case (nil, let to?): return tag(isBeside ? "msup" : "mover", glyph + to)
    case (let from?, let to?):
      return tag(isBeside ? "msubsup" : "munderover", glyph + from + to)
    }
  }
}

extension [Expression] {
  /// Items with what separates them.
  func markup(_ separators: [Expression.Separator]) -> String {
    enumerated().map { index, item in
      guard index > 0, separators.indices.contains(index - 1) else { return item.markup }
      return separators[index - 1].markup + item.markup
    }.joined()
  }

  /// Sides of a chain with their relations.
  func markup(_ relations: [Expression.Relation]) -> String {
    enumerated().map { index, side in
      guard index > 0, relations.indices.contains(index - 1) else { return side.markup }
      return relations[index - 1].markup + side.markup
    }.joined()
  }
}

extension Expression.Relation {
  fileprivate var markup: String {
    let glyph = sign(spelling.unicode)
    return label.map { over(glyph, $0.row, isMark: false) } ?? glyph
  }
}

extension Expression.Separator {
  fileprivate var markup: String {
    switch self {
    case .comma: "<mo separator=\"true\">,</mo>"
    case .semicolon: "<mo separator=\"true\">;</mo>"
    case .colon: sign(":")
    case .given: "<mo lspace=\"0.22em\" rspace=\"0.22em\" stretchy=\"true\">|</mo>"
    case .doubleBar: "<mo lspace=\"0.22em\" rspace=\"0.22em\" stretchy=\"true\">\u{2016}</mo>"
    }
  }
}

extension [[Expression]] {
  /// Rows of cells; aligned ones meet at their signs.
  func table(isAligned: Bool) -> String {
    let rows = filter { !$0.allSatisfy { $0.node == .empty } }.map { row in
      let cells = row.enumerated().map { column, cell in
        let side = column.isMultiple(of: 2) && row.count > 1 ? "right" : "left"
        let style = isAligned ? " style=\"text-align:\(side);padding:0.2em 0.15em\"" : ""
        return "<mtd\(style)>\(cell.markup)</mtd>"
      }
      return tag("mtr", cells.joined())
    }
    let style = isAligned ? " displaystyle=\"true\"" : ""
    return "<mtable\(style)>\(rows.joined())</mtable>"
  }

  func markup(_ grid: Expression.Grid) -> String {
    switch grid {
    case .matrix(let fence): fence?.around(table(isAligned: false)) ?? table(isAligned: false)
    case .cases: fenced("{", table(isAligned: false), "")
    }
  }
}
