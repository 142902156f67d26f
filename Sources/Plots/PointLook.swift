import Canvas

/// How a kind of points is shown where dots alone do not tell it from the others.
struct PointLook: Hashable, Sendable {
  let style: Style
  /// For one point in a cell, and for several.
  let single: Character
  let several: Character

  init(index: Int, glyphs: GlyphSet) {
    let pairs = glyphs == .braille ? shapes : letters
    (single, several) = pairs[index % pairs.count]
    style = SeriesLook(index: index, glyphs: glyphs).style
  }

  var sign: String { String(single) + String(several) }

  /// The glyphs of one kind of points where dots are too coarse: the heavier, the more in a cell.
  static func weights(of glyphs: GlyphSet) -> [Character] {
    glyphs == .ascii ? [".", ":", "o", "O", "@"] : ["░", "▒", "▓", "█"]
  }
}

/// Hollow and filled shapes, then letters.
private let shapes: [(Character, Character)] =
  [("○", "●"), ("△", "▲"), ("□", "■"), ("◇", "◆"), ("☆", "★")] + letters.dropFirst(2)

/// Small and capital letters that stay apart from each other in every font.
private let letters: [(Character, Character)] = [
  ("o", "O"), ("x", "X"), ("+", "#"), ("a", "A"), ("e", "E"), ("h", "H"), ("k", "K"), ("m", "M"),
  ("r", "R"), ("w", "W"),
]
