package import Canvas

extension LinePlot: Picture {
  /// The plot as a picture of exactly this size.
  ///
  /// The smaller it is, the less stands around the curves; any size is safe. The legend stands
  /// where it covers nothing, else in a row above.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    let plot = spelled(in: glyphs)
    let survey = Survey(of: plot)
    var thinned: ThinnedCurves?
    for isLegendAbove in [false, true] {
      var picture = LinePicture(
        plot, survey, Screen(size).size, glyphs, isLegendAbove, reusing: thinned)
      if picture.draw() || isLegendAbove { return picture.screen }
      thinned = picture.thinned
    }
    return Screen(size)
  }

  /// The plot with all its texts in glyphs that the terminal may show.
  private func spelled(in glyphs: GlyphSet) -> LinePlot {
    var plot = self
    plot.title = title.spelled(in: glyphs)
    plot.x = x.spelled(in: glyphs)
    plot.y = y.spelled(in: glyphs)
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
  /// The series, with fewer points where there are very many.
  let thinned: ThinnedCurves
  let survey: Survey
  let frame: Frame
  let legend: Legend
  let isLegendAbove: Bool
  var screen: Screen

  init(
    _ plot: LinePlot, _ survey: Survey, _ size: Size, _ glyphs: GlyphSet, _ isLegendAbove: Bool,
    reusing thinned: ThinnedCurves? = nil
  ) {
    self.plot = plot
    self.survey = survey
    self.isLegendAbove = isLegendAbove
    legend = Legend(plot.series.map(\.name), glyphs: glyphs)
    let surroundings = Surroundings(
      title: plot.title, x: (plot.x, survey.x), y: (plot.y, survey.y),
      legend: isLegendAbove ? legend : nil, note: survey.note)
    frame = Frame(size, surroundings, glyphs: glyphs)
    screen = Screen(size)
    let known = thinned.flatMap { [frame] in $0.serve(frame) ? $0 : nil }
    self.thinned = known ?? ThinnedCurves(plot.series, in: frame)
  }

  /// Draws all layers.
  ///
  /// - Returns: whether the legend found a place.
  mutating func draw() -> Bool {
    frame.draw(on: &screen)
    drawLines()
    drawCurves()
    drawLineLabels()
    return drawLegend()
  }
}
