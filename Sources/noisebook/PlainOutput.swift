import Canvas
import Curses
import Exports
import Figures

/// Pictures as lines on standard output: how wide, in which glyphs, with colour or without.
struct PlainOutput {
  let glyphs: GlyphSet
  let columns: Int
  /// Nil where standard output is no terminal that knows sequences.
  let depth: ColorDepth?

  init(_ drawing: DrawingOptions, width: Int? = nil) {
    let facts = TerminalFacts.read()
    glyphs = drawing.glyphSet(facts)
    columns = min(max(width ?? facts.size?.columns ?? 80, 20), 1000)
    let isPlain =
      drawing.plain || !facts.isOutputTerminal || facts.type == "dumb" || !facts.isTypeKnown
    depth = isPlain ? nil : facts.colorDepth(flag: drawing.colorDepth)
  }

  /// What figures may be drawn with: colour never where the picture is not shown in colour.
  var look: Frames.Look { Frames.Look(glyphs: glyphs, depth: depth ?? ColorDepth.none) }

  func text(of screen: Screen) -> String { screen.text(depth: depth) }

  func show(_ screen: Screen) { print(text(of: screen), terminator: "") }
}

extension DrawingOptions {
  func glyphSet(_ facts: TerminalFacts) -> GlyphSet {
    switch glyphs {
    case .auto: facts.glyphs
    case .braille, .unicode: .braille
    case .block: .block
    case .ascii: .ascii
    }
  }
}
