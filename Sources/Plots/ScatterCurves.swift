import Canvas

/// Curves over the points: a mean, or an edge.
extension Scatter {
  /// Draws the curves over what is there, each with its marker at even distances.
  func paintCurves(on screen: inout Screen, in frame: Frame) {
    guard !curves.isEmpty else { return }
    var layer = Screen(frame.area.size)
    var markers = Markers()
    for (index, curve) in curves.enumerated() {
      let look = look(ofCurve: index, glyphs: frame.glyphs)
      var dots = Dots(frame.area.size, glyphs: frame.glyphs)
      let ink = Ink(look.style, glyph: frame.glyphs == .ascii ? look.marker : nil)
      let lonely = frame.trace(curve, ink: ink, in: &dots)
      dots.draw(on: &layer, column: 0, row: 0)
      for place in lonely { markers.add(look, at: place, in: dots) }
      markers.spread(look, along: dots, index: index, of: curves.count)
    }
    markers.draw(on: &layer, column: 0, row: 0)
    for row in 0..<layer.size.rows {
      for column in 0..<layer.size.columns where layer[column: column, row: row] != .blank {
        screen[column: frame.area.column + column, row: frame.area.row + row] =
          layer[column: column, row: row]
      }
    }
  }

  func legendOfCurves(glyphs: GlyphSet) -> [Legend.Entry] {
    curves.enumerated().map { index, curve in
      let look = look(ofCurve: index, glyphs: glyphs)
      let level = PlotGlyphs.glyphs(of: glyphs).level
      let sign = glyphs == .ascii ? String(look.marker) : String([level, look.marker, level])
      return Legend.Entry(sign: sign, name: curve.name, style: look.style)
    }
  }

  /// Looks go on after those of the points.
  private func look(ofCurve index: Int, glyphs: GlyphSet) -> SeriesLook {
    SeriesLook(index: series.count + index, glyphs: glyphs)
  }
}
