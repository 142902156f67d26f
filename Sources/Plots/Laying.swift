import Canvas

extension Screen {
  /// Writes a cell over a picture, on the colours that stand there.
  ///
  /// Over a shade it takes black or white, whichever is seen; elsewhere it keeps its own colour.
  mutating func lay(_ cell: Cell, at place: Position) {
    let below = self[column: place.column, row: place.row].style
    var cell = cell
    if below.background != .standard {
      let shade = below.background
      cell.style = Style(shade.contrast, on: shade, cell.style.attributes)
    }
    self[column: place.column, row: place.row] = cell
  }
}
