import Canvas
import Formula

extension Layout {
  /// The one-line form of a part, broken at spaces; a word longer than a line goes on in the next.
  func fitFlat(
    _ expression: Expression, binding least: Binding = .list, _ columns: Int
  ) -> Fitted {
    let characters = flat.box(expression, binding: least).characters
    let indent = columns >= 12 ? 2 : 0
    var lines: [[StyledCharacter]] = []
    var rest = characters[...]
    while !rest.isEmpty {
      let room = max(1, columns - (lines.isEmpty ? 0 : indent))
      let line = rest.prefix(lineLength(of: rest, columns: room))
      lines.append(Array(line))
      rest = rest.dropFirst(line.count).drop { $0.character == " " }
    }
    let boxes = lines.enumerated().map { index, line in
      Fitted.Line(indent: index == 0 ? 0 : indent, boxes: [Box(runs: line)])
    }
    return Fitted(boxes, cost: boxes.count * Fitted.Cost.flatLine)
  }

  /// How many characters go on a line: up to its last space, if it is full.
  private func lineLength(of rest: ArraySlice<StyledCharacter>, columns: Int) -> Int {
    var (width, count, lastSpace) = (0, 0, 0)
    for character in rest {
      if character.character == " " { lastSpace = count }
      width += character.character.visible.cellWidth
      if width > columns { return lastSpace > 0 ? lastSpace : max(1, count) }
      count += 1
    }
    return count
  }
}

extension Box {
  /// Characters on one row, those of equal looks and place together.
  fileprivate init(runs characters: [StyledCharacter]) {
    var boxes: [Box] = []
    var rest = characters[...]
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style && $0.place == first.place }
      rest = rest.dropFirst(run.count)
      let box = Box(String(run.map(\.character)), first.style)
      boxes.append(first.place.map { box.placed(at: $0) } ?? box)
    }
    self = .row(boxes)
  }
}
