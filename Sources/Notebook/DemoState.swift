package import Canvas
import LessonText

/// What the instructor's second terminal is told of a demo.
package struct DemoState: Hashable, Sendable {
  package var title = ""
  package var index = 0
  package var count = 1
  package var item = ""
  package var caption = ""
  package var notes = ""
  /// The title of the item that comes next; nil at the end.
  package var next: String?
  /// Whole seconds of this item, its limit, and of all.
  package var seconds = 0
  package var limit: Int?
  package var total = 0
  package var isPlaying = false
  package var isHeld = false
  package var isBlank = false
  package var isOver = false

  package init() {}
}

extension Demo {
  package var state: DemoState {
    var state = DemoState()
    (state.title, state.index, state.count) = (playlist.title, index, playlist.items.count)
    (state.item, state.caption, state.notes) = (item.title, item.caption, item.notes)
    let following = index + 1 < playlist.items.count ? index + 1 : playlist.loops ? 0 : nil
    state.next = following.map { playlist.items[$0].title }
    (state.seconds, state.total) = (Int(elapsed), Int(total))
    state.limit = item.seconds.map { Int($0) }
    (state.isPlaying, state.isHeld) = (player.isPlaying, isHeld)
    (state.isBlank, state.isOver) = (isBlank, isOver)
    return state
  }
}

extension DemoState {
  /// The second terminal's picture: what to say now, and what comes next.
  package func screen(_ size: Size, glyphs: GlyphSet) -> Screen {
    let inline = InlineText(glyphs: glyphs)
    var paper = Paper(width: max(1, size.columns - 4))
    paper.add(
      inline.flow([.text("\(index + 1)/\(count)  \(item)")], style: .bold).lines(width: paper.width)
    )
    paper.add(inline.flow(markdown: caption, style: .dim).lines(width: paper.width))
    paper.space()
    for part in notes.split(separator: "\n") {
      paper.add(inline.flow(markdown: String(part)).lines(width: paper.width))
    }
    paper.space()
    paper.add(
      inline.flow([.text("Next: \(next ?? "the end")")], style: .bold).lines(width: paper.width))
    var screen = Screen(size)
    screen.write(inline.shown(status), column: 2, row: 0, style: .reverse, limit: size.columns - 4)
    screen.draw(
      paper.screen.cropped(
        to: Rectangle(column: 0, row: 0, columns: paper.width, rows: max(0, size.rows - 4))),
      column: 2, row: 2)
    let keys = hints(
      ["right next", "left back", "Space play", ". blank", "p hold", "r again"],
      keeping: ["q leave"], width: size.columns - 4)
    screen.write(keys, column: 2, row: size.rows - 1, style: .dim, limit: size.columns - 4)
    return screen
  }

  /// How long already, and what the class sees: `0:12 of 0:40, 3:05 in all, blank`.
  private var status: String {
    let own = limit.map { "\(seconds.clock) of \($0.clock)" } ?? seconds.clock
    let now =
      isOver ? "over" : isBlank ? "blank" : isHeld ? "held" : isPlaying ? "playing" : "standing"
    return "\(own)   \(total.clock) in all   \(now)"
  }
}

extension Int {
  /// Seconds as minutes and seconds.
  fileprivate var clock: String {
    let seconds = self % 60
    return "\(self / 60):\(seconds < 10 ? "0" : "")\(seconds)"
  }
}
