package import Canvas

extension LinePlot {
  /// The plot as a picture of exactly this size.
  ///
  /// The smaller it is, the less stands around the curves; any size is safe. The legend stands
  /// where it covers nothing, else in a row above.
  package func draw(_ size: Size, glyphs: GlyphSet) -> Screen {
    let plot = spelled(in: glyphs)
    let survey = Survey(of: plot)
    for isLegendAbove in [false, true] {
      var picture = LinePicture(plot, survey, Screen(size).size, glyphs, isLegendAbove)
      if picture.draw() || isLegendAbove { return picture.screen }
    }
    return Screen(size)
  }

  /// The plot with all its texts in glyphs that the terminal may show.
  private func spelled(in glyphs: GlyphSet) -> LinePlot {
    var plot = self
    plot.title = title.spelled(in: glyphs)
    plot.x.label = x.label.spelled(in: glyphs)
    plot.y.label = y.label.spelled(in: glyphs)
    for index in series.indices { plot.series[index].name = series[index].name.spelled(in: glyphs) }
    for index in cursors.indices {
      plot.cursors[index].label = cursors[index].label.spelled(in: glyphs)
    }
    for index in references.indices {
      plot.references[index].label = references[index].label.spelled(in: glyphs)
    }
    return plot
  }
}

/// A line plot while it is drawn, layer upon layer.
struct LinePicture {
  let plot: LinePlot
  let survey: Survey
  let frame: Frame
  let legend: Legend
  let isLegendAbove: Bool
  var screen: Screen

  init(
    _ plot: LinePlot, _ survey: Survey, _ size: Size, _ glyphs: GlyphSet, _ isLegendAbove: Bool
  ) {
    self.plot = plot
    self.survey = survey
    self.isLegendAbove = isLegendAbove
    legend = Legend(plot.series.map(\.name), glyphs: glyphs)
    frame = Frame(
      size, x: (axis: plot.x, data: survey.x), y: (axis: plot.y, data: survey.y),
      rows: Self.rows(plot, survey, isLegendAbove ? legend : nil, columns: size.columns),
      glyphs: glyphs)
    screen = Screen(size)
  }

  /// The rows that the plot's texts ask for, of which a legend above takes three at most.
  private static func rows(
    _ plot: LinePlot, _ survey: Survey, _ legend: Legend?, columns: Int
  ) -> FrameRows {
    let yOffset = Span(of: plot.y, data: survey.y).likelyOffset ?? ""
    let xOffset = Span(of: plot.x, data: survey.x).likelyOffset ?? ""
    let lead = Legend.lead([plot.y.label, yOffset])
    var rows = FrameRows()
    rows.title = plot.title.isEmpty ? 0 : 1
    rows.header = legend.map { min($0.rows(after: lead, columns: columns).count, 3) } ?? 0
    if !lead.isEmpty { rows.header = max(rows.header, 1) }
    rows.name = plot.x.label.isEmpty && xOffset.isEmpty ? 0 : 1
    rows.note = survey.note.isEmpty ? 0 : 1
    return rows
  }

  /// Draws all layers.
  ///
  /// - Returns: whether the legend found a place.
  mutating func draw() -> Bool {
    frame.draw(on: &screen, title: plot.title, xLabel: plot.x.label)
    drawNote()
    drawLines()
    drawCurves()
    drawLineLabels()
    return drawLegend()
  }
}
