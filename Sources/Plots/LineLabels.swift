import Canvas

extension LinePicture {
  /// Draws cursors and reference lines, below the curves.
  mutating func drawLines() {
    let vocabulary = PlotGlyphs.glyphs(of: frame.glyphs)
    for reference in plot.references {
      guard let row = frame.row(of: reference.y) else { continue }
      for column in frame.area.column..<frame.area.column + frame.area.size.columns {
        screen[column: column, row: row] = Cell(vocabulary.reference, .dim)
      }
    }
    for cursor in plot.cursors {
      guard let column = frame.column(of: cursor.x) else { continue }
      for row in frame.area.row..<frame.bottom {
        screen[column: column, row: row] = Cell(vocabulary.cursor, .dim)
      }
    }
  }

  /// Names cursors and reference lines beside them, where nothing is covered if there is room.
  mutating func drawLineLabels() {
    for cursor in plot.cursors where !cursor.label.isEmpty {
      guard let column = frame.column(of: cursor.x) else { continue }
      let places = (frame.area.row..<frame.bottom).flatMap { row in
        [(column + 2, row), (column - 1 - cursor.label.cellWidth, row)]
      }
      write(cursor.label, at: places)
    }
    for reference in plot.references where !reference.label.isEmpty {
      guard let row = frame.row(of: reference.y) else { continue }
      let (left, width) = (frame.area.column, reference.label.cellWidth)
      let right = left + frame.area.size.columns - width - 1
      let columns = [right, left + 1] + stride(from: right - 2, to: left + 1, by: -2)
      write(reference.label, at: [row - 1, row + 1].flatMap { row in columns.map { ($0, row) } })
    }
  }

  /// Writes a text at the first place in the area where it covers nothing; nowhere without one.
  private mutating func write(_ text: String, at places: [(column: Int, row: Int)]) {
    let (area, width) = (frame.area, text.cellWidth)
    let place = places.first { column, row in
      column >= area.column && column + width <= area.column + area.size.columns
        && row >= area.row && row < frame.bottom
        && screen.isBlank(Rectangle(column: column, row: row, columns: width, rows: 1))
    }
    if let place { screen.write(text, column: place.column, row: place.row) }
  }
}
