import Canvas

/// The lines of an algorithm, one of which is at work, and below them what it does.
///
///     ListingPicture(
///       [.init("for t = T, ..., 1"), .init("  x = m + σ z", plain: "  x = m + sigma z")],
///       current: 1, notes: [.init("0.2 + 0.7*1.1 = 0.97")])
///
/// Lines that are too long go on below, further in. Where there are not rows for all, the lines
/// farthest from the one at work are left out.
package struct ListingPicture: Hashable, Sendable {
  package var lines: [Line]
  /// The index of the line at work; nil for none.
  package var current: Int?
  package var notes: [Line]

  package init(_ lines: [Line], current: Int? = nil, notes: [Line] = []) {
    (self.lines, self.current, self.notes) = (lines, current, notes)
  }

  /// A line, and how it is written where there is ASCII alone.
  package struct Line: Hashable, Sendable {
    package var text: String
    package var plain: String

    package init(_ text: String, plain: String? = nil) {
      (self.text, self.plain) = (text, plain ?? text.spelledInASCII)
    }

    func spelled(in glyphs: GlyphSet) -> String { glyphs.isUnicode ? text.visible : plain }
  }
}
