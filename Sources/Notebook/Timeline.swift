import Canvas

/// A player's timeline in one row: its state, where it stands, a bar to drag along.
///
///     ▶ t = 400  ━━━━━━━━●───────────────────  2x
struct Timeline {
  let player: Player
  let label: String
  let glyphs: GlyphSet

  /// The columns of the bar within a row of this width.
  func bar(width: Int) -> Range<Int> {
    let start = min(width, 2 + max(12, label.cellWidth) + 2)
    return start..<max(start, width - 10)
  }

  /// Which share of the timeline a column stands for.
  func share(column: Int, width: Int) -> Double {
    let bar = bar(width: width)
    guard bar.count > 1 else { return 0 }
    return Double(column - bar.lowerBound) / Double(bar.count - 1)
  }

  func draw(on screen: inout Screen, row: Int) {
    let width = screen.size.columns
    let bar = bar(width: width)
    screen.write(state, column: 0, row: row, style: .bold)
    screen.write(label, column: 2, row: row, style: .bold)
    let place =
      player.count > 1 && bar.count > 1
      ? bar.lowerBound + player.frame * (bar.count - 1) / (player.count - 1) : bar.lowerBound
    for column in bar {
      let isPast = column < place
      let line: Character =
        glyphs.isUnicode ? (isPast ? "━" : "─") : (isPast ? "=" : "-")
      screen[column: column, row: row] = Cell(line, isPast ? .plain : .dim)
    }
    if !bar.isEmpty {
      screen[column: place, row: row] = Cell(glyphs.isUnicode ? "●" : "o", .bold)
    }
    screen.write(pace, column: bar.upperBound + 1, row: row, style: .dim)
  }

  private var state: String {
    switch (player.isPlaying, player.isRewinding) {
    case (true, true): glyphs == .braille ? "◀" : "<"
    case (true, false): glyphs == .braille ? "▶" : ">"
    default: glyphs.isUnicode ? "‖" : "="
    }
  }

  private var pace: String {
    let speed = player.speed < 1 ? "1/\(Int(1 / player.speed))" : "\(Int(player.speed))"
    return "\(speed)x" + (player.isLooping ? " loop" : "")
  }
}
