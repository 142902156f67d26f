package import Canvas
import RealModule

extension ArrowField: Picture {
  /// The field as a picture of exactly this size.
  ///
  /// Short arrows are dim, long ones bold and with a tail, none is a dot. Where arrows would touch,
  /// only the first of them stands.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let field = spelled(in: glyphs)
    let frame = Frame(
      screen.size, field.surroundings(glyphs: glyphs, depth: depth), glyphs: glyphs)
    frame.draw(on: &screen)
    field.ground?.paint(on: &screen, in: frame, depth: depth)
    if !frame.area.isEmpty { field.paint(on: &screen, in: frame) }
    return screen
  }

  private func spelled(in glyphs: GlyphSet) -> ArrowField {
    var field = self
    field.title = title.spelled(in: glyphs)
    field.x = x.spelled(in: glyphs)
    field.y = y.spelled(in: glyphs)
    field.ground = ground?.spelled(in: glyphs)
    return field
  }

  private func surroundings(glyphs: GlyphSet, depth: ColorDepth) -> Surroundings {
    let points = Scatter.Series(x: arrows.map(\.x), y: arrows.map(\.y))
    let survey = PointSurvey([points], x: x, y: y)
    var result =
      ground?.surroundings(glyphs: glyphs, depth: depth)
      ?? Surroundings(x: (x, survey.x), y: (y, survey.y))
    (result.title, result.x, result.y) = (title, (x, survey.x), (y, survey.y))
    result.legend = legend(after: result.legend, glyphs: glyphs)
    (result.hasAxes, result.hasEqualUnits) = (hasAxes, hasEqualUnits)
    return result
  }

  /// The legend of what is below, and how long the longest arrow is.
  private func legend(after below: Legend?, glyphs: GlyphSet) -> Legend? {
    let shape = ArrowShape(octant: 0, glyphs: glyphs)
    let sign = String([shape.tail.character] + shape.head.map(\.character))
    guard let length = unit, hasAxes else { return below }
    let entry = Legend.Entry(
      sign: sign, name: "length " + length.short(significant: 3), style: .bold)
    return Legend(entries: (below?.entries ?? []) + [entry], glyphs: glyphs)
  }

  /// The length that is drawn longest; nil if there is none.
  var unit: Double? {
    if let longest, longest > 0, longest.isFinite { return longest }
    let greatest = arrows.map(\.length).filter(\.isFinite).max() ?? 0
    return greatest > 0 ? greatest : nil
  }
}

extension ArrowField.Arrow {
  var length: Double { Double.hypot(dx, dy) }
}

extension ArrowField {
  /// Tails before heads, which must not be covered.
  private func paint(on screen: inout Screen, in frame: Frame) {
    let placed = place(in: frame)
    let taken = Set(placed.flatMap { $0.cells(frame.glyphs) })
    for arrow in placed where arrow.isLong && arrow.hasRoomForTail(among: taken) {
      arrow.lay(arrow.shape.tail, in: frame.area, on: &screen)
    }
    for arrow in placed {
      for part in arrow.parts(frame.glyphs) { arrow.lay(part, in: frame.area, on: &screen) }
    }
  }

  private func place(in frame: Frame) -> [PlacedArrow] {
    var taken: Set<Screen.Position> = []
    var placed: [PlacedArrow] = []
    for arrow in arrows {
      guard let one = PlacedArrow(arrow, longest: unit ?? 1, in: frame),
        (-2...2).allSatisfy({ !taken.contains(one.place.moved(right: $0, down: 0)) })
      else { continue }
      taken.insert(one.place)
      placed.append(one)
    }
    return placed
  }
}

/// An arrow with its place on the screen.
private struct PlacedArrow {
  let place: Screen.Position
  let shape: ArrowShape
  /// Its length, by the longest.
  let share: Double

  /// No arrow if it is not finite or begins beyond an axis.
  init?(_ arrow: ArrowField.Arrow, longest: Double, in frame: Frame) {
    guard arrow.dx.isFinite, arrow.dy.isFinite, let column = frame.column(of: arrow.x),
      let row = frame.row(of: arrow.y)
    else { return nil }
    place = Screen.Position(column: column, row: row)
    let right = frame.x.change(arrow.dx, at: arrow.x) * Double(frame.area.size.columns)
    let up = frame.y.change(arrow.dy, at: arrow.y) * Double(2 * frame.area.size.rows)
    shape = ArrowShape(octant: ArrowShape.octant(right: right, up: up), glyphs: frame.glyphs)
    share = Double.hypot(arrow.dx / longest, arrow.dy / longest)
  }

  var isLong: Bool { share > 2.0 / 3 }

  /// The head; a dot if there is hardly any length.
  func parts(_ glyphs: GlyphSet) -> [ArrowShape.Part] {
    guard share < 0.02 else { return shape.head }
    return [ArrowShape.Part(right: 0, down: 0, character: glyphs == .ascii ? "." : "·")]
  }

  func cells(_ glyphs: GlyphSet) -> [Screen.Position] {
    parts(glyphs).map { place.moved(right: $0.right, down: $0.down) }
  }

  /// Whether the tail would not seem to be part of another arrow.
  func hasRoomForTail(among taken: Set<Screen.Position>) -> Bool {
    let end = place.moved(right: shape.tail.right, down: shape.tail.down)
    let near = [-1, 0, 1].map { end.moved(right: $0, down: 0) }
    return near.allSatisfy { $0.row == place.row && $0 != end || !taken.contains($0) }
  }

  func lay(_ part: ArrowShape.Part, in area: Rectangle, on screen: inout Screen) {
    let place = place.moved(right: part.right, down: part.down)
    guard area.contains(place) else { return }
    let style = isLong ? Style.bold : share < 1.0 / 3 ? .dim : .plain
    screen.lay(Cell(part.character, style), at: place)
  }
}

extension Screen.Position {
  fileprivate func moved(right: Int, down: Int) -> Screen.Position {
    Screen.Position(column: column + right, row: row + down)
  }
}

extension Rectangle {
  func contains(_ place: Screen.Position) -> Bool {
    place.column >= column && place.row >= row && place.column < column + size.columns
      && place.row < row + size.rows
  }
}

extension Span {
  /// By what share of the axis a small difference moves a value.
  fileprivate func change(_ difference: Double, at value: Double) -> Double {
    guard scale == .linear else {
      return difference / value / (Double.log(upper) - Double.log(lower))
    }
    return (difference / 2) / (upper / 2 - lower / 2)
  }
}
