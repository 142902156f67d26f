import Canvas

extension LinePicture {
  /// Draws every series in its colour, then the markers, which later curves must not hide.
  mutating func drawCurves() {
    guard !frame.area.isEmpty else { return }
    var all = Dots(frame.area.size, glyphs: frame.glyphs)
    var markers = Markers()
    for (index, series) in plot.series.enumerated() {
      let look = SeriesLook(index: index, glyphs: frame.glyphs)
      let isAlone = plot.series.count == 1
      let usesGlyph = frame.glyphs == .ascii && !isAlone
      var layer = Dots(frame.area.size, glyphs: frame.glyphs)
      let ink = Ink(look.style, glyph: usesGlyph ? look.marker : nil)
      let lonely = frame.trace(thinned.curves[index], ink: ink, in: &layer)
      all.add(layer)
      for place in lonely { markers.add(look, at: place, in: layer) }
      if !isAlone { markers.spread(look, along: layer, index: index, of: plot.series.count) }
      addArrows(of: series, look, to: &markers)
    }
    all.draw(on: &screen, column: frame.area.column, row: frame.area.row)
    markers.draw(on: &screen, column: frame.area.column, row: frame.area.row)
  }

  /// Marks infinite values by arrows at the edge they lie beyond.
  private func addArrows(of series: LinePlot.Series, _ look: SeriesLook, to markers: inout Markers)
  {
    guard survey.infinite > 0 else { return }
    let vocabulary = PlotGlyphs.glyphs(of: frame.glyphs)
    for index in 0..<series.count where series.y[index].isInfinite {
      let isUp = series.y[index] > 0
      guard isUp || plot.y.scale == .linear, let column = frame.column(of: series.x[index]) else {
        continue
      }
      let place = Screen.Position(
        column: column - frame.area.column, row: isUp ? 0 : frame.area.size.rows - 1)
      markers.add(Cell(isUp ? vocabulary.up : vocabulary.down, look.style), at: place)
    }
  }
}

/// The signs on the curves that tell them apart without colour.
struct Markers {
  private var cells: [Screen.Position: Cell] = [:]

  /// Marks a point by itself.
  mutating func add(_ look: SeriesLook, at place: Dots.Point, in layer: Dots) {
    let (x, y) = (place.x.rounded(), place.y.rounded())
    guard x >= 0, y >= 0, x < Double(layer.columns), y < Double(layer.rows) else { return }
    let cell = layer.cell(x: Int(x), y: Int(y))
    add(
      Cell(look.marker, look.style), at: Screen.Position(column: cell.column, row: cell.row))
  }

  mutating func add(_ cell: Cell, at place: Screen.Position) { cells[place] = cell }

  /// Marks a curve at even distances, shifted for each series so that equal curves show both.
  mutating func spread(_ look: SeriesLook, along layer: Dots, index: Int, of count: Int) {
    let distance = max(8, layer.size.columns / 5)
    let first = distance * (2 * index + 1) / (2 * count)
    for column in stride(from: first % distance, to: layer.size.columns, by: distance) {
      for near in [column, column + 1, column - 1, column + 2, column - 2] {
        guard let row = layer.middleRow(column: near) else { continue }
        let position = Screen.Position(column: near, row: row)
        guard cells[position] == nil else { continue }
        cells[position] = Cell(look.marker, look.style)
        break
      }
    }
  }

  func draw(on screen: inout Screen, column: Int, row: Int) {
    for (place, cell) in cells {
      screen[column: column + place.column, row: row + place.row] = cell
    }
  }
}

extension Dots {
  /// The row in the middle of a column's dots.
  fileprivate func middleRow(column: Int) -> Int? {
    let rows = (0..<size.rows).filter { hasDot(column: column, row: $0) }
    return rows.isEmpty ? nil : rows[rows.count / 2]
  }
}
