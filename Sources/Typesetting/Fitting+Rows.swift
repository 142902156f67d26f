import Formula

extension Layout {
  /// A chain of relations, each on a line of its own.
  ///
  /// They stand under one another after the first side or, where that leaves too little room, on
  /// lines of their own below it; whichever breaks less.
  func fitRelation(
    _ sides: [Expression], _ relations: [Expression.Relation], _ columns: Int, depth: Int
  ) -> Fitted {
    guard let first = sides.first else { return Fitted(.empty) }
    let steps = Array(zip(relations, sides.dropFirst()))
    let head = box(first, binding: .sum)
    let indent = head.width == 0 ? 0 : head.width + 1
    let beside = fitSteps(steps, columns, indent: indent, depth: depth)
    let under = first.node == .empty ? nil : fitSteps(steps, columns, indent: 2, depth: depth)
    if let beside, beside.cost <= under?.cost ?? beside.cost {
      return besideHead(head, beside, indent: indent)
    }
    guard let under else { return fitFlat(Expression(.relation(sides, relations)), columns) }
    let top = fit(first, binding: .sum, columns, depth: depth)
    let box = Box.lines([(0, top.box), (2, under.box)], gap: rowGap)
    return Fitted(box, max(top.cost, under.cost))
  }

  private func besideHead(_ head: Box, _ steps: Fitted, indent: Int) -> Fitted {
    let parts = [
      Box.Part(box: head, column: 0, row: 0), Box.Part(box: steps.box, column: indent, row: 0),
    ]
    return Fitted(Box(parts), steps.cost)
  }

  /// The relations of a chain with their right sides, or nil if an indent leaves no room for them.
  private func fitSteps(
    _ steps: [(Expression.Relation, Expression)], _ columns: Int, indent: Int, depth: Int
  ) -> Fitted? {
    var lines: [(indent: Int, box: Box)] = []
    var cost = Fitted.Cost.none
    for (relation, side) in steps {
      let sign = sign(relation, from: Expression(.empty), to: side)
      let room = columns - indent - sign.width
      guard room > 2 else { return nil }
      let fitted = fit(side, binding: .sum, room, depth: depth)
      cost = max(cost, fitted.cost)
      lines.append((0, .row([sign, fitted.box])))
    }
    return Fitted(.lines(lines, gap: rowGap), cost)
  }

  /// The rows of a block, aligned where they can be, else each first cell above the others.
  func fitRows(_ rows: [[Expression]], aligned: Bool, _ columns: Int, depth: Int) -> Fitted {
    let rows = rows.filter { !$0.isBlank }
    let under = fitUnder(rows, columns, depth: depth)
    guard aligned, let beside = fitBeside(rows, columns, depth: depth), beside.cost <= under.cost
    else { return under }
    return beside
  }

  /// Rows of two cells, aligned between them; nil if there are more, or too little room.
  private func fitBeside(_ rows: [[Expression]], _ columns: Int, depth: Int) -> Fitted? {
    guard rows.allSatisfy({ $0.count <= 2 }) else { return nil }
    let heads = rows.map { $0.first.map { box($0) } ?? .empty }
    let width = heads.map(\.width).max() ?? 0
    let indent = width == 0 ? 0 : width + columnGap(before: 1)
    guard columns - indent > 2 else { return nil }
    var cost = Fitted.Cost.none
    let lines = zip(rows, heads).map { row, head in
      let rest = row.count > 1 ? fit(row[1], columns - indent, depth: depth) : Fitted(.empty)
      cost = max(cost, rest.cost)
      let parts = [
        Box.Part(box: head, column: width - head.width, row: 0),
        Box.Part(box: rest.box, column: indent, row: 0),
      ]
      return (indent: 0, box: Box(parts, core: Box.row([head, rest.box]).core))
    }
    return Fitted(.lines(lines, gap: rowGap), cost)
  }

  /// Rows whose first cell stands on a line of its own, the others below it with an indent.
  private func fitUnder(_ rows: [[Expression]], _ columns: Int, depth: Int) -> Fitted {
    var lines: [(indent: Int, box: Box)] = []
    var cost = Fitted.Cost.none
    for row in rows {
      for (index, cell) in row.enumerated() where cell.node != .empty {
        let indent = index == 0 ? 0 : 2
        let fitted = fit(cell, columns - indent, depth: depth)
        cost = max(cost, fitted.cost)
        lines.append((indent, fitted.box))
      }
    }
    return Fitted(.lines(lines, gap: rowGap), cost)
  }
}
