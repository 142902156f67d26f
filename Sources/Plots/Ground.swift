import Canvas

extension ArrowField.Ground {
  func paint(on screen: inout Screen, in frame: Frame, depth: ColorDepth) {
    switch self {
    case .scatter(let scatter): scatter.paint(on: &screen, in: frame, depth: depth)
    case .heatMap(let map): map.paint(on: &screen, in: frame, depth: depth)
    }
  }

  func surroundings(glyphs: GlyphSet, depth: ColorDepth) -> Surroundings {
    switch self {
    case .scatter(let scatter):
      let survey = PointSurvey(scatter.series, x: scatter.x, y: scatter.y)
      return scatter.surroundings(survey, glyphs: glyphs, depth: depth)
    case .heatMap(let map): return map.surroundings(glyphs: glyphs, depth: depth)
    }
  }

  func spelled(in glyphs: GlyphSet) -> ArrowField.Ground {
    switch self {
    case .scatter(let scatter): .scatter(scatter.spelled(in: glyphs))
    case .heatMap(let map): .heatMap(map.spelled(in: glyphs))
    }
  }

  func spoken() -> String {
    switch self {
    case .scatter(let scatter): scatter.spoken()
    case .heatMap(let map): map.spoken()
    }
  }
}
