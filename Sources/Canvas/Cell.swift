/// One place of the terminal's grid: a glyph and how it looks.
package struct Cell: Hashable, Sendable {
  private let glyph: PackedGlyph
  /// 1, 2 for a wide glyph, 0 for the right half of one.
  package let width: Int8
  package var style: Style

  package init(_ character: Character, _ style: Style = .plain) {
    guard !character.isPlainGlyph else {
      self.init(trusted: character, style)
      return
    }
    let shown = character.visible
    self.init(glyph: PackedGlyph(shown), width: Int8(shown.glyphWidth), style: style)
  }

  package static let blank = Cell(" ")

  /// A glyph of our own tables, which needs no look at what it is made of.
  init(trusted character: Character, _ style: Style) {
    self.init(glyph: PackedGlyph(character), width: 1, style: style)
  }

  /// What stands in the right half of a wide glyph.
  static func rightHalf(_ style: Style) -> Cell { Cell(glyph: .space, width: 0, style: style) }

  init(glyph: PackedGlyph, width: Int8 = 1, style: Style) {
    self.glyph = glyph
    self.width = width
    self.style = style
  }
}

extension Cell {
  /// A base with its combining marks; never a control character.
  package var character: Character { glyph.character }

  /// Whether the glyph is a space.
  package var isSpace: Bool { glyph.isSpace }

  /// The value of scalar `index` of the glyph, from 0 to 4: the base and its marks, then zeros.
  package func scalarValue(at index: Int) -> UInt32 { glyph.value(at: index) }
}
