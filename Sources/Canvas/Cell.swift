/// One place of the terminal's grid: a glyph and how it looks.
package struct Cell: Hashable, Sendable {
  /// A base with its combining marks; never a control character.
  package let character: Character
  /// 1, 2 for a wide glyph, 0 for the right half of one.
  package let width: Int8
  package var style: Style

  package init(_ character: Character, _ style: Style = .plain) {
    guard !character.isPlainGlyph else {
      self.init(trusted: character, style)
      return
    }
    let shown = character.visible
    self.init(glyph: shown, width: Int8(shown.glyphWidth), style: style)
  }

  package static let blank = Cell(" ")

  /// A glyph of our own tables, which needs no look at what it is made of.
  init(trusted character: Character, _ style: Style) {
    self.init(glyph: character, width: 1, style: style)
  }

  /// What stands in the right half of a wide glyph.
  static func rightHalf(_ style: Style) -> Cell { Cell(glyph: " ", width: 0, style: style) }

  private init(glyph: Character, width: Int8, style: Style) {
    character = glyph
    self.width = width
    self.style = style
  }
}
