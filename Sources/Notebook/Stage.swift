package import Canvas
package import Figures

/// One figure by itself on the whole screen: what `play` shows.
package struct Stage: Sendable {
  private let title: String
  private let frames: Frames
  private let look: Frames.Look
  private let keys: KeyMap
  package private(set) var player: Player
  private var size: Size
  private var isHelpOpen = false
  private var isMouseOn = false

  package init(
    title: String, frames: Frames, look: Frames.Look, size: Size, isLooping: Bool,
    pace: Double = Player.pace, keys: KeyMap = .standard
  ) {
    self.keys = keys
    self.title = title
    self.frames = frames
    self.look = look
    self.size = size
    player = Player(count: frames.count, pace: pace)
    if isLooping { player.toggleLoop() }
    player.toggle()
  }

  package var tickInterval: Double? { player.interval }

  /// Takes in what happened; returns what is to be done in the world.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .resized(let size): self.size = size
    case .ticked(let seconds): player.pass(seconds)
    case .keyPressed(let key): return press(key)
    default: break
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if isHelpOpen {
      isHelpOpen = false
      return []
    }
    if case .mouse(let event, let column, let row) = key {
      if event == .click || event == .drag, row == timelineRow {
        player.seek(share: timeline.share(column: column - 1, width: size.columns - 2))
      }
      return []
    }
    switch keys.action(of: key) {
    case .play: player.toggle()
    case .rewind: player.rewind()
    case .step(let frames): player.step(by: frames)
    case .nextPage: player.step(by: 1)
    case .previousPage: player.step(by: -1)
    case .timelineStart, .firstPage: player.seek(to: 0)
    case .timelineEnd, .lastPage: player.seek(to: .max)
    case .speed(let faster): player.changeSpeed(faster: faster)
    case .loop: player.toggleLoop()
    case .help: isHelpOpen = true
    case .mouse:
      isMouseOn.toggle()
      return [.setMouse(isMouseOn)]
    case .redraw: return [.redraw]
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  private var timelineRow: Int { size.rows - 2 }

  private var timeline: Timeline {
    Timeline(player: player, label: frames.label(frame: player.frame), glyphs: look.glyphs)
  }

  /// The figure, its timeline, and the keys valid now.
  package var view: Screen {
    var screen = Screen(size)
    guard size.columns >= 20, size.rows >= 5 else {
      screen.write("too small; q quits", column: 0, row: 0)
      return screen
    }
    let mark = look.glyphs.isUnicode ? "…" : "..."
    let title = title.spelled(in: look.glyphs).cut(to: size.columns - 2, mark: mark)
    screen.write(title, column: 1, row: 0, style: .bold)
    screen.draw(picture(Size(columns: size.columns - 2, rows: size.rows - 4)), column: 1, row: 1)
    if frames.isMoving {
      var bar = Screen(Size(columns: size.columns - 2, rows: 1))
      timeline.draw(on: &bar, row: 0)
      screen.draw(bar, column: 1, row: timelineRow)
    }
    screen.write(hint, column: 1, row: size.rows - 1, style: .dim, limit: size.columns - 2)
    return screen
  }

  private func picture(_ size: Size) -> Screen {
    guard isHelpOpen else { return frames.draw(size, frame: player.frame, look: look) }
    var help = Screen(size)
    for (row, line) in Stage.help.enumerated() {
      help.write(line.keys, column: 1, row: row + 1, style: .bold)
      help.write(line.meaning, column: 16, row: row + 1)
    }
    return help
  }

  private static let help = [
    (keys: "Space", meaning: "play or pause"), (keys: "r", meaning: "play backwards"),
    (keys: ". ,", meaning: "one frame on or back"), (keys: "Home End", meaning: "first or last"),
    (keys: "+ -", meaning: "faster or slower"), (keys: "o", meaning: "loop on or off"),
    (keys: "m", meaning: "mouse on or off, to drag along the line"), (keys: "q", meaning: "quit"),
  ]

  private var hint: String {
    guard frames.isMoving else { return "This figure stands still.   q quit" }
    let keys = [
      player.isPlaying ? "Space pause" : "Space play", ". , step", "r back", "Home End",
      "+ - speed", "o loop",
    ]
    return hints(keys, keeping: ["? help", "q quit"], width: size.columns - 2)
  }
}
