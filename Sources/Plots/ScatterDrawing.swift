package import Canvas

extension Scatter: Picture {
  /// The plot as a picture of exactly this size.
  ///
  /// Dots take their series' colour, where several share a cell that of most points. ASCII, and a
  /// terminal without colours if there are several series, show a marker a cell.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let plot = spelled(in: glyphs)
    let survey = PointSurvey(series, x: x, y: y)
    let frame = Frame(
      screen.size, plot.surroundings(survey, glyphs: glyphs, depth: depth), glyphs: glyphs)
    frame.draw(on: &screen)
    plot.paint(on: &screen, in: frame, depth: depth)
    for highlight in highlights { highlight.paint(on: &screen, in: frame) }
    return screen
  }

  /// Draws what stands between the axes.
  func paint(on screen: inout Screen, in frame: Frame, depth: ColorDepth) {
    guard !frame.area.isEmpty else { return }
    ground?.paint(on: &screen, in: frame, depth: depth)
    let cells = CountedCells(series, in: frame)
    switch manner(glyphs: frame.glyphs, depth: depth) {
    case .dots where frame.glyphs == .block && series.count == 1 && cells.isCrowded:
      cells.drawWeights(on: &screen, at: frame.area)
    case .dots:
      cells.drawDots(on: &screen, at: frame.area)
      if series.count > 1 { cells.drawSparseMarkers(on: &screen, at: frame.area) }
    case .markers: cells.drawMarkers(on: &screen, at: frame.area, glyphs: frame.glyphs)
    case .weights: cells.drawWeights(on: &screen, at: frame.area)
    }
    paintCurves(on: &screen, in: frame)
  }

  func surroundings(
    _ survey: PointSurvey, glyphs: GlyphSet, depth: ColorDepth
  ) -> Surroundings {
    var result = Surroundings(title: title, x: (x, survey.x), y: (y, survey.y))
    result.legend = legend(glyphs: glyphs, depth: depth)
    result.bar = ground?.bar(glyphs: glyphs, depth: depth)
    result.note = survey.note
    (result.hasAxes, result.hasEqualUnits) = (hasAxes, hasEqualUnits)
    return result
  }

  /// How points become cells.
  private enum Manner {
    case dots
    case markers
    case weights
  }

  /// Markers wherever dots would not tell series from each other, or from the dots of shades.
  private func manner(glyphs: GlyphSet, depth: ColorDepth) -> Manner {
    let isAlone = series.count == 1
    if usesMarkers || ground != nil && !(isAlone && depth == .palette) { return .markers }
    if glyphs == .ascii { return isAlone ? .weights : .markers }
    return isAlone || depth != .none ? .dots : .markers
  }

  private func legend(glyphs: GlyphSet, depth: ColorDepth) -> Legend? {
    let manner = manner(glyphs: glyphs, depth: depth)
    let entries = series.enumerated().map { index, series in
      let look = PointLook(index: index, glyphs: glyphs)
      let sign = manner == .dots ? String(look.several) : look.sign
      return Legend.Entry(
        sign: manner == .weights ? String(PointLook.weights(of: glyphs)) : sign, name: series.name,
        style: look.style)
    }
    let others = legendOfCurves(glyphs: glyphs) + highlightEntries(glyphs)
    let legend = Legend(entries: entries + others, glyphs: glyphs)
    return legend.entries.isEmpty ? nil : legend
  }

  func spelled(in glyphs: GlyphSet) -> Scatter {
    var plot = self
    plot.title = title.spelled(in: glyphs)
    plot.x = x.spelled(in: glyphs)
    plot.y = y.spelled(in: glyphs)
    plot.ground = ground?.spelled(in: glyphs)
    for index in series.indices { plot.series[index].name = series[index].name.spelled(in: glyphs) }
    for index in highlights.indices {
      plot.highlights[index].name = highlights[index].name.spelled(in: glyphs)
    }
    for index in curves.indices { plot.curves[index].name = curves[index].name.spelled(in: glyphs) }
    return plot
  }
}
