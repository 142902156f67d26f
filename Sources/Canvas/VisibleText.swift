extension Character {
  /// The number of cells that a terminal gives this character: 1, or 2 for a wide one.
  package var cellWidth: Int {
    if let value = asciiValue, value >= 0x20 { return 1 }
    return unicodeScalars.first.map { $0.isWide ? 2 : 1 } ?? 1
  }

  /// The character itself where a terminal can be trusted with it, else a visible mark.
  ///
  /// A mark stands for control characters, the marks that steer the direction of text, and a
  /// combining mark without a base. Of a cluster at most four combining marks are kept, which is
  /// what a cell of ncurses holds; joined emoji keep their first.
  package var visible: Character {
    if let value = asciiValue, value >= 0x20, value < 0x7F { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if kept.isEmpty {
        guard !scalar.isHidden, !scalar.isCombining else { return Character.replacement }
        kept.append(scalar)
      } else if scalar.isCombining, !scalar.isHidden, kept.count < 5 {
        kept.append(scalar)
      } else {
        break
      }
    }
    return kept.isEmpty ? Character.replacement : Character(String(kept))
  }

  /// What is shown in place of a character that must not reach a terminal.
  package static let replacement: Character = "\u{FFFD}"
}

extension StringProtocol {
  /// The text with a visible mark in place of everything that could steer a terminal; newlines
  /// stay, tabs become spaces up to the next multiple of eight.
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
        result.append(character.visible)
        column += character.cellWidth
      }
    }
    return result
  }

  /// The number of cells that the text takes on one line.
  package var cellWidth: Int { reduce(0) { $0 + $1.visible.cellWidth } }
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

  /// Whether the scalar takes no cell of its own.
  var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether terminals give the scalar two cells (East Asian Width W and F, Unicode 15).
  var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }
}

/// Blocks whose glyphs take two cells, from Unicode's EastAsianWidth.txt, merged where only
/// unassigned code points lie between.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
  0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
  0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
  0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
  0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
  0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
  0x1AFF0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
  0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
  0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
  0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
  0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
  0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
  0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF,
  0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0,
  0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
  0x20000...0x3FFFD,
]
