import Canvas

extension LinePicture {
  /// Writes the header, with the legend in it or in a free place of the area.
  ///
  /// - Returns: false if the area has no free place.
  mutating func drawLegend() -> Bool {
    let lead = Legend.lead([plot.y.label, frame.yTicks.offset ?? ""])
    if isLegendAbove {
      drawHeader(lead, legend.rows(after: lead, columns: screen.size.columns))
      return true
    }
    drawHeader(lead, [])
    guard !legend.entries.isEmpty else { return true }
    guard let place = freePlace(for: legend.block) else { return false }
    for (index, entry) in legend.entries.enumerated() {
      _ = legend.write(entry, column: place.column, row: place.row + index, on: &screen)
    }
    return true
  }

  /// The y axis's name over the axis, then entries, row by row.
  private mutating func drawHeader(_ lead: String, _ rows: [[Legend.Entry]]) {
    guard frame.rows.header > 0 else { return }
    let ellipsis = PlotGlyphs.glyphs(of: frame.glyphs).ellipsis
    let shown = lead.cut(to: screen.size.columns, mark: ellipsis)
    var column = screen.write(shown, column: 0, row: frame.rows.title)
    for (index, row) in rows.prefix(frame.rows.header).enumerated() {
      for entry in row {
        let start = column == 0 ? 0 : column + 3
        column =
          start
          + legend.write(entry, column: start, row: frame.rows.title + index, on: &screen)
      }
      column = 0
    }
    guard rows.count > frame.rows.header else { return }
    let end = screen.size.columns - ellipsis.cellWidth
    screen.write(ellipsis, column: end, row: frame.rows.title + frame.rows.header - 1)
  }

  /// A block of blank cells in the area, a blank around it: a corner, or else the rightmost.
  private func freePlace(for block: Size) -> Screen.Position? {
    let (area, bottom) = (frame.area, frame.bottom)
    let (left, right) = (area.column + 1, area.column + area.size.columns - block.columns - 1)
    let last = bottom - block.rows
    guard left <= right, area.row <= last, block.columns <= area.size.columns / 2 else {
      return nil
    }
    let columns = [right, left] + stride(from: right - 1, to: left, by: -2)
    for column in columns {
      for row in Array(Set([area.row, last])).sorted() + Array(area.row...last) {
        let place = Rectangle(
          column: column - 1, row: row, columns: block.columns + 2, rows: block.rows)
        if screen.isBlank(place) { return Screen.Position(column: column, row: row) }
      }
    }
    return nil
  }
}

extension Screen {
  /// Whether no cell of a part of the picture shows anything.
  func isBlank(_ part: Rectangle) -> Bool {
    (part.row..<part.row + part.size.rows).allSatisfy { row in
      (part.column..<part.column + part.size.columns).allSatisfy { column in
        self[column: column, row: row].character == " " && self[column: column, row: row].width == 1
      }
    }
  }
}
