package import Canvas

/// A figure's pictures along its timeline, to be asked for in any order.
///
/// A frame is a function of its index alone: rewinding shows the very pictures that were shown
/// before, and a frame that comes too late is skipped.
package struct Frames: Sendable {
  package let count: Int
  /// The frame to show first: the last where a figure stands still, else what its author chose.
  package let first: Int
  /// The rows that a picture fills, where it would not fill more; nil where it takes any.
  package let rows: Int?
  private let picture: @Sendable (Int, Size, Look) -> Screen
  private let words: @Sendable (Int) -> String
  private let label: @Sendable (Int) -> String

  /// What a picture may be made of.
  package struct Look: Hashable, Sendable {
    package let glyphs: GlyphSet
    package let depth: ColorDepth

    package init(glyphs: GlyphSet, depth: ColorDepth = .palette) {
      self.glyphs = glyphs
      self.depth = depth
    }
  }

  /// Frames made on demand.
  ///
  /// - Parameters:
  ///   - count: how many there are, from 1.
  ///   - first: the frame to show before anything is played.
  ///   - rows: the rows that a picture fills, nil where it takes any number.
  ///   - draw: the picture of a frame at a size.
  ///   - spoken: the frame in words, for a reader who listens.
  ///   - label: where on the timeline a frame stands, such as `t = 400`.
  package init(
    count: Int = 1, first: Int = 0, rows: Int? = nil,
    draw: @escaping @Sendable (_ frame: Int, _ size: Size, _ look: Look) -> Screen,
    spoken: @escaping @Sendable (_ frame: Int) -> String,
    label: @escaping @Sendable (_ frame: Int) -> String = { "frame \($0 + 1)" }
  ) {
    self.count = max(1, count)
    self.first = min(max(0, first), self.count - 1)
    self.rows = rows
    picture = draw
    words = spoken
    self.label = label
  }

  /// Whether there is something to play.
  package var isMoving: Bool { count > 1 }

  /// Draws a frame; an index beyond the timeline counts as its end.
  package func draw(_ size: Size, frame index: Int, look: Look) -> Screen {
    picture(index.held(in: count), size, look)
  }

  package func spoken(frame index: Int) -> String { words(index.held(in: count)) }

  /// The frame that is shown first, in words.
  package var inWords: String { spoken(frame: first) }

  package func label(frame index: Int) -> String { label(index.held(in: count)) }
}

extension Int {
  fileprivate func held(in count: Int) -> Int { Swift.min(Swift.max(self, 0), count - 1) }
}
