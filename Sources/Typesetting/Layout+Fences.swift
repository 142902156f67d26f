import Canvas
import Formula

extension Layout {
  /// A box in brackets as high as its core.
  func fenced(_ inner: Box, _ fence: Expression.Fence) -> Box {
    let (left, right) = sides(of: fence, around: inner.core)
    return .row([left, inner, right])
  }

  /// The two sides of a fence around some rows.
  func sides(
    of fence: Expression.Fence, around core: Box.Extent
  ) -> (left: Box, right: Box) {
    let core = isFlat ? .line : fence.span(of: core)
    let glyphs = FenceGlyphs(fence, isUnicode: isUnicode)
    let name = isUnicode ? nil : fence.typedName.map(leaf)
    let left = column(glyphs.left, core)
    return (name.map { .row([$0, left]) } ?? left, column(glyphs.right, core))
  }

  /// A mark over more than one letter; flat, a word before brackets.
  func accented(_ inner: Box, _ accent: Accent) -> Box {
    guard isUnicode && !isFlat else {
      return .row([leaf(accent.word), fenced(inner, .parentheses)])
    }
    let mark = accent == .bar ? Box.rule("_", inner.width, ruleStyle) : Box(accent.glyph, ruleStyle)
    let parts = [
      Box.Part(box: inner, column: 0, row: 0),
      Box.Part(
        box: mark, column: (inner.width - mark.width) / 2, row: -inner.extent.above - 1),
    ]
    return Box(parts, core: inner.core)
  }

  /// Items with what separates them; the bar of a condition is as high as what stands beside it.
  func list(_ items: [Expression], _ separators: [Expression.Separator]) -> Box {
    var boxes: [Box] = []
    for (index, item) in items.enumerated() {
      // On one line the comma's own space is enough.
      let item = isFlat && index > 0 ? item.withoutLeadingSpace ?? item : item
      let box = box(item, binding: .relation)
      if index > 0, separators.indices.contains(index - 1) {
        let isRange = items[index - 1].isSingle && item.isSingle
        boxes.append(
          separator(separators[index - 1], beside: boxes.last ?? box, box, isRange: isRange))
      }
      boxes.append(box)
    }
    return .row(boxes)
  }

  /// A separator with the spaces around it; none in a range, `1:T`.
  private func separator(
    _ separator: Expression.Separator, beside left: Box, _ right: Box, isRange: Bool
  ) -> Box {
    let blank = isTight ? Box.empty : .blank(1)
    switch separator {
    case .comma: return .row([sign(","), blank])
    case .semicolon: return .row([sign(";"), blank])
    case .colon: return .row([sign(":"), isRange ? .empty : blank])
    case .given, .doubleBar:
      let fence: Expression.Fence = separator == .given ? .bars : .doubleBars
      let core = Box.row([left, right]).core
      return .row([blank, column(FenceGlyphs(fence, isUnicode: isUnicode).left, core), blank])
    }
  }

  /// One side of a fence, spanning some rows.
  private func column(_ glyphs: FenceGlyphs.Side, _ core: Box.Extent) -> Box {
    Box(column: core, ruleStyle) { row in
      if core.rows == 1 { return glyphs.single }
      if row == -core.above { return glyphs.top }
      if row == core.below { return glyphs.bottom }
      return row == (core.below - core.above) / 2 ? glyphs.middle : glyphs.side
    }
  }
}

extension Expression.Fence {
  /// The function that ASCII has in place of the brackets.
  fileprivate var typedName: String? {
    switch self {
    case .floor: "floor"
    case .ceiling: "ceil"
    default: nil
    }
  }

  /// The rows that the fence spans: braces need three to show their middle.
  fileprivate func span(of core: Box.Extent) -> Box.Extent {
    guard self == .braces, core.rows == 2 else { return core }
    return Box.Extent(above: max(1, core.above), below: max(1, core.below))
  }
}

extension Accent {
  /// The mark in a row of its own.
  fileprivate var glyph: String {
    switch self {
    case .bar: "_"
    case .tilde: "~"
    case .hat: "^"
    case .dot: "."
    case .vector: "→"
    }
  }
}
