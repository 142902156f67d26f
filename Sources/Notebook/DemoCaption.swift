import Canvas
import Figures
import LessonText

extension Demo {
  /// The caption as wide as the screen: in letters of cells where they have room, else bold.
  var caption: Screen {
    let flow = InlineText(glyphs: look.glyphs).flow(markdown: item.caption, style: .bold)
    return largeCaption(flow) ?? boldCaption(flow)
  }

  /// Beside a figure it may take a third of the screen, and leaves the figure sixteen rows.
  private var roomForLargeCaption: Size {
    let rows = isAlone ? size.rows - 6 : min(size.rows / 3, size.rows - 21)
    return Size(columns: size.columns - 6, rows: rows)
  }

  private func largeCaption(_ flow: TextFlow) -> Screen? {
    let words = flow.tokens.map { $0.runs.map(\.text).joined() }.flatMap {
      $0.split(separator: " ")
    }
    for letters in [LargeLetters.high, .low] {
      guard
        let text = LargeText(
          words.map(String.init), letters, room: roomForLargeCaption, glyphs: look.glyphs)
      else { continue }
      var screen = Screen(Size(columns: size.columns, rows: text.screen.size.rows))
      screen.draw(text.screen, column: 3, row: 0)
      return screen
    }
    return nil
  }

  private func boldCaption(_ flow: TextFlow) -> Screen {
    let lines = flow.lines(width: min(size.columns - 6, 96)).prefix(max(1, size.rows / 4))
    var screen = Screen(Size(columns: size.columns, rows: lines.count))
    screen.centre(Array(lines), from: 0)
    return screen
  }
}

extension Screen {
  /// Writes lines, each in the middle of its row.
  mutating func centre(_ lines: [[Run]], from row: Int) {
    for (offset, line) in lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.text.cellWidth }
      write(line, column: max(0, (size.columns - width) / 2), row: row + offset)
    }
  }
}
