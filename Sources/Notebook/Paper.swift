import Canvas

/// A sheet of fixed width that grows downwards as blocks are laid on it.
struct Paper {
  let width: Int
  private var pieces: [(screen: Screen, row: Int, column: Int)] = []
  private(set) var height = 0

  init(width: Int) { self.width = max(0, width) }

  /// Lays a picture at the foot of the sheet.
  mutating func add(_ picture: Screen, column: Int = 0) {
    pieces.append((picture, height, column))
    height += picture.size.rows
  }

  /// Lays lines of text at the foot of the sheet.
  mutating func add(_ lines: [[Run]], column: Int = 0) {
    var picture = Screen(Size(columns: max(0, width - column), rows: lines.count))
    for (row, line) in lines.enumerated() { picture.write(line, column: 0, row: row) }
    add(picture, column: column)
  }

  /// Lays a paragraph at the foot of the sheet, all of it to the right of a label.
  mutating func add(_ flow: TextFlow, label: String, _ style: Style) {
    let lines = flow.lines(width: max(1, width - label.cellWidth))
    var picture = Screen(Size(columns: width, rows: lines.count))
    picture.write(label, column: 0, row: 0, style: style)
    for (row, line) in lines.enumerated() {
      picture.write(line, column: label.cellWidth, row: row)
    }
    add(picture)
  }

  mutating func add(_ text: String, _ style: Style = .plain, column: Int = 0) {
    add([[Run(text: text, style: style)]], column: column)
  }

  /// Leaves one row free, unless the sheet is empty or a row is free already.
  mutating func space() {
    guard height > 0, pieces.last?.screen.size.rows != 0 || height > 0 else { return }
    if let last = pieces.last, last.screen.isBlankRow(last.screen.size.rows - 1) { return }
    height += 1
    pieces.append((Screen(Size(columns: 0, rows: 0)), height, 0))
  }

  /// Rules off the heading that was added last, so that it is one without bold letters too.
  mutating func underline(level: Int, glyphs: GlyphSet, column: Int = 0) {
    let width = pieces.last?.screen.lines.map(\.cellWidth).max() ?? 0
    let line = glyphs.isUnicode ? (level == 1 ? "═" : "─") : (level == 1 ? "=" : "-")
    add(String(repeating: line, count: width), .dim, column: column)
  }

  var screen: Screen {
    var sheet = Screen(Size(columns: width, rows: height))
    for piece in pieces { sheet.draw(piece.screen, column: piece.column, row: piece.row) }
    return sheet
  }
}

extension Screen {
  fileprivate func isBlankRow(_ row: Int) -> Bool {
    guard row >= 0 else { return true }
    return self[row: row].allSatisfy { $0.isSpace && $0.width == 1 }
  }
}
