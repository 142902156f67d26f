extension StringProtocol {
  /// The text in printable ASCII and newlines, with nothing lost without a sign.
  ///
  /// Greek letters become their names, accents of Latin letters go, arrows and relations are
  /// spelled, raised and lowered digits get `^` and `_`; what has no spelling becomes `?`.
  ///
  ///     "ᾱₜ → 0".spelledInASCII       // "alpha_bar_t -> 0"
  ///     "σ² ≤ 10⁻³".spelledInASCII    // "sigma^2 <= 10^-3"
  package var spelledInASCII: String {
    guard !utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return String(self) }
    var result = ""
    var level: Level?
    for character in self {
      let (spelling, next) = character.spelled
      if let next, next != level { result += next.rawValue }
      level = next
      result += spelling
    }
    return result
  }
}

extension Screen {
  /// The picture in ASCII cells: lines and arrows to their likes, letters to their first.
  ///
  /// Every cell keeps its place, so a name has to be spelled in the text before it is drawn.
  package var spelledInASCII: Screen {
    var screen = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[column: column, row: row]
        guard cell.width > 0, !cell.character.isASCII else { continue }
        screen[column: column, row: row] = Cell(cell.character.spelledInCell, cell.style)
        if cell.width == 2 { screen[column: column + 1, row: row] = Cell("?", cell.style) }
      }
    }
    return screen
  }

  /// The picture in the glyphs that a terminal may show.
  package func spelled(in glyphs: GlyphSet) -> Screen { glyphs.isUnicode ? self : spelledInASCII }
}

extension StringProtocol {
  /// The text in the glyphs that a terminal may show.
  package func spelled(in glyphs: GlyphSet) -> String {
    glyphs.isUnicode ? visible : spelledInASCII
  }
}

/// Whether a character stands on the line, above or below it; the sign that says so in ASCII.
private enum Level: String {
  case raised = "^"
  case lowered = "_"
}

extension Character {
  /// Its ASCII text, and its level if that is not the line.
  fileprivate var spelled: (text: String, level: Level?) {
    if self == "\n" || self == "\r\n" { return ("\n", nil) }
    if self == "\t" { return (" ", nil) }
    if let value = asciiValue { return (value >= 0x20 && value < 0x7F ? String(self) : "?", nil) }
    if let plain = asciiOfRaised[self] { return (String(plain), .raised) }
    if let plain = asciiOfLowered[self] { return (String(plain), .lowered) }
    return (asciiOfSymbol[self] ?? spelledByParts, nil)
  }

  /// One ASCII glyph for the cell of a picture.
  fileprivate var spelledInCell: Character {
    let (text, _) = spelled
    if let arrow = asciiOfArrow[self] { return arrow }
    guard let first = text.first else { return "?" }
    return text.count == 1 || first.isLetter ? first : "?"
  }

  /// The spelling of the base followed by that of its marks: `alpha` `_bar`.
  private var spelledByParts: String {
    let scalars = Array(unicodeScalars)
    guard let base = scalars.first, !base.isHidden else { return "?" }
    let text = base.isASCII ? String(base) : asciiOfSymbol[Character(base)] ?? base.asciiByName
    return text + scalars.dropFirst().map { asciiOfMark[$0] ?? "" }.joined()
  }
}
