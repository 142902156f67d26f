extension Character {
  /// What is shown in its place: the character itself where a terminal can be trusted with it.
  ///
  /// A mark stands for control characters, the marks that steer the direction of text, joiners,
  /// and a combining mark without a base. A base keeps four combining marks, which is what a cell
  /// of ncurses holds. What a font would join (flags, families, Indic syllables) stands apart, and
  /// the selectors of colour and skin are left out: so that every terminal agrees on the width.
  ///
  ///     Character("e\u{301}").glyphs   // ["é"]
  ///     Character("\u{1B}").glyphs     // ["\u{FFFD}"]
  package var glyphs: [Character] {
    if let value = asciiValue, value >= 0x20, value < 0x7F { return [self] }
    var glyphs: [Character] = []
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where kept.isEmpty || !scalar.isSelector {
      if !kept.isEmpty, !scalar.isHidden, scalar.isCombining {
        if kept.count < 5 { kept.append(scalar) }
        continue
      }
      if !kept.isEmpty { glyphs.append(Character(String(kept))) }
      kept = String.UnicodeScalarView()
      if scalar.isHidden || scalar.isCombining {
        glyphs.append(Character.replacement)
      } else {
        kept.append(scalar)
      }
    }
    if !kept.isEmpty { glyphs.append(Character(String(kept))) }
    return glyphs
  }

  /// The first of its glyphs: what fits a cell.
  package var visible: Character {
    if let value = asciiValue, value >= 0x20, value < 0x7F { return self }
    return glyphs.first ?? Character.replacement
  }

  /// The number of cells that its glyphs take: 1 for most, 2 for a wide one.
  package var cellWidth: Int {
    if let value = asciiValue, value >= 0x20, value < 0x7F { return 1 }
    return glyphs.reduce(0) { $0 + $1.glyphWidth }
  }

  /// Whether it is a single ASCII letter, or one of the signs that pictures are made of: known to be
  /// shown in one cell without a look into Unicode's tables, which takes most of a picture's time.
  var isPlainGlyph: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
    return switch first.value {
    case 0x20..<0x7F, 0x2190...0x21FF, 0x2500...0x25FC, 0x2800...0x28FF: true
    default: false
    }
  }

  /// The number of cells of one glyph.
  var glyphWidth: Int { unicodeScalars.first.map { $0.isWide ? 2 : 1 } ?? 1 }

  /// What is shown in place of a character that must not reach a terminal.
  package static let replacement: Character = "\u{FFFD}"
}

extension StringProtocol {
  /// The text with a visible mark in place of everything that could steer a terminal.
  ///
  /// Newlines stay; tabs become spaces up to the next multiple of eight.
  package var visible: String {
    var result = ""
    var column = 0
    for character in self {
      switch character {
      case "\n", "\r\n":
        result.append("\n")
        column = 0
      case "\t":
        let blanks = 8 - column % 8
        result += String(repeating: " ", count: blanks)
        column += blanks
      default:
        result.append(contentsOf: character.glyphs)
        column += character.cellWidth
      }
    }
    return result
  }

  /// The number of cells that the text takes on one line.
  package var cellWidth: Int { reduce(0) { $0 + $1.cellWidth } }
}

extension Unicode.Scalar {
  /// Whether the scalar must never be sent to a terminal from a file or a program.
  var isHidden: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFE00...0xFE0F, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default:
      properties.generalCategory == .format || properties.generalCategory == .unassigned
        || properties.generalCategory == .surrogate || properties.generalCategory == .privateUse
    }
  }

  /// Whether the scalar only chooses among the looks of the base before it.
  var isSelector: Bool {
    switch value {
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }
}
