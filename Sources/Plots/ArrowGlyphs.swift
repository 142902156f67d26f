import Canvas

/// The cells of an arrow around its place: a head, and a tail if it is long.
struct ArrowShape: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    /// From the arrow's place, to the right and down.
    let right: Int
    let down: Int
    let character: Character
  }

  let head: [Part]
  let tail: Part

  /// The arrow of an eighth of a turn: 0 to the right, 2 up, 4 to the left, 6 down.
  ///
  /// Where a font may lack slanted arrows, a stroke and a head to its side say the same in two
  /// cells: `/>` goes up and right, `</` down and left.
  init(octant: Int, glyphs: GlyphSet) {
    let step = steps[octant]
    let slanted = octant % 2 == 1
    let lines = strokes(glyphs)
    tail = Part(
      right: -step.right, down: -step.down, character: lines[octant % 4])
    guard slanted, glyphs != .braille else {
      head = [Part(right: 0, down: 0, character: heads(glyphs)[octant])]
      return
    }
    head = [
      Part(right: 0, down: 0, character: lines[octant % 4]),
      Part(right: step.right, down: 0, character: step.right > 0 ? ">" : "<"),
    ]
  }

  /// The eighth of a turn nearest to a direction on the screen, right and up.
  static func octant(right: Double, up: Double) -> Int {
    let steep = 0.414_213_562_373_095  // The tangent of a sixteenth of a turn.
    let isLevel = up.magnitude <= steep * right.magnitude
    let isUpright = right.magnitude <= steep * up.magnitude
    if isLevel { return right > 0 ? 0 : 4 }
    if isUpright { return up > 0 ? 2 : 6 }
    return up > 0 ? (right > 0 ? 1 : 3) : (right > 0 ? 7 : 5)
  }
}

/// Where each eighth of a turn leads, to the right and down.
private let steps: [(right: Int, down: Int)] = [
  (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1),
]

private func heads(_ glyphs: GlyphSet) -> [Character] {
  glyphs == .ascii
    ? [">", "/", "^", "\\", "<", "/", "v", "\\"] : ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"]
}

/// Strokes of each half of a turn: level, rising, upright, falling.
private func strokes(_ glyphs: GlyphSet) -> [Character] {
  switch glyphs {
  case .braille: ["─", "╱", "│", "╲"]
  case .block: ["─", "/", "│", "\\"]
  case .ascii: ["-", "/", "|", "\\"]
  }
}
