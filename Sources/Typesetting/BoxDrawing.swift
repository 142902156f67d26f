import Canvas

extension Box {
  /// The picture of the box, and where the parts landed that stand for places in the source.
  func drawn() -> (screen: Screen, places: [Place]) {
    var drawing = Drawing(Size(columns: width, rows: extent.rows))
    drawing.draw(self, column: 0, row: extent.above)
    return (drawing.screen, drawing.places)
  }

  /// The characters of a box of one row, from left to right.
  var characters: [StyledCharacter] {
    var reading = Reading()
    reading.read(self, place: nil)
    return reading.characters
  }

  /// The text of a box of one row.
  var text: String { String(characters.map(\.character)) }
}

/// A character of a formula's line, how it looks and what it stands for.
struct StyledCharacter {
  let character: Character
  let style: Style
  let place: Range<Int>?
}

private struct Drawing {
  var screen: Screen
  var places: [Place] = []

  init(_ size: Size) { screen = Screen(size) }

  /// Draws a box whose left edge and baseline stand at a column and a row.
  mutating func draw(_ box: Box, column: Int, row: Int) {
    switch box.content {
    case .text(let text, let style):
      screen.write(text, column: column, row: row, style: style)
    case .column(let glyphs, let style):
      for (index, glyph) in glyphs.enumerated() {
        screen.write(glyph, column: column, row: row - box.extent.above + index, style: style)
      }
    case .parts(let parts):
      for part in parts { draw(part.box, column: column + part.column, row: row + part.row) }
    case .place(let range, let inner):
      let rectangle = Rectangle(
        column: column, row: row - box.extent.above, columns: box.width, rows: box.extent.rows)
      places.append(Place(range: range, rectangle: rectangle))
      draw(inner, column: column, row: row)
    }
  }
}

private struct Reading {
  var characters: [StyledCharacter] = []

  mutating func read(_ box: Box, place: Range<Int>?) {
    switch box.content {
    case .text(let text, let style):
      characters += text.map { StyledCharacter(character: $0, style: style, place: place) }
    case .column: break
    case .parts(let parts):
      for part in parts { read(part.box, place: place) }
    case .place(let range, let inner):
      read(inner, place: range)
    }
  }
}
