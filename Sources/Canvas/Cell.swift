/// One place of the terminal's grid: a glyph and how it looks.
package struct Cell: Hashable, Sendable {
  /// A base with its combining marks; never a control character.
  package let character: Character
  /// 1, 2 for a wide glyph, 0 for the right half of one.
  package let width: Int8
  package var style: Style

  package init(_ character: Character, _ style: Style = .plain) {
    let shown = character.visible
    self.character = shown
    width = Int8(shown.cellWidth)
    self.style = style
  }

  package static let blank = Cell(" ")

  /// What stands in the right half of a wide glyph.
  static func rightHalf(_ style: Style) -> Cell { Cell(continuationOf: style) }

  private init(continuationOf style: Style) {
    character = " "
    width = 0
    self.style = style
  }
}
