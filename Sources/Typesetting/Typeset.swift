package import Canvas
package import Formula

/// A formula as a picture of cells.
package struct Typeset: Hashable, Sendable {
  package let screen: Screen
  /// The row of `screen` that a line of text around the formula stands on.
  package let baseline: Int
  /// Where the symbols of the source landed, in reading order.
  ///
  /// A symbol that a narrow line had to cut has a place for each piece.
  package let places: [Place]
}

/// A symbol's range in the source, in UTF-8 offsets, and the cells it landed on.
package struct Place: Hashable, Sendable {
  package let range: Range<Int>
  package let rectangle: Rectangle
}

extension Expression {
  /// The formula laid out in two dimensions, never wider than `columns`.
  ///
  /// What is too wide is broken at relations, then at plus and minus, then at factors; a part that
  /// can't be broken is written on one line and that broken at its spaces. Nothing is cut off.
  /// `columns` counts as 1 to 512. Parts of the source in the ranges of `highlighting` are bold, and
  /// their letters underlined.
  package func typeset(
    glyphs: GlyphSet, columns: Int, highlighting: [Range<Int>] = [], style: Style = .plain
  ) -> Typeset {
    let layout = Layout(glyphs: glyphs, highlighting: highlighting, style: style)
    let box = layout.fitted(self, columns: min(max(1, columns), 512))
    let (screen, places) = box.drawn()
    return Typeset(screen: screen, baseline: box.extent.above, places: places)
  }

  /// The formula on one line, with all its grouping in brackets.
  package func line(glyphs: GlyphSet) -> String {
    Layout(glyphs: glyphs).flat.box(self).text
  }

  /// The formula on one line of ASCII, as it can be typed back.
  package var typedLine: String { line(glyphs: .ascii) }
}
