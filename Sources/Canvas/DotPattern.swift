/// How the dots of one cell become a glyph.
///
/// Dots are counted row by row from the top left; dot i is bit i of a cell's mask.
struct DotPattern: Sendable {
  /// Dots in a cell.
  let across: Int
  let down: Int
  /// The glyph of each mask.
  let glyphs: [PackedGlyph]

  static func pattern(of glyphs: GlyphSet) -> DotPattern {
    switch glyphs {
    case .braille: braille
    case .block: block
    case .ascii: ascii
    }
  }

  static let braille = DotPattern(across: 2, down: 4, glyphs: (0..<256).map(brailleGlyph))
  static let block = DotPattern(across: 1, down: 2, glyphs: packed([" ", "▀", "▄", "█"]))

  /// Three heights in a cell: a flat curve climbs by `.`, `-` and `'`.
  static let ascii = DotPattern(
    across: 1, down: 3, glyphs: packed([" ", "'", "-", "'", ".", ":", ".", "|"]))
}

extension Cell {
  /// The glyph of some dots of a cell: dot i, counted row by row, is bit i of the mask.
  package init(dots mask: Int, glyphs: GlyphSet, _ style: Style = .plain) {
    let pattern = DotPattern.pattern(of: glyphs)
    self.init(glyph: pattern.glyphs[mask & (pattern.glyphs.count - 1)], style: style)
  }
}

extension GlyphSet {
  /// How many dots a cell has.
  package var dotsInCell: (across: Int, down: Int) {
    let pattern = DotPattern.pattern(of: self)
    return (pattern.across, pattern.down)
  }
}

/// The braille glyph of a mask; the empty one is a space, as some fonts draw it with hollow dots.
///
/// Unicode numbers the dots down the left column, then the right one, and puts the last row,
/// which came later, at the end: bits 0 1 2 6 on the left, 3 4 5 7 on the right.
private func brailleGlyph(_ mask: Int) -> PackedGlyph {
  let bits = [0, 3, 1, 4, 2, 5, 6, 7]
  let value = (0..<8).reduce(0) { mask >> $1 & 1 == 1 ? $0 | 1 << bits[$1] : $0 }
  guard value > 0, let scalar = Unicode.Scalar(0x2800 + value) else { return .space }
  return PackedGlyph(scalar)
}

private func packed(_ scalars: [Unicode.Scalar]) -> [PackedGlyph] { scalars.map(PackedGlyph.init) }
