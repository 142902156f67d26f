import Canvas

extension LinePicture {
  /// Writes the legend in a free place of the area, unless it stands above.
  ///
  /// - Returns: false if the area has no free place.
  mutating func drawLegend() -> Bool {
    if isLegendAbove || legend.entries.isEmpty { return true }
    guard let place = freePlace(for: legend.block) else { return false }
    for (index, entry) in legend.entries.enumerated() {
      _ = legend.write(entry, column: place.column, row: place.row + index, on: &screen)
    }
    return true
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
        self[column: column, row: row].isSpace && self[column: column, row: row].width == 1
      }
    }
  }
}
