import Curses
import Notebook

/// One figure on one terminal, until the reader quits.
struct StageSession: ~Copyable {
  private var terminal: Terminal
  private var stage: Stage
  private var clock = FrameClock()

  init(terminal: consuming Terminal, stage: Stage) {
    self.terminal = terminal
    self.stage = stage
  }

  mutating func run() {
    while true {
      terminal.show(stage.view)
      let event = terminal.nextEvent(timeout: clock.wait(for: stage.tickInterval))
      if let seconds = clock.tick(every: stage.tickInterval) {
        _ = stage.update(.ticked(seconds: seconds))
      }
      guard take(event.messages()) else { return }
    }
  }

  private mutating func take(_ messages: [Message]?) -> Bool {
    messages?.allSatisfy { perform(stage.update($0)) } ?? false
  }

  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .redraw: terminal.redraw()
      case .setMouse(let isOn): terminal.setMouse(isOn)
      default: break
      }
    }
    return true
  }
}
