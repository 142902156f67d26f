import Canvas

extension Frame {
  /// Draws the axes with their ticks, and the title and names where there are rows for them.
  func draw(on screen: inout Screen, title: String, xLabel: String) {
    if rows.title > 0 { centre(title, row: 0, style: .bold, on: &screen) }
    guard rows.axis > 0, !area.isEmpty else { return }
    drawUprightAxis(on: &screen)
    drawLevelAxis(on: &screen)
    if rows.name > 0 {
      let text = xTicks.offset.map { xLabel.isEmpty ? $0 : "\(xLabel)  \($0)" } ?? xLabel
      centre(text, row: bottom + rows.axis + rows.tickLabels, on: &screen)
    }
  }

  /// The row below the area.
  var bottom: Int { area.row + area.size.rows }

  private func drawUprightAxis(on screen: inout Screen) {
    let vocabulary = PlotGlyphs.glyphs(of: glyphs)
    let axis = area.column - 1
    for row in area.row..<bottom {
      screen[column: axis, row: row] = Cell(vocabulary.upright, .dim)
    }
    for place in yTicks.ticks {
      let row = area.row + place.cell
      screen[column: axis, row: row] = Cell(vocabulary.tickOfY, .dim)
      screen.write(place.tick.label, column: axis - place.tick.label.cellWidth, row: row)
    }
  }

  private func drawLevelAxis(on screen: inout Screen) {
    let vocabulary = PlotGlyphs.glyphs(of: glyphs)
    screen[column: area.column - 1, row: bottom] = Cell(vocabulary.corner, .dim)
    for column in area.column..<area.column + area.size.columns {
      screen[column: column, row: bottom] = Cell(vocabulary.level, .dim)
    }
    for place in xTicks.ticks {
      screen[column: area.column + place.cell, row: bottom] = Cell(vocabulary.tickOfX, .dim)
      screen.write(place.tick.label, column: place.start, row: bottom + 1)
    }
  }

  /// Writes a line in the middle above or below the area, within the picture.
  private func centre(
    _ text: String, row: Int, style: Style = .plain, on screen: inout Screen
  ) {
    let shown = text.cut(to: size.columns, mark: PlotGlyphs.glyphs(of: glyphs).ellipsis)
    let middle = area.column + (area.size.columns - shown.cellWidth) / 2
    let column = max(0, min(middle, size.columns - shown.cellWidth))
    screen.write(shown, column: column, row: row, style: style)
  }
}

extension Rectangle {
  var isEmpty: Bool { size.columns <= 0 || size.rows <= 0 }
}
