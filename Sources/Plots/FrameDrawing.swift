import Canvas

extension Frame {
  /// Draws the axes with their ticks, and around them the texts for which there are rows.
  func draw(on screen: inout Screen) {
    if rows.title > 0 { centre(surroundings.title, row: 0, style: .bold, on: &screen) }
    drawHeader(on: &screen)
    drawNote(on: &screen)
    guard rows.axis > 0, !area.isEmpty else { return }
    drawUprightAxis(on: &screen)
    drawLevelAxis(on: &screen)
    if rows.name > 0 {
      let label = surroundings.x.axis.label
      let text = xTicks.offset.map { label.isEmpty ? $0 : "\(label)  \($0)" } ?? label
      centre(text, row: bottom + rows.axis + rows.tickLabels, on: &screen)
    }
  }

  /// Says below the plot what it cannot show.
  private func drawNote(on screen: inout Screen) {
    guard rows.note > 0 else { return }
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let note = surroundings.note.cut(to: size.columns, mark: ellipsis)
    screen.write(note, column: 0, row: size.rows - 1, style: .dim)
  }

  /// The row below the area.
  var bottom: Int { area.row + area.size.rows }

  private func drawUprightAxis(on screen: inout Screen) {
    let vocabulary = PlotGlyphs.glyphs(of: glyphs)
    let axis = area.column - 1
    let line = Cell(vocabulary.upright, .dim)
    for row in area.row..<bottom { screen[column: axis, row: row] = line }
    for place in yTicks.ticks {
      let row = area.row + place.cell
      screen[column: axis, row: row] = Cell(vocabulary.tickOfY, .dim)
      screen.write(place.tick.label, column: axis - place.tick.label.cellWidth, row: row)
    }
  }

  private func drawLevelAxis(on screen: inout Screen) {
    let vocabulary = PlotGlyphs.glyphs(of: glyphs)
    screen[column: area.column - 1, row: bottom] = Cell(vocabulary.corner, .dim)
    let line = Cell(vocabulary.level, .dim)
    for column in area.column..<area.column + area.size.columns {
      screen[column: column, row: bottom] = line
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
