import Canvas

extension Screen {
  /// The sequences that turn another picture, nil for an empty screen, into this one.
  ///
  /// Runs of changed cells are written in their places; a gap of up to four unchanged cells is
  /// written too, since going over it costs more.
  func change(from old: Screen?, depth: ColorDepth) -> String {
    var text = ""
    var style: Style?
    for row in 0..<size.rows {
      for run in changedRuns(of: row, from: old) {
        text += "\u{1B}[\(row + 1);\(run.lowerBound + 1)H"
        for cell in self[row: row].dropFirst(run.lowerBound).prefix(run.count)
        where cell.width > 0 {
          let next = cell.style.reduced(to: depth)
          if next != style {
            text += next.sequence
            style = next
          }
          text.append(cell.character)
        }
      }
    }
    return text
  }

  private func changedRuns(of row: Int, from old: Screen?) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in 0..<size.columns {
      let before = old?[column: column, row: row] ?? .blank
      guard before != self[column: column, row: row] else { continue }
      if let last = runs.last, column - last.upperBound <= 4 {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs.map { wholeGlyphs($0, row) }
  }

  /// A run that begins in the right half of a wide glyph takes its left half in.
  private func wholeGlyphs(_ run: Range<Int>, _ row: Int) -> Range<Int> {
    let isHalf = self[column: run.lowerBound, row: row].width == 0 && run.lowerBound > 0
    return isHalf ? run.lowerBound - 1..<run.upperBound : run
  }
}
