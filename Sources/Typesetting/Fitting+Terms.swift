import Formula

extension Layout {
  /// A sum broken before its signs.
  func fitSum(_ terms: [Expression.Term], _ columns: Int, depth: Int) -> Fitted {
    var filling = LineFilling(columns: columns)
    for (index, term) in terms.enumerated() {
      let joint = sign(of: term, after: index > 0 ? terms[index - 1] : nil)
      let opening = index > 0 ? sign(term.isNegative ? "- " : "+ ", to: term.value) : joint
      let piece = LineFilling.Piece(value: self.term(term), joint: joint, opening: opening)
      if filling.add(piece) { continue }
      let rest = fit(term.value, binding: .product, columns - opening.width, depth: depth)
      filling.append(rest.led(by: [opening]))
    }
    return filling.fitted
  }

  /// A product broken in its brackets, or before its factors with the sign of multiplication.
  func fitProduct(_ factors: [Expression.Factor], _ columns: Int, depth: Int) -> Fitted {
    var filling = LineFilling(columns: columns)
    for index in factors.indices {
      let piece = piece(at: index, of: factors)
      if filling.join(piece) { continue }
      let value = factors[index].value
      let room = filling.room(after: piece.joint)
      if value.isBreakable, room >= columns / 2 {
        let part = fit(value, binding: .power, room, depth: depth)
        if part.cost <= Fitted.Cost.brackets {
          filling.join(part, joint: piece.joint)
          continue
        }
      }
      if filling.open(piece) { continue }
      let width = columns - piece.indent - piece.opening.width
      var rest = fit(value, binding: .power, width, depth: depth)
      rest.cost += piece.cost
      filling.append(rest.led(by: [piece.opening]).indented(by: piece.indent))
    }
    return filling.fitted
  }

  private func piece(at index: Int, of factors: [Expression.Factor]) -> LineFilling.Piece {
    let value = factor(at: index, of: factors)
    guard index > 0 else { return LineFilling.Piece(value: value, joint: .empty, opening: .empty) }
    let glyph = factors[index].operation == .slash ? "/ " : times + " "
    return LineFilling.Piece(
      value: value, joint: joint(before: index, of: factors),
      opening: sign(glyph, to: factors[index].value), indent: 2, cost: Fitted.Cost.factor)
  }

  /// A list broken after its separators.
  func fitList(
    _ items: [Expression], _ separators: [Expression.Separator], _ columns: Int, depth: Int
  ) -> Fitted {
    var filling = LineFilling(columns: columns)
    for (index, item) in items.enumerated() {
      let mark = separators.indices.contains(index) ? sign(mark(separators[index])) : .empty
      let value = Box.row([box(item, binding: .relation), mark])
      let piece = LineFilling.Piece(value: value, joint: .blank(1), opening: .empty)
      if filling.add(piece) { continue }
      let rest = fit(item, binding: .relation, columns - mark.width, depth: depth)
      filling.append(rest.followed(by: mark))
    }
    return filling.fitted
  }

  /// A separator at the end of a line.
  private func mark(_ separator: Expression.Separator) -> String {
    switch separator {
    case .comma: ","
    case .semicolon: ";"
    case .given: " |"
    case .doubleBar: isUnicode ? " ‖" : " ||"
    }
  }
}

extension Expression {
  /// Whether the part has brackets that can go over several lines.
  fileprivate var isBreakable: Bool {
    switch node {
    case .fenced, .call: true
    default: false
    }
  }
}
