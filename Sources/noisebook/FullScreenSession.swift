import Canvas
import Curses
import Figures
import LessonText
import Lessons
import Notebook

/// One reading on one terminal: events in, pictures out, until the reader quits.
struct FullScreenSession: ~Copyable {
  private var terminal: Terminal
  private var reading: Reading
  private let store: ProgressStore
  private let worker: Worker
  private var clock = FrameClock()
  private var watch: LessonWatch?

  init(
    terminal: consuming Terminal, reading: Reading, store: ProgressStore, watch: LessonWatch? = nil
  ) {
    worker = Worker(waker: terminal.waker)
    self.watch = watch
    self.terminal = terminal
    self.reading = reading
    self.store = store
  }

  mutating func run() {
    var isRunning = perform(reading.start())
    while isRunning {
      terminal.show(reading.view)
      let wait = clock.wait(for: reading.tickInterval)
      let event = terminal.nextEvent(timeout: watch.map { $0.wait(atMost: wait) } ?? wait)
      if let seconds = clock.tick(every: reading.tickInterval) {
        isRunning = perform(reading.update(.ticked(seconds: seconds)))
      }
      isRunning = isRunning && take(event.messages(from: worker))
      if let message = watch?.look() { isRunning = isRunning && perform(reading.update(message)) }
    }
    worker.finish()
  }

  private mutating func take(_ messages: [Message]?) -> Bool {
    messages?.allSatisfy { perform(reading.update($0)) } ?? false
  }

  /// Does what the reading asked for; false when it asked to end.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .redraw: terminal.redraw()
      case .save(let progress): worker.save(progress, to: store)
      case .record(let attempt, let exercise):
        worker.record(attempt, at: exercise, in: store)
      case .compute(let request): compute(request)
      case .stop(let request): worker.stop(request)
      case .hold(let request): worker.hold(request)
      case .release(let request): worker.release(request)
      case .saveFigure(let request, let picture, let path): save(request, picture, path)
      case .copy(let text): terminal.copy(text)
      case .setMouse(let isOn): terminal.setMouse(isOn)
      }
    }
    return true
  }

  private func compute(_ request: FigureRequest) {
    guard let figure = reading.catalog.figure(of: request) else { return }
    worker.compute(request, with: figure)
  }

  private func save(_ request: FigureRequest, _ picture: Screen, _ path: String) {
    guard let figure = reading.catalog.figure(of: request) else { return }
    let saved = SavedFigure(
      figure: figure, request: request, picture: picture, command: reading.commandLine)
    worker.perform { saved.save(to: path) }
  }
}

extension Catalog {
  func figure(of request: FigureRequest) -> Figure? {
    entries.first { $0.lesson.id == request.lesson }?.figure(named: request.figure)
  }
}
