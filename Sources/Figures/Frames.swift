package import Canvas

/// A figure's pictures along its timeline, to be asked for in any order.
package struct Frames: Sendable {
  package let count: Int
  /// The rows that a picture fills, where it would not fill more; nil where it takes any.
  package let rows: Int?
  private let picture: @Sendable (Int, Size, GlyphSet) -> Screen
  private let words: @Sendable (Int) -> String

  /// Frames made on demand: the picture of one at a size, and its words for a reader who listens.
  package init(
    count: Int = 1, rows: Int? = nil, draw: @escaping @Sendable (Int, Size, GlyphSet) -> Screen,
    spoken: @escaping @Sendable (Int) -> String
  ) {
    self.count = max(1, count)
    self.rows = rows
    picture = draw
    words = spoken
  }

  /// Draws a frame; an index beyond the timeline counts as its end.
  package func draw(_ size: Size, frame index: Int = 0, glyphs: GlyphSet) -> Screen {
    picture(min(max(index, 0), count - 1), size, glyphs)
  }

  package func spoken(_ index: Int = 0) -> String { words(min(max(index, 0), count - 1)) }
}
