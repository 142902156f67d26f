package import Canvas

extension HeatMap: Picture {
  /// The map as a picture of exactly this size; a number that is missing is blank.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let map = spelled(in: glyphs)
    let surroundings = map.surroundings(glyphs: glyphs, depth: depth)
    let frame = Frame(screen.size, surroundings, glyphs: glyphs)
    frame.draw(on: &screen)
    map.paint(on: &screen, in: frame, depth: depth)
    return screen
  }

  /// Draws the shades between the axes of a frame, which may show more or less than the map has.
  func paint(on screen: inout Screen, in frame: Frame, depth: ColorDepth) {
    guard !frame.area.isEmpty else { return }
    let shading = Shading(glyphs: frame.glyphs, depth: depth, map: map)
    let (across, down) = shading.inCell
    let size = frame.area.size
    let columns = Self.parts(size.columns * across, of: frame.x, from: xSpan, grid.columns)
    let rows = Self.parts(size.rows * down, of: frame.y, from: ySpan, grid.rows)
    let samples = Samples(columns: grid.columns, rows: grid.rows, shades: shades)
    shading.draw(
      samples.resampled(across: columns, down: rows.reversed()), on: &screen,
      column: frame.area.column, row: frame.area.row)
  }

  func surroundings(glyphs: GlyphSet, depth: ColorDepth) -> Surroundings {
    var result = Surroundings(
      title: title, x: (fixed(x, xSpan), Extent()), y: (fixed(y, ySpan), Extent()))
    result.bar = bar(glyphs: glyphs, depth: depth)
    result.note = note
    (result.hasAxes, result.hasEqualUnits) = (hasAxes, hasEqualUnits)
    return result
  }

  func bar(glyphs: GlyphSet, depth: ColorDepth) -> ColorBar? {
    hasBar ? ColorBar(name, span, Shading(glyphs: glyphs, depth: depth, map: map)) : nil
  }

  func spelled(in glyphs: GlyphSet) -> HeatMap {
    var map = self
    map.title = title.spelled(in: glyphs)
    map.name = name.spelled(in: glyphs)
    map.x = x.spelled(in: glyphs)
    map.y = y.spelled(in: glyphs)
    return map
  }

  /// The cells of the grid that each place of an axis covers; none beyond the grid.
  private static func parts(
    _ count: Int, of axis: Span, from span: Span, _ cells: Int
  ) -> [Range<Int>] {
    (0..<count).map { index in
      let low = span.share(of: axis.value(at: Double(index) / Double(count)))
      let high = span.share(of: axis.value(at: Double(index + 1) / Double(count)))
      return cover(low, high, cells: cells)
    }
  }
}

extension HeatMap {
  /// The ends of the shades.
  var span: Span { Span(of: Axis(range: scale), data: grid.extent) }

  var xSpan: Span { ends(x, grid.columns) }
  var ySpan: Span { ends(y, grid.rows) }

  private func ends(_ axis: Axis, _ cells: Int) -> Span {
    let range = axis.usableRange ?? 0...Double(max(1, cells))
    return Span(
      range.lowerBound, range.upperBound, scale: axis.usableRange == nil ? .linear : axis.scale)
  }

  /// The axis with the ends of the grid.
  private func fixed(_ axis: Axis, _ span: Span) -> Axis {
    Axis(axis.label, scale: span.scale, range: span.lower...span.upper)
  }

  /// The numbers as shares of the scale; beyond the ends they are the ends.
  private var shades: [Double] {
    let span = span
    return grid.values.map { value in
      value.isNaN ? value : min(max(span.share(of: value), 0), 1)
    }
  }

  /// How many numbers are missing.
  var note: String {
    let missing = grid.values.count { $0.isNaN }
    return missing == 0 ? "" : "blank: \(blank ?? "\(missing) not a number")"
  }
}
