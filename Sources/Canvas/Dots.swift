/// A grid of dots, several in a cell, and the colour that each cell got last.
///
/// A cell shows one colour, so a layer drawn later wins it; the dots of all layers stay.
package struct Dots: Hashable, Sendable {
  /// The cells it covers.
  package let size: Size
  /// Dots across and down; dot (0, 0) is at the top left.
  package let columns: Int
  package let rows: Int
  package let glyphs: GlyphSet

  private let across: Int
  private let down: Int
  private var masks: [UInt8]
  private var inks: [Ink]

  package init(_ size: Size, glyphs: GlyphSet) {
    let pattern = DotPattern.pattern(of: glyphs)
    self.size = size.drawable
    self.glyphs = glyphs
    across = pattern.across
    down = pattern.down
    columns = self.size.columns * across
    rows = self.size.rows * down
    masks = Array(repeating: 0, count: self.size.columns * self.size.rows)
    inks = Array(repeating: Ink(), count: masks.count)
  }

  /// Sets a dot; outside the grid nothing happens.
  package mutating func set(x: Int, y: Int, ink: Ink = Ink()) {
    guard x >= 0, y >= 0, x < columns, y < rows else { return }
    let cell = y / down * size.columns + x / across
    masks[cell] |= 1 << UInt8(y % down * across + x % across)
    inks[cell] = ink
  }

  /// Whether a cell has a dot.
  package func hasDot(column: Int, row: Int) -> Bool {
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return false }
    return masks[row * size.columns + column] != 0
  }

  /// Adds the dots of another layer of the same size and glyphs; it wins the cells it touches.
  package mutating func add(_ layer: Dots) {
    guard layer.size == size, layer.glyphs == glyphs else { return }
    for cell in masks.indices where layer.masks[cell] != 0 {
      masks[cell] |= layer.masks[cell]
      inks[cell] = layer.inks[cell]
    }
  }
}

/// What a dot is drawn with.
package struct Ink: Hashable, Sendable {
  package var style: Style
  /// A glyph to show in place of the pattern, where shape has to tell layers apart.
  package var glyph: Character?

  package init(_ style: Style = .plain, glyph: Character? = nil) {
    self.style = style
    self.glyph = glyph
  }
}

extension Dots {
  /// The cell column and row of a dot.
  package func cell(x: Int, y: Int) -> (column: Int, row: Int) { (x / across, y / down) }

  /// Lays the cells that have a dot over a picture; the others show what was there.
  package func draw(on screen: inout Screen, column: Int, row: Int) {
    let pattern = DotPattern.pattern(of: glyphs)
    for (index, mask) in masks.enumerated() where mask != 0 {
      let ink = inks[index]
      let cell =
        ink.glyph.map { Cell($0, ink.style) }
        ?? Cell(glyph: pattern.glyphs[Int(mask)], style: ink.style)
      screen[column: column + index % size.columns, row: row + index / size.columns] = cell
    }
  }
}
