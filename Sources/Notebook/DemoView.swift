package import Canvas
import Figures
import LessonText

extension Demo {
  /// The picture for the class: the figure, and its caption with room around.
  package var view: Screen {
    var screen = Screen(size)
    guard !isBlank else { return screen }
    guard size.columns >= 30, size.rows >= 10 else {
      screen.write("too small; q quits", column: 0, row: 0)
      return screen
    }
    if isHelpOpen {
      drawHelp(on: &screen)
    } else if countdown > 0 {
      drawCountdown(on: &screen)
    } else if isOver {
      screen.centre([[Run(text: shown(playlist.title), style: .bold)]], from: size.rows / 2)
    } else {
      drawHeader(on: &screen)
      drawItem(on: &screen)
    }
    if let notice {
      screen.write(
        shown(notice), column: 1, row: size.rows - 1, style: .dim, limit: size.columns - 2)
    }
    return screen
  }

  private func shown(_ text: String) -> String { InlineText(glyphs: look.glyphs).shown(text) }

  private func drawHeader(on screen: inout Screen) {
    let place = "\(index + 1)/\(playlist.items.count)"
    let mark = look.glyphs.isUnicode ? "…" : "..."
    let title = shown(item.title).cut(to: size.columns - place.count - 5, mark: mark)
    screen.write(title, column: 2, row: 0, style: .bold)
    screen.write(place, column: size.columns - place.count - 2, row: 0, style: .dim)
  }

  /// The figure on top, below it the timeline, the caption in the middle of what is left.
  private func drawItem(on screen: inout Screen) {
    let caption = caption
    let below = caption.size.rows == 0 ? 1 : caption.size.rows + 3
    let room = Size(columns: size.columns - 4, rows: max(1, size.rows - 2 - below))
    switch self.shown {
    case .success(let frames)?:
      screen.draw(frames.draw(room, frame: player.frame, look: look), column: 2, row: 2)
      if frames.isMoving {
        var bar = Screen(Size(columns: room.columns, rows: 1))
        let label = frames.label(frame: player.frame)
        Timeline(player: player, label: label, glyphs: look.glyphs).draw(on: &bar, row: 0)
        screen.draw(bar, column: 2, row: room.rows + 2)
      }
      screen.draw(caption, column: 0, row: room.rows + 4)
    case .failure(let error)?:
      screen.centre([[Run(text: shown(error.description), style: .plain)]], from: 4)
      screen.draw(caption, column: 0, row: room.rows + 4)
    case nil:
      // A figure that is being computed leaves its room free.
      let row = isWaiting ? room.rows + 4 : (size.rows - caption.size.rows) / 2
      if isWaiting {
        screen.centre([[Run(text: shown("computing…"), style: .dim)]], from: size.rows / 3)
      }
      screen.draw(caption, column: 0, row: row)
    }
  }

  private func drawCountdown(on screen: inout Screen) {
    let digits = LargeDigits(Int(countdown.rounded(.up)), glyphs: look.glyphs).screen
    let row = max(2, (size.rows - digits.size.rows) / 2)
    screen.draw(digits, column: max(0, (size.columns - digits.size.columns) / 2), row: row)
    screen.centre([[Run(text: shown(playlist.title), style: .bold)]], from: max(0, row - 3))
  }

  private func drawHelp(on screen: inout Screen) {
    for (row, line) in DemoAction.help.enumerated() where row + 2 < size.rows {
      screen.write(line.keys, column: 3, row: row + 2, style: .bold)
      screen.write(line.meaning, column: 22, row: row + 2)
    }
  }
}

/// Digits that the last row of a room can read, five rows high.
struct LargeDigits {
  private let number: Int
  private let glyphs: GlyphSet

  init(_ number: Int, glyphs: GlyphSet) { (self.number, self.glyphs) = (max(0, number), glyphs) }

  /// Each digit as rows of three dots.
  private static let shapes = [
    "###|# #|# #|# #|###", " # |## | # | # |###", "###|  #|###|#  |###", "###|  #|###|  #|###",
    "# #|# #|###|  #|  #", "###|#  |###|  #|###", "###|#  |###|# #|###", "###|  #|  #|  #|  #",
    "###|# #|###|# #|###", "###|# #|###|  #|###",
  ]

  /// A dot is two cells wide, so that it is about as wide as high.
  var screen: Screen {
    let digits = String(number).compactMap(\.wholeNumberValue)
    var screen = Screen(Size(columns: digits.count * 8, rows: 5))
    let dot: Character = glyphs.isUnicode ? "█" : "#"
    for (place, digit) in digits.enumerated() {
      for (row, dots) in Self.shapes[digit].split(separator: "|").enumerated() {
        for (column, mark) in dots.enumerated() where mark == "#" {
          screen.write(
            String([dot, dot]), column: place * 8 + column * 2, row: row, style: .bold)
        }
      }
    }
    return screen
  }
}
