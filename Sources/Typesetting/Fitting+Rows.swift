import Formula

extension Layout {
  /// A chain of relations, each on a line of its own.
  ///
  /// They stand under one another after the first side or, where that leaves too little room, on
  /// lines of their own below it; whichever breaks less.
  func fitRelation(
    _ sides: [Expression], _ relations: [Expression.Relation], _ columns: Int, depth: Int
  ) -> Fitted {
    guard let first = sides.first else { return Fitted() }
    let steps = Array(zip(relations, sides.dropFirst()))
    let head = box(first, binding: .sum)
    let space = Box.blank(head.width == 0 ? 0 : 1)
    let beside = fitSteps(steps, columns - head.width - space.width, depth: depth)
    let below = first.node == .empty ? nil : fitSteps(steps, columns - 2, depth: depth)
    if let beside, beside.cost <= below?.cost ?? beside.cost {
      return beside.led(by: [head, space])
    }
    guard let below else { return fitFlat(Expression(.relation(sides, relations)), columns) }
    var lines = fit(first, binding: .sum, columns, depth: depth)
    lines.append(below.indented(by: 2))
    return lines
  }

  /// The relations of a chain with their right sides, or nil if there is no room for them.
  private func fitSteps(
    _ steps: [(Expression.Relation, Expression)], _ columns: Int, depth: Int
  ) -> Fitted? {
    var lines = Fitted()
    for (relation, side) in steps {
      let sign = sign(relation, from: Expression(.empty), to: side)
      let room = columns - sign.width
      guard room > 2 else { return nil }
      lines.append(fit(side, binding: .sum, room, depth: depth).led(by: [sign]))
    }
    return lines
  }

  /// The rows of a block, aligned where they can be, else each first cell above the others.
  func fitRows(_ rows: [[Expression]], aligned: Bool, _ columns: Int, depth: Int) -> Fitted {
    let rows = rows.filter { !$0.isBlank }
    let below = fitBelow(rows, columns, depth: depth)
    guard aligned, let beside = fitBeside(rows, columns, depth: depth) else { return below }
    return beside.cost <= below.cost ? beside : below
  }

  /// Rows of two cells, aligned between them; nil if there are more, or too little room.
  private func fitBeside(_ rows: [[Expression]], _ columns: Int, depth: Int) -> Fitted? {
    guard rows.allSatisfy({ $0.count <= 2 }) else { return nil }
    let heads = rows.map { $0.first.map { box($0) } ?? .empty }
    let width = heads.map(\.width).max() ?? 0
    let space = Box.blank(width == 0 ? 0 : columnGap(before: 1))
    guard columns - width - space.width > 2 else { return nil }
    var lines = Fitted()
    for (row, head) in zip(rows, heads) {
      let cell = row.count > 1 ? row[1] : Expression(.empty)
      let rest = fit(cell, columns - width - space.width, depth: depth)
      lines.append(rest.led(by: [.blank(width - head.width), head, space]))
    }
    return lines
  }

  /// Rows whose first cell stands on a line of its own, the others below it with an indent.
  private func fitBelow(_ rows: [[Expression]], _ columns: Int, depth: Int) -> Fitted {
    var lines = Fitted()
    for row in rows {
      for (index, cell) in row.enumerated() where cell.node != .empty {
        let indent = index == 0 ? 0 : min(2, columns - 1)
        lines.append(fit(cell, columns - indent, depth: depth).indented(by: indent))
      }
    }
    return lines
  }
}
