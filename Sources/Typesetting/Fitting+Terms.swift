import Formula

extension Layout {
  /// A sum broken before its signs.
  func fitSum(_ terms: [Expression.Term], _ columns: Int, depth: Int) -> Fitted {
    var filling = LineFilling(columns: columns)
    for (index, term) in terms.enumerated() {
      let joint = sign(of: term, after: index > 0 ? terms[index - 1] : nil)
      let opening = index > 0 ? sign(term.isNegative ? "- " : "+ ", to: term.value) : joint
      let piece = LineFilling.Piece(
        value: self.term(term), joint: joint, opening: opening, indent: 0)
      if filling.add(piece) { continue }
      let rest = fit(term.value, binding: .product, columns - opening.width, depth: depth)
      filling.add(rest, opening: opening, indent: 0)
    }
    return filling.finish(gap: rowGap)
  }

  /// A product broken before its factors, with the sign of multiplication in front.
  func fitProduct(_ factors: [Expression.Factor], _ columns: Int, depth: Int) -> Fitted {
    var filling = LineFilling(columns: columns, cost: .factors)
    for index in factors.indices {
      let glyph = factors[index].operation == .slash ? "/ " : times + " "
      let opening = index > 0 ? sign(glyph, to: factors[index].value) : .empty
      let piece = LineFilling.Piece(
        value: factor(at: index, of: factors), joint: joint(before: index, of: factors),
        opening: opening, indent: index > 0 ? 2 : 0)
      if filling.add(piece) { continue }
      let room = columns - opening.width - piece.indent
      let rest = fit(factors[index].value, binding: .power, room, depth: depth)
      filling.add(rest, opening: opening, indent: piece.indent)
    }
    return filling.finish(gap: rowGap)
  }

  /// A list broken after its separators.
  func fitList(
    _ items: [Expression], _ separators: [Expression.Separator], _ columns: Int, depth: Int
  ) -> Fitted {
    var filling = LineFilling(columns: columns)
    for (index, item) in items.enumerated() {
      let value = box(item, binding: .relation)
      let mark = separators.indices.contains(index) ? sign(separators[index].mark(self)) : .empty
      let piece = LineFilling.Piece(
        value: .row([value, mark]), joint: .blank(1), opening: .empty, indent: 0)
      if filling.add(piece) { continue }
      let room = columns - mark.width
      let rest = fit(item, binding: .relation, room, depth: depth)
      filling.add(rest.followed(by: mark), opening: .empty, indent: 0)
    }
    return filling.finish(gap: rowGap)
  }
}

extension Fitted {
  /// The same lines with a mark after the last.
  fileprivate func followed(by mark: Box) -> Fitted {
    let last = box.lastLine
    let parts = [
      Box.Part(box: box, column: 0, row: 0),
      Box.Part(box: mark, column: last.width, row: last.row),
    ]
    return Fitted(Box(parts), cost)
  }
}

extension Box {
  /// The row that the last of several lines stands on, and the column where it ends.
  fileprivate var lastLine: (row: Int, width: Int) {
    guard case .parts(let parts) = content, let last = parts.max(by: { $0.row < $1.row }) else {
      return (0, width)
    }
    return (last.row, last.column + last.box.width)
  }
}

extension Expression.Separator {
  /// The separator at the end of a line.
  fileprivate func mark(_ layout: Layout) -> String {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .given: " |"
    case .doubleBar: layout.isUnicode ? " ‖" : " ||"
    }
  }
}
