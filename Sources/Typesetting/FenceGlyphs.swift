import Formula

/// What the two sides of a fence are drawn with.
struct FenceGlyphs {
  let left: Side
  let right: Side

  /// One side, on one row and on several.
  struct Side {
    let single: String
    var top: String
    var side: String
    var middle: String
    var bottom: String

    init(
      _ single: String, _ top: String, _ side: String, _ bottom: String, middle: String? = nil
    ) {
      self.single = single
      self.top = top
      self.side = side
      self.middle = middle ?? side
      self.bottom = bottom
    }

    /// A side that looks the same on every row.
    init(_ single: String, every row: String) { self.init(single, row, row, row) }
  }

  init(_ fence: Expression.Fence, isUnicode: Bool) {
    self = isUnicode ? .unicode(fence) : .ascii(fence)
  }

  private init(_ left: Side, _ right: Side) {
    self.left = left
    self.right = right
  }

  private init(both side: Side) { self.init(side, side) }

  private static func unicode(_ fence: Expression.Fence) -> FenceGlyphs {
    switch fence {
    case .parentheses: FenceGlyphs(Side("(", "⎛", "⎜", "⎝"), Side(")", "⎞", "⎟", "⎠"))
    case .brackets: FenceGlyphs(Side("[", "⎡", "⎢", "⎣"), Side("]", "⎤", "⎥", "⎦"))
    case .braces:
      FenceGlyphs(Side("{", "⎧", "⎪", "⎩", middle: "⎨"), Side("}", "⎫", "⎪", "⎭", middle: "⎬"))
    case .bars: FenceGlyphs(both: Side("|", every: "│"))
    case .doubleBars: FenceGlyphs(both: Side("‖", every: "║"))
    case .floor: FenceGlyphs(Side("⌊", "⎢", "⎢", "⎣"), Side("⌋", "⎥", "⎥", "⎦"))
    case .ceiling: FenceGlyphs(Side("⌈", "⎡", "⎢", "⎢"), Side("⌉", "⎤", "⎥", "⎥"))
    case .angles:
      FenceGlyphs(Side("⟨", "╱", "│", "╲", middle: "⟨"), Side("⟩", "╲", "│", "╱", middle: "⟩"))
    }
  }

  private static func ascii(_ fence: Expression.Fence) -> FenceGlyphs {
    switch fence {
    case .floor, .ceiling, .parentheses:
      FenceGlyphs(Side("(", "/", "|", "\\"), Side(")", "\\", "|", "/"))
    case .brackets: FenceGlyphs(Side("[", every: "["), Side("]", every: "]"))
    case .braces:
      FenceGlyphs(Side("{", "/", "|", "\\", middle: "{"), Side("}", "\\", "|", "/", middle: "}"))
    case .bars: FenceGlyphs(both: Side("|", every: "|"))
    case .doubleBars: FenceGlyphs(both: Side("||", every: "||"))
    case .angles: FenceGlyphs(Side("<", every: "<"), Side(">", every: ">"))
    }
  }
}
