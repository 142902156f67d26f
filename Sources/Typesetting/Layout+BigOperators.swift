import Canvas
import Formula

extension Layout {
  /// A sum, product or integral over a range: limits below and above, the body to the right.
  func big(
    _ kind: Expression.BigOperator, from: Expression?, to: Expression?, body: Expression
  ) -> Box {
    let inner = box(body, binding: .product)
    if isFlat { return flatBig(kind, from: from, to: to, body: body, inner) }
    return .row([limits(kind, from: from, to: to, before: body), inner])
  }

  /// An operator between its limits, with room before what follows.
  func limits(
    _ kind: Expression.BigOperator, from: Expression?, to: Expression?, before body: Expression
  ) -> Box {
    let sign = Box(kind.glyph(isUnicode: isUnicode), ruleStyle)
    return limits(sign, from: from, to: to, before: body)
  }

  /// `lim`, `arg min` and their like before their argument, their index below; nil for others.
  ///
  /// Such a name with arguments in a list, or without an index, is a function like any other.
  func operatorSign(_ head: Expression, before arguments: Expression) -> Box? {
    guard !isFlat, binding(of: arguments) > .list else { return nil }
    switch head.node {
    case .indexed(let name, let index) where name.isLimitOperator:
      return limits(box(name), from: index, to: nil, before: arguments)
    case .symbol(let symbol) where symbol.name == "arg": return .row([box(head), .blank(1)])
    default: return nil
    }
  }

  private func limits(
    _ sign: Box, from: Expression?, to: Expression?, before body: Expression
  ) -> Box {
    let (below, above) = (from.map(script.box), to.map(script.box))
    let width = max(sign.width, below?.width ?? 0, above?.width ?? 0)
    let column = (width - sign.width + 1) / 2
    var parts = [Box.Part(box: sign, column: column, row: 0)]
    if let below {
      let row = 1 + below.extent.above
      parts.append(Box.Part(box: below, column: (width - below.width) / 2, row: row))
    }
    if let above {
      let row = -1 - above.extent.below
      parts.append(Box.Part(box: above, column: (width - above.width + 1) / 2, row: row))
    }
    // Below the sign's neighbour there may be limits too, which must not touch these.
    let isPadded = column + sign.width < width && !body.beginsWithLimits
    return .row([Box(parts), .blank(isPadded ? 0 : 1)])
  }

  /// `prod(i, 1, t, x)` in ASCII, where both ends are known; else the limits as index and exponent.
  private func flatBig(
    _ kind: Expression.BigOperator, from: Expression?, to: Expression?, body: Expression,
    _ inner: Box
  ) -> Box {
    guard flatCall(from, to), let from, let to, let (name, start) = from.counter else {
      let sign = Expression(.symbol(Symbol(kind.glyph(isUnicode: isUnicode))))
      let range = unmarked.scripted(sign, index: from, exponent: to, isIndexFirst: true)
      return .row([range, .blank(1), inner])
    }
    let arguments = Expression(
      .list([name, start, to, body.contentAsArgument], separators: [.comma, .comma, .comma]))
    return .row([leaf(kind.glyph(isUnicode: false)), fenced(box(arguments), .parentheses)])
  }
}

extension Expression {
  fileprivate var beginsWithLimits: Bool {
    switch node {
    case .big(_, let from, let to, _): from != nil || to != nil
    case .call(let head, _, nil): head.isLimitOperator
    case .product(let factors): factors.first?.value.beginsWithLimits ?? false
    default: false
    }
  }

  /// The content of brackets that an argument does not need.
  fileprivate var contentAsArgument: Expression {
    if case .fenced(let inner, .parentheses) = node { inner } else { self }
  }

  /// The counter and its first value, of a lower limit such as `i = 1`.
  var counter: (name: Expression, start: Expression)? {
    guard case .relation(let sides, [.equal]) = node, sides.count == 2 else { return nil }
    return (sides[0], sides[1])
  }
}
