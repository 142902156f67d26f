/// How a cell looks beside its glyph.
///
/// Colour never carries meaning alone.
///
/// In one number, since moving pictures compare the looks of every cell: from bit 0 the foreground,
/// from bit 9 the background, from bit 18 the attributes.
package struct Style: Hashable, Sendable {
  private var bits: UInt32

  package init(
    _ foreground: Color = .standard, on background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    bits = foreground.bits | background.bits << 9 | UInt32(attributes.rawValue) << 18
  }

  package var foreground: Color {
    get { Color(bits: bits & 0x1FF) }
    set { bits = bits & ~0x1FF | newValue.bits }
  }

  package var background: Color {
    get { Color(bits: bits >> 9 & 0x1FF) }
    set { bits = bits & ~(0x1FF << 9) | newValue.bits << 9 }
  }

  package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)) }
    set { bits = bits & 0x3FFFF | UInt32(newValue.rawValue) << 18 }
  }

  package static let plain = Style()
  package static let bold = Style(.standard, .bold)
  package static let dim = Style(.standard, .dim)
  package static let reverse = Style(.standard, .reverse)

  package init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }

  /// Attributes that every terminal with a video mode has; they stay when colour is off.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }
}

/// A colour of the 256 of xterm's palette, or the terminal's own.
///
/// Entries 0 to 15 belong to the reader's theme, so noisebook uses 16 to 255.
package enum Color: Hashable, Sendable {
  case standard
  case palette(UInt8)

  /// In nine bits: the entry and one, or zero for the terminal's own.
  fileprivate var bits: UInt32 {
    switch self {
    case .standard: 0
    case .palette(let entry): UInt32(entry) + 1
    }
  }

  fileprivate init(bits: UInt32) {
    self = bits == 0 ? .standard : .palette(UInt8(truncatingIfNeeded: bits - 1))
  }
}

/// The glyphs that a picture may be made of.
package enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  /// Unicode with braille dots, 2 by 4 in a cell.
  case braille
  /// Unicode with half blocks, 1 by 2 in a cell.
  case block
  /// ASCII alone, for locales without UTF-8 and for reading aloud.
  case ascii

  /// Whether glyphs beyond ASCII may be shown.
  package var isUnicode: Bool { self != .ascii }
}
