import Canvas

/// Words in large letters, in the middle of lines of about equal length.
struct LargeText {
  let screen: Screen

  /// Nil where the words don't fit into the room, or have a letter that can't be drawn.
  init?(_ words: [String], _ letters: LargeLetters, room: Size, glyphs: GlyphSet) {
    let drawn = words.compactMap(letters.columns)
    guard !drawn.isEmpty, drawn.count == words.count,
      let lines = drawn.filled(width: room.columns, space: letters.space)
    else { return nil }
    let pictures = lines.map { Self.picture(of: $0, letters, glyphs) }
    let rows = pictures.reduce(0) { $0 + $1.size.rows }
    guard rows <= room.rows else { return nil }
    var screen = Screen(Size(columns: room.columns, rows: rows))
    var row = 0
    for picture in pictures {
      screen.draw(picture, column: (room.columns - picture.size.columns) / 2, row: row)
      row += picture.size.rows
    }
    self.screen = screen
  }

  /// Two dots one above the other in a cell, which are about square there.
  private static func picture(
    of columns: [UInt16], _ letters: LargeLetters, _ glyphs: GlyphSet
  ) -> Screen {
    let all = columns.reduce(0, |)
    // Where no letter has an accent up there the line needs no room for one.
    let isLow = all & (1 << UInt16(letters.accents) - 1) == 0
    let start = isLow ? letters.accents : 0
    var screen = Screen(Size(columns: columns.count, rows: (letters.height - start) / 2))
    for (column, bits) in columns.enumerated() {
      for row in 0..<screen.size.rows {
        let mask = Int(bits >> UInt16(start + 2 * row) & 0b11)
        guard mask > 0 else { continue }
        let cell =
          glyphs.isUnicode
          ? Cell(dots: mask, glyphs: .block, .bold) : Cell(inASCII[mask], .bold)
        screen[column: column, row: row] = cell
      }
    }
    return screen
  }

  private static let inASCII: [Character] = [" ", "\"", "m", "#"]
}

extension [[UInt16]] {
  /// The words in lines of the least width that needs no line more; nil where one is too wide.
  fileprivate func filled(width: Int, space: Int) -> [[UInt16]]? {
    guard let widest = map(\.count).max(), widest <= width else { return nil }
    let fewest = lines(width: width, space: space)
    var (low, high) = (widest, width)
    while low < high {
      let middle = (low + high) / 2
      if lines(width: middle, space: space).count > fewest.count {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return lines(width: low, space: space)
  }

  private func lines(width: Int, space: Int) -> [[UInt16]] {
    var lines: [[UInt16]] = []
    for word in self {
      // The column that stands between letters stands beside a space too.
      let gap = [UInt16](repeating: 0, count: space + 2)
      if let line = lines.last, line.count + gap.count + word.count <= width {
        lines[lines.count - 1] += gap + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
