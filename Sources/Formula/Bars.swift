/// Tells the two bars of `|a||b|` from the double bar of `||x||`, in one pass.
///
/// `||` is one sign unless a single bar before it is still open and an operand stands between: then
/// it closes that bar and opens another.
struct Bars {
  private var isSingleOpen = [false]
  private var isDoubleOpen = [false]
  private var wantsOperand = true

  static func resolved(_ tokens: [Token], of source: Source) -> [Token] {
    var bars = Bars()
    return tokens.flatMap { bars.resolve($0, of: source) }
  }

  private mutating func resolve(_ token: Token, of source: Source) -> [Token] {
    let top = isSingleOpen.count - 1
    switch token.kind {
    case .open, .begin:
      isSingleOpen.append(false)
      isDoubleOpen.append(false)
    case .close, .end:
      if top > 0 {
        isSingleOpen.removeLast()
        isDoubleOpen.removeLast()
      }
    case .separator, .relation, .cell, .row:
      isSingleOpen[top] = false
      isDoubleOpen[top] = false
    case .bar(isDouble: false): isSingleOpen[top] = wantsOperand
    case .bar(isDouble: true):
      if isSingleOpen[top], !isDoubleOpen[top], !wantsOperand, source[token.range] == "||" {
        wantsOperand = true
        return split(token)
      }
      isDoubleOpen[top] = wantsOperand
    default: break
    }
    wantsOperand = wantsOperandAfter(token, top)
    return [token]
  }

  private func wantsOperandAfter(_ token: Token, _ top: Int) -> Bool {
    switch token.kind {
    case .bar(isDouble: false): isSingleOpen[top]
    case .bar(isDouble: true): isDoubleOpen[top]
    case .space: wantsOperand
    default: token.kind.wantsOperand
    }
  }

  private func split(_ token: Token) -> [Token] {
    let middle = token.range.lowerBound + 1
    return [
      Token(.bar(isDouble: false), at: token.range.lowerBound..<middle),
      Token(.bar(isDouble: false), at: middle..<token.range.upperBound),
    ]
  }
}
