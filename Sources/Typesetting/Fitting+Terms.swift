import Formula

extension Layout {
  /// A sum broken before its signs.
  func fitSum(_ terms: [Expression.Term], _ columns: Int, depth: Int) -> Fitted {
    var filling = LineFilling(columns: columns)
    for (index, term) in terms.enumerated() {
      let joint = sign(of: term, after: index > 0 ? terms[index - 1] : nil)
      let opening = index > 0 ? sign(opening(term.sign), to: term.value) : joint
      let piece = LineFilling.Piece(value: self.term(term), joint: joint, opening: opening)
      if filling.join(piece) { continue }
      let room = filling.room(after: joint)
      if term.value.isBreakable, room >= columns / 2, piece.value.width + opening.width > columns {
        let part = fit(term.value, binding: .product, room, depth: depth)
        if part.cost <= Fitted.Cost.brackets {
          filling.join(part, joint: joint)
          continue
        }
      }
      if filling.open(piece) { continue }
      let rest = fit(term.value, binding: .product, columns - opening.width, depth: depth)
      filling.append(rest.led(by: [opening]))
    }
    return filling.fitted
  }

  private func opening(_ sign: Expression.Term.Sign) -> String {
    sign.spelling.glyph(isUnicode: isUnicode) + " "
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
    let glyph = factors[index].operation.spelling.glyph(isUnicode: isUnicode) + " "
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
      let (part, isSpaced) = item.withoutLeadingSpace.map { ($0, true) } ?? (item, false)
      let value = Box.row([box(part, binding: .relation), mark])
      let piece = LineFilling.Piece(value: value, joint: .blank(isSpaced ? 2 : 1), opening: .empty)
      if filling.add(piece) { continue }
      let rest = fit(part, binding: .relation, columns - mark.width, depth: depth)
      filling.append(rest.followed(by: mark), isOpen: true)
    }
    return filling.fitted
  }

  /// A separator at the end of a line.
  private func mark(_ separator: Expression.Separator) -> String {
    switch separator {
    case .comma: ","
    case .semicolon: ";"
    case .colon: ":"
    case .given: " |"
    case .doubleBar: isUnicode ? " ‖" : " ||"
    }
  }
}

extension Expression {
  /// The same part without the wide space that it begins with; nil if it has none.
  var withoutLeadingSpace: Expression? {
    switch node {
    case .product(let factors) where factors.count > 1 && factors[0].value.node == .space:
      let rest = Array(factors.dropFirst())
      return rest.count == 1 ? rest[0].value : Expression(.product(rest), at: range)
    case .relation(let sides, let relations):
      guard let first = sides.first?.withoutLeadingSpace else { return nil }
      return Expression(.relation([first] + sides.dropFirst(), relations), at: range)
    case .sum(let terms):
      guard let first = terms.first, let value = first.value.withoutLeadingSpace else { return nil }
      let rest = [Term(value, first.sign)] + terms.dropFirst()
      return Expression(.sum(rest), at: range)
    default: return nil
    }
  }

  /// Whether the part has brackets that can go over several lines.
  fileprivate var isBreakable: Bool {
    switch node {
    case .fenced, .call: true
    default: false
    }
  }
}
