/// Finds what a label stands over: the relation of `\overset{d}{=}`, in one pass.
///
/// A relation is no operand, so the parser has to know of it before it meets the label. After this
/// the label of a relation follows one token that stands for both.
enum Stacking {
  static func resolved(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: { $0.kind.isStack }) else { return tokens }
    let partners = partners(in: tokens)
    var tokens = tokens
    var isDropped = [Bool](repeating: false, count: tokens.count)
    for index in tokens.indices where tokens[index].kind.isStack {
      let end = argumentEnd(index + 1, in: tokens, partners)
      let isGroup = end < tokens.count && tokens[end].kind == .open(.group)
      let place = isGroup ? end + 1 : end
      guard place < tokens.count, case .relation(let relation) = tokens[place].kind else {
        continue
      }
      guard !isGroup || partners[end] == place + 1 else { continue }
      tokens[index].kind = .labelled(relation)
      for dropped in end...(isGroup ? place + 1 : place) { isDropped[dropped] = true }
    }
    return tokens.indices.filter { !isDropped[$0] }.map { tokens[$0] }
  }

  /// Where the argument that begins at that token ends: after its group, or after one token.
  private static func argumentEnd(
    _ index: Int, in tokens: [Token], _ partners: [Int: Int]
  ) -> Int {
    (partners[index] ?? index) + 1
  }

  /// The closing brace of each opening one, by their positions.
  private static func partners(in tokens: [Token]) -> [Int: Int] {
    var open: [Int] = []
    var partners: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if token.kind == .open(.group) { open.append(index) }
      if token.kind == .close(.group), let start = open.popLast() { partners[start] = index }
    }
    return partners
  }
}

extension Token.Kind {
  fileprivate var isStack: Bool { if case .stack = self { true } else { false } }
}
