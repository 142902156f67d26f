import Formula

/// Brackets that are no pair, such as `[0, 1)` and `\left. f \right|`.
struct HalfOpen {
  let left: String
  let content: Expression
  let right: String

  /// The factors as brackets, if they are content between two unknown signs that can be brackets.
  init?(_ factors: [Expression.Factor]) {
    guard factors.count == 3, case .unknown(let left) = factors[0].value.node,
      case .unknown(let right) = factors[2].value.node,
      let opening = Self.bracket(left, after: "\\left"),
      let closing = Self.bracket(right, after: "\\right")
    else { return nil }
    (self.left, self.right) = (opening, closing)
    content = factors[1].value
  }

  /// The sign itself, empty for the invisible one.
  private static func bracket(_ source: String, after command: String) -> String? {
    let sign = source.hasPrefix(command) ? String(source.dropFirst(command.count)) : source
    let bare = sign.filter { !$0.isWhitespace }
    if bare == "." { return "" }
    return ["(", ")", "[", "]", "|", "\\{", "\\}"].contains(bare) ? bare : nil
  }
}

extension Layout {
  func halfOpen(_ brackets: HalfOpen) -> Box {
    let inner = box(brackets.content)
    let sides = [brackets.left, brackets.right].map { side(of: $0, around: inner.core) }
    return .row([sides[0], inner, sides[1]])
  }

  private func side(of bracket: String, around core: Box.Extent) -> Box {
    switch bracket {
    case "(": sides(of: .parentheses, around: core).left
    case ")": sides(of: .parentheses, around: core).right
    case "[": sides(of: .brackets, around: core).left
    case "]": sides(of: .brackets, around: core).right
    case "\\{": sides(of: .braces, around: core).left
    case "\\}": sides(of: .braces, around: core).right
    case "|": sides(of: .bars, around: core).left
    default: .empty
    }
  }
}
