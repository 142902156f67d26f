/// How a cell looks beside its glyph.
///
/// Colour never carries meaning alone.
package struct Style: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    _ foreground: Color = .standard, on background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
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
