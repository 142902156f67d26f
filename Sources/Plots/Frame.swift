import Canvas

/// A plot's axes: where its area is in the picture, and where a value is in the area.
struct Frame: Sendable {
  let size: Size
  let glyphs: GlyphSet
  let rows: FrameRows
  /// The cells between the axes.
  let area: Rectangle
  let x: Span
  let y: Span
  let xTicks: PlacedTicks
  let yTicks: PlacedTicks

  /// What is written around the area.
  let surroundings: Surroundings

  /// Lays the axes out; a span grows to its next ticks where that costs little.
  init(_ size: Size, _ surroundings: Surroundings, glyphs: GlyphSet) {
    self.size = size
    self.glyphs = glyphs
    self.surroundings = surroundings
    rows = surroundings.rows(columns: size.columns).fitted(to: size.rows)
    let height = max(0, size.rows - rows.above - rows.below)
    let grows = !surroundings.hasEqualUnits

    let y = Span(surroundings.y, target: (height + 1) / 2, allowance: grows ? 0.15 : 0)
    let fit = UprightFit(span: y, rows: rows, columns: size.columns, glyphs: glyphs)
    let uprightTicks = fit.ticks(height)
    let left = rows.axis == 0 ? 0 : 1 + uprightTicks.labelWidth
    let margin = rows.axis > 0 && size.columns >= 40 ? 2 : 0
    let width = max(0, size.columns - left - margin)
    let x = Span(surroundings.x, target: width / 8, allowance: grows ? 0.03 : 0)

    let room = Rectangle(column: left, row: rows.above, columns: width, rows: height)
    area = grows ? room : room.narrowed(x: x, y: y)
    (self.x, self.y) = (x, y)
    yTicks = area.size.rows == height ? uprightTicks : fit.ticks(area.size.rows)
    let xFit = TickFit(
      cells: area.size.columns, dotsInCell: glyphs.dotsInCell.across, hasOffset: rows.name > 0)
    let most = area.size.columns / 8
    let choices = rows.tickLabels > 0 ? x.tickChoices(most: most, glyphs: glyphs) : .none
    xTicks = xFit.level(choices, x, left: area.column, columns: size.columns)
  }

  /// A value pair as a place in the dots of the area.
  func place(x: Double, y: Double, in dots: Dots) -> Dots.Point {
    Dots.Point(
      x: self.x.share(of: x) * Double(dots.columns - 1),
      y: (1 - self.y.share(of: y)) * Double(dots.rows - 1))
  }

  /// The picture's column of a value; nil for one beyond the axis.
  func column(of value: Double) -> Int? {
    guard x.contains(value) else { return nil }
    return area.column
      + cell(x.share(of: value), cells: area.size.columns, dotsInCell: glyphs.dotsInCell.across)
  }

  /// The picture's row of a value; nil for one beyond the axis.
  func row(of value: Double) -> Int? {
    guard y.contains(value) else { return nil }
    return area.row
      + cell(1 - y.share(of: value), cells: area.size.rows, dotsInCell: glyphs.dotsInCell.down)
  }
}

/// The labels of an upright axis, by its height.
private struct UprightFit {
  let span: Span
  let rows: FrameRows
  let columns: Int
  let glyphs: GlyphSet

  func ticks(_ height: Int) -> PlacedTicks {
    let fit = TickFit(
      cells: height, dotsInCell: glyphs.dotsInCell.down, hasOffset: rows.header > 0)
    let room = rows.axis > 0 && columns >= 16 ? columns / 3 : 0
    return fit.upright(
      span.tickChoices(most: (height + 1) / 2, glyphs: glyphs), span, room: room)
  }
}

extension Rectangle {
  /// The upper middle part in which a unit is equally long on both axes; a cell is twice as high as wide.
  ///
  /// Where one axis would be fifty times as long as the other, all of it.
  fileprivate func narrowed(x: Span, y: Span) -> Rectangle {
    let ratio = (x.upper - x.lower) / (y.upper - y.lower)
    guard x.scale == .linear, y.scale == .linear, ratio > 0.02, ratio < 50 else { return self }
    let columns = min(size.columns, Int((Double(2 * size.rows) * ratio).rounded()))
    let rows = min(size.rows, Int((Double(size.columns) / ratio / 2).rounded()))
    return Rectangle(
      column: column + (size.columns - columns) / 2, row: row, columns: columns, rows: rows)
  }
}

extension Span {
  /// The span of an axis, moved out to its ticks unless the axis is fixed.
  fileprivate init(_ axis: (axis: Axis, data: Extent), target: Int, allowance: Double) {
    let span = Span(of: axis.axis, data: axis.data)
    self =
      axis.axis.usableRange == nil ? span.extended(target: target, within: allowance) : span
  }
}

/// The cell of a share of a length in cells: that of its nearest dot, as a curve is drawn.
func cell(_ share: Double, cells: Int, dotsInCell: Int) -> Int {
  let dot = (share * Double(cells * dotsInCell - 1)).rounded()
  return min(max(0, Int(dot) / dotsInCell), cells - 1)
}
