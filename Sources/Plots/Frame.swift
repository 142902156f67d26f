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

  /// Lays the axes out; a span grows to its next ticks where that costs little.
  init(
    _ size: Size, x: (axis: Axis, data: Extent), y: (axis: Axis, data: Extent),
    rows wanted: FrameRows, glyphs: GlyphSet
  ) {
    self.size = size
    self.glyphs = glyphs
    rows = wanted.fitted(to: size.rows)
    let height = max(0, size.rows - rows.above - rows.below)
    let dots = glyphs.dotsInCell
    let lines = (height + 1) / 2

    self.y = Span(y, target: lines, allowance: 0.15)
    let yFit = TickFit(cells: height, dotsInCell: dots.down, hasOffset: rows.header > 0)
    let room = rows.axis > 0 && size.columns >= 16 ? size.columns / 3 : 0
    yTicks = yFit.upright(self.y.tickChoices(most: lines, glyphs: glyphs), self.y, room: room)

    let left = rows.axis == 0 ? 0 : 1 + yTicks.labelWidth
    let width = max(0, size.columns - left - (size.columns >= 40 ? 2 : 0))
    area = Rectangle(column: left, row: rows.above, columns: width, rows: height)

    self.x = Span(x, target: width / 8, allowance: 0.03)
    let xFit = TickFit(cells: width, dotsInCell: dots.across, hasOffset: rows.name > 0)
    let choices = rows.tickLabels > 0 ? self.x.tickChoices(most: width / 8, glyphs: glyphs) : []
    xTicks = xFit.level(choices, self.x, left: left, columns: size.columns)
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
