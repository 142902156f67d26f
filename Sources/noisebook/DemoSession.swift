import Canvas
import Curses
import Figures
import LessonText
import Lessons
import Notebook
import Shelf

/// One demo on one terminal: keys, time and the second terminal in, pictures and its state out.
struct DemoSession: ~Copyable {
  private var terminal: Terminal
  private var demo: Demo
  private let catalog: Catalog
  private let worker: Worker
  private let server = DemoServer()
  private var file: PlaylistWatch?
  private var clock = FrameClock()

  init(
    terminal: consuming Terminal, demo: Demo, catalog: Catalog, file: PlaylistWatch?
  ) {
    worker = Worker(waker: terminal.waker)
    if let path = server.path { terminal.removeAtEnd(path) }
    self.terminal = terminal
    (self.demo, self.catalog, self.file) = (demo, catalog, file)
  }

  mutating func run() {
    var isRunning = perform(demo.start())
    if let problem = server.problem { demo.tell(problem) }
    while isRunning {
      terminal.show(demo.view)
      server.say(demo.state)
      let wait = min(clock.wait(for: demo.tickInterval) ?? 100, 100)
      let event = terminal.nextEvent(timeout: wait)
      if let seconds = clock.tick(every: demo.tickInterval) {
        isRunning = perform(demo.update(.ticked(seconds: seconds)))
      }
      isRunning = isRunning && take(event.messages(from: worker))
      for action in server.actions() { isRunning = perform(demo.perform(action)) && isRunning }
      if let changed = file?.look() { follow(changed) }
    }
    terminal.removeAtEnd(nil)
  }

  private mutating func take(_ messages: [Message]?) -> Bool {
    messages?.allSatisfy { perform(demo.update($0)) } ?? false
  }

  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .redraw: terminal.redraw()
      case .compute(let request):
        guard let figure = catalog.figure(of: request) else { break }
        worker.compute(request, with: figure)
      default: break
      }
    }
    return true
  }

  /// Goes on at the same item with what the author wrote, or says what is wrong with it.
  private mutating func follow(_ changed: Result<Playlist, TextErrors>) {
    do throws(TextErrors) {
      _ = perform(try demo.goOn(with: try changed.get(), in: catalog))
    } catch {
      demo.tell(error.all.first?.described(in: file?.path ?? "") ?? "")
    }
  }
}

/// The second terminal: what to say now and what comes next; its keys steer the first.
struct DemoFollower: ~Copyable {
  private var terminal: Terminal
  private var peer: LocalPeer
  private var state = DemoState()
  private let glyphs: GlyphSet
  private let keys = ReaderConfiguration.own.keys

  init(terminal: consuming Terminal, peer: LocalPeer, glyphs: GlyphSet) {
    self.terminal = terminal
    (self.peer, self.glyphs) = (peer, glyphs)
  }

  mutating func run() {
    while !peer.isGone {
      for line in peer.look() { state = DemoState(line: line) ?? state }
      terminal.show(state.screen(terminal.size, glyphs: glyphs))
      switch terminal.nextEvent(timeout: 100) {
      case .closed: return
      case .key(let key):
        if keys.demoWord(of: key) == "quit" { return }
        if let action = keys.demoAction(of: key) { _ = peer.say(action.rawValue) }
      default: break
      }
    }
  }
}

/// The first terminal's end of the socket, where there is a place for one.
struct DemoServer {
  private let server: LocalServer?
  /// Why no second terminal can follow, for the instructor to read.
  let problem: String?

  init() {
    do throws(FileError) {
      (server, problem) = (try LocalServer(at: demoSocket()), nil)
    } catch {
      server = nil
      problem =
        error.reason == LocalServer.isTaken
        ? "Another demo of yours has the notes: demo --notes follows that one, not this."
        : "No second terminal can follow: \(error.description)"
    }
  }

  var path: String? { server?.path }

  func say(_ state: DemoState) { server?.say(state.line) }

  func actions() -> [DemoAction] {
    (server?.look() ?? []).compactMap(DemoAction.init(rawValue:))
  }
}

/// A playlist's file that its author may be writing in.
struct PlaylistWatch {
  let path: String
  private var seen: FileStamp?

  init(_ path: String) {
    self.path = path
    seen = FileStamp(path)
  }

  /// What stands there now, where that is other than at the last look.
  mutating func look() -> Result<Playlist, TextErrors>? {
    let now = FileStamp(path)
    guard now != seen, now != nil, let bytes = try? readFile(path) else { return nil }
    seen = now
    return Playlist.read(String(decoding: bytes, as: UTF8.self))
  }
}
