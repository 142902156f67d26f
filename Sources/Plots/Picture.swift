package import Canvas

/// Something that draws itself in cells and says itself in words.
///
/// A picture is a function of the value and the arguments alone: the same again is the same cells.
/// So frames of a timeline that have equal ranges have their axes in equal places.
package protocol Picture: Sendable {
  /// The picture in exactly this size, which may be any; what does not fit is given up.
  ///
  /// Colours beyond the depth are for the terminal to reduce; the depth says where shades have to be
  /// made of dots, and series told apart by shape alone.
  func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen

  /// The picture in words and numbers, for screen readers and terminals that show no pictures.
  func spoken() -> String
}

extension Picture {
  /// The picture in the colours of xterm's palette.
  package func draw(_ size: Size, glyphs: GlyphSet) -> Screen {
    draw(size, glyphs: glyphs, depth: .palette)
  }
}
