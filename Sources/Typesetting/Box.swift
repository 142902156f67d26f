import Canvas

/// A part of a formula laid out on cells, with the baseline that its neighbours align with.
///
/// A box holds its parts and where they stand, not the cells themselves, so that a formula costs
/// time in proportion to its size however deep it is nested; the cells are drawn once, at the end.
struct Box: Sendable {
  let width: Int
  /// The rows above and below the baseline's row.
  let extent: Extent
  /// The rows that a fence around the box spans: raised and lowered scripts and the mark over a
  /// part stick out of them.
  let core: Extent
  let content: Content

  struct Extent: Hashable, Sendable {
    var above: Int
    var below: Int

    static let line = Extent(above: 0, below: 0)
    var rows: Int { above + 1 + below }
    var isTall: Bool { rows > 1 }
  }

  indirect enum Content: Sendable {
    case text(String, Style)
    /// A glyph a row, from the top down.
    case column([String], Style)
    case parts([Part])
    /// A part that stands for a place in the source.
    case place(Range<Int>, Box)
  }

  struct Part: Sendable {
    let box: Box
    /// Where its left edge and its baseline stand, counted from those of the whole.
    let column: Int
    let row: Int
  }

  static let empty = Box("")

  /// Text on one row; characters that no terminal can be trusted with count as one cell.
  init(_ text: String, _ style: Style = .plain) {
    width = text.cellWidth
    extent = .line
    core = .line
    content = .text(text, style)
  }

  /// Glyphs of one cell under each other, a row each.
  init(column extent: Extent, _ style: Style, glyph: (_ row: Int) -> String) {
    let glyphs = (-extent.above...extent.below).map(glyph)
    width = glyphs.first?.cellWidth ?? 0
    self.extent = extent
    core = extent
    content = extent.rows == 1 ? .text(glyphs[0], style) : .column(glyphs, style)
  }

  /// A box around parts that already have their places; a fence spans all of its rows, or `core`.
  init(_ parts: [Part], core: Extent? = nil) {
    let extent = parts.reduce(into: Extent.line) { extent, part in
      extent.above = max(extent.above, part.box.extent.above - part.row)
      extent.below = max(extent.below, part.box.extent.below + part.row)
    }
    width = parts.reduce(0) { max($0, $1.column + $1.box.width) }
    self.extent = extent
    self.core = core ?? extent
    content = .parts(parts)
  }

  private init(place: Range<Int>, of box: Box) {
    width = box.width
    extent = box.extent
    core = box.core
    content = .place(place, box)
  }

  /// The same box, known to stand for a range of the source.
  func placed(at range: Range<Int>) -> Box { Box(place: range, of: self) }

  /// The same box with other rows for a fence to span.
  func withCore(_ core: Extent) -> Box {
    Box([Part(box: self, column: 0, row: 0)], core: core)
  }
}

extension Box {
  /// Boxes side by side on one baseline.
  static func row(_ boxes: [Box]) -> Box {
    if boxes.count == 1 { return boxes[0] }
    var column = 0
    var core = Extent.line
    let parts = boxes.map { box in
      defer { column += box.width }
      core.above = max(core.above, box.core.above)
      core.below = max(core.below, box.core.below)
      return Part(box: box, column: column, row: 0)
    }
    return Box(parts, core: core)
  }

  /// Boxes under each other, each with an indent; the baseline is the first one's.
  ///
  /// `gap` gives the number of blank rows between two boxes.
  static func lines(
    _ lines: [(indent: Int, box: Box)], gap: (_ upper: Box, _ lower: Box) -> Int = { _, _ in 0 }
  ) -> Box {
    var parts: [Part] = []
    var row = 0
    for (indent, box) in lines {
      if let above = parts.last?.box {
        row += above.extent.below + gap(above, box) + box.extent.above + 1
      }
      parts.append(Part(box: box, column: indent, row: row))
    }
    return Box(parts)
  }

  /// One glyph repeated over a number of columns.
  static func rule(_ glyph: String, _ columns: Int, _ style: Style) -> Box {
    Box(String(repeating: glyph, count: max(0, columns)), style)
  }

  /// Blank columns.
  static func blank(_ columns: Int) -> Box { rule(" ", columns, .plain) }
}
