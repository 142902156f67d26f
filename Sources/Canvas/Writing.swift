extension Screen {
  /// Writes a line of text, cut at the right edge or at `limit` columns.
  ///
  /// Newlines and tabs count as spaces. What would stand left of the picture is left out.
  ///
  /// - Returns: the number of columns written.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = .plain,
    limit: Int = .max
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns, column > -Int.max / 2 else { return 0 }
    var used = 0
    for character in text {
      for glyph in character.isBlank ? [" "] : character.glyphs {
        let width = glyph.glyphWidth
        guard width <= limit - used, column + used + width <= size.columns else { return used }
        put(Cell(glyph, style), column: column + used, row: row)
        used += width
      }
    }
    return used
  }

  /// Writes a cell; of a wide one that stands half left of the picture a blank is seen.
  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    self[column: column, row: row] = cell
    if column == -1, cell.width == 2 {
      self[column: 0, row: row] = Cell(glyph: .space, style: cell.style)
    }
  }
}

extension StringProtocol {
  /// The text cut to a number of cells, with a mark where something is missing.
  ///
  ///     "scaled-linear".cut(to: 8, mark: "…")   // "scaled-…"
  package func cut(to columns: Int, mark: String = "…") -> String {
    guard cellWidth > columns else { return String(self) }
    let mark = mark.cellWidth > columns ? "" : mark
    let room = columns - mark.cellWidth
    var result = ""
    var used = 0
    for character in self {
      used += character.cellWidth
      guard used <= room else { break }
      result.append(character)
    }
    return result + mark
  }
}

extension Character {
  /// Whether a line shows it as a space.
  fileprivate var isBlank: Bool { self == "\n" || self == "\r\n" || self == "\t" }
}
