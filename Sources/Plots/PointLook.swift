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
}

/// Hollow and filled shapes, then letters.
private let shapes: [(Character, Character)] =
  [("○", "●"), ("△", "▲"), ("□", "■"), ("◇", "◆"), ("☆", "★")] + letters.dropFirst(2)

/// Small and capital letters that stay apart from each other in every font.
private let letters: [(Character, Character)] = [
  ("o", "O"), ("x", "X"), ("+", "#"), ("a", "A"), ("e", "E"), ("h", "H"), ("k", "K"), ("m", "M"),
  ("r", "R"), ("w", "W"),
]

/// One kind of points in ASCII: the heavier, the more points in a cell.
let weights: [Character] = [".", ":", "o", "O", "@"]
