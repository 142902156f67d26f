import Canvas

extension Scatter.Highlight {
  /// A mark in its cell, apart from the cells beside it, so that it is found in the densest cloud.
  func paint(on screen: inout Screen, in frame: Frame) {
    guard x.isFinite, y.isFinite, let column = frame.column(of: x), let row = frame.row(of: y)
    else { return }
    for beside in [column - 1, column + 1] where frame.area.columns.contains(beside) {
      screen[column: beside, row: row] = Cell(" ", .plain)
    }
    screen[column: column, row: row] = Cell(highlightGlyph(frame.glyphs), .reverse)
  }
}

extension Scatter {
  func highlightEntries(_ glyphs: GlyphSet) -> [Legend.Entry] {
    highlights.map {
      Legend.Entry(sign: String(highlightGlyph(glyphs)), name: $0.name, style: .reverse)
    }
  }
}

extension Rectangle {
  fileprivate var columns: Range<Int> { column..<column + size.columns }
}

private func highlightGlyph(_ glyphs: GlyphSet) -> Character { glyphs == .braille ? "◆" : "X" }
