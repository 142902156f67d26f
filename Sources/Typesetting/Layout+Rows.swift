import Formula

extension Layout {
  /// Sides with the relations between them; an empty first side leaves the relation in front.
  func relation(_ sides: [Expression], _ relations: [Expression.Relation]) -> Box {
    var boxes: [Box] = []
    for (index, side) in sides.enumerated() {
      let box = box(side, binding: .sum)
      if index > 0, relations.indices.contains(index - 1) {
        boxes.append(sign(relations[index - 1], from: sides[index - 1], to: side))
      }
      boxes.append(box)
    }
    return .row(boxes)
  }

  /// A relation with the spaces around it; none on a side where nothing stands.
  func sign(
    _ relation: Expression.Relation, from left: Expression, to right: Expression
  ) -> Box {
    if let label = relation.label { return labelled(relation, label, from: left, to: right) }
    let glyph = relation.spelling.glyph(isUnicode: isUnicode)
    // Words need their spaces even in an index.
    let blank = isTight && !glyph.allSatisfy(\.isLetter) ? "" : " "
    let before = left.node == .empty ? "" : blank
    let after = right.node == .empty ? "" : blank
    return sign(before + glyph + after, from: left, to: right)
  }

  /// The rows of an aligned block; its columns end and begin alternately at their edges.
  func rows(_ rows: [[Expression]], aligned: Bool) -> Box {
    if isFlat { return flatRows(rows) }
    let boxes = rows.filter { !$0.isBlank }.map { $0.map { box($0) } }
    return .lines(table(boxes, aligned: aligned).map { (0, $0) }, gap: rowGap)
  }

  /// The blank rows between two rows: one where a fraction or a limit, or two indices would touch.
  func rowGap(_ upper: Box, _ lower: Box) -> Int {
    let touch = upper.extent.below > 0 && lower.extent.above > 0
    return upper.core.isTall || lower.core.isTall || touch ? 1 : 0
  }

  private func table(_ rows: [[Box]], aligned: Bool) -> [Box] {
    guard aligned else { return rows.map { .row($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    return rows.map { tableRow($0, widths) }
  }

  private func tableRow(_ cells: [Box], _ widths: [Int]) -> Box {
    var parts: [Box.Part] = []
    var left = 0
    for (column, cell) in cells.enumerated() {
      if column > 0, left > 0 { left += columnGap(before: column) }
      let shift = column.isMultiple(of: 2) ? widths[column] - cell.width : 0
      parts.append(Box.Part(box: cell, column: left + shift, row: 0))
      left += widths[column]
    }
    let core = Box.row(cells).core
    return Box(parts, core: core)
  }

  /// The room between the columns of a block: a space where an equation goes on, else three.
  func columnGap(before column: Int) -> Int { column.isMultiple(of: 2) ? 3 : 1 }

  private func flatRows(_ rows: [[Expression]]) -> Box {
    var boxes: [Box] = []
    for row in rows where !row.isBlank {
      if !boxes.isEmpty { boxes.append(sign("; ")) }
      for (index, cell) in row.enumerated() {
        if index > 0, boxes.last?.width != 0 {
          boxes.append(columnGap(before: index) == 1 ? .blank(1) : sign(", "))
        }
        boxes.append(box(cell))
      }
    }
    return .row(boxes)
  }
}

extension [Expression] {
  /// Whether a row has nothing in it.
  var isBlank: Bool { allSatisfy { $0.node == .empty } }
}
