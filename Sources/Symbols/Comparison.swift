import Formula

/// Two sides of a formula and what is said of them.
struct Comparison: Sendable {
  let left: Expression
  let sign: Expression.Relation
  let right: Expression
}

extension Expression {
  /// The relations of each line: of an aligned block a row's, else those of the formula as one line.
  ///
  /// A row that begins with its sign goes on from the last side of the row before. A formula
  /// without a relation has none.
  func relationsByLine() -> [[Comparison]] {
    guard case .rows(let rows, _) = node else { return [relations(after: nil).found] }
    var last: Expression?
    return rows.map { row in
      let line = Expression.joined(row).relations(after: last)
      last = line.last
      return line.found
    }
  }

  private func relations(after previous: Expression?) -> (found: [Comparison], last: Expression?) {
    switch node {
    case .relation(let sides, let signs):
      var found: [Comparison] = []
      var left = sides.first.flatMap { $0.node == .empty ? previous : $0 }
      for (sign, right) in zip(signs, sides.dropFirst()) {
        if let left { found.append(Comparison(left: left, sign: sign, right: right)) }
        left = right
      }
      return (found, left)
    case .list(let items, _):
      let lists = items.map { $0.relations(after: nil) }
      return (lists.flatMap(\.found), lists.last?.last)
    default: return ([], node == .empty ? previous : self)
    }
  }

  /// A row's cells as one formula: in `a &= b` the sign stands in the second cell.
  private static func joined(_ cells: [Expression]) -> Expression {
    let filled = cells.filter { $0.node != .empty }
    guard filled.count == 2, case .relation(let sides, let signs) = filled[1].node,
      sides.first?.node == .empty
    else { return filled.first ?? Expression(.empty) }
    return Expression(
      .relation([filled[0]] + sides.dropFirst(), signs),
      at: filled[0].range.lowerBound..<filled[1].range.upperBound)
  }
}
