import CNcurses
import CTerminalGuard
package import Canvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal, in use for a full screen from its making to its end.
///
/// However the program ends, the terminal is given back: by the end of this value's life, by
/// exit() or by a signal. Use it on the main thread alone; another thread has its `Waker`.
///
///     var terminal = try Terminal()
///     terminal.show(screen)
///     let event = terminal.nextEvent(timeout: nil)
package struct Terminal: ~Copyable {
  package let facts: TerminalFacts
  /// The colours in use.
  package let colorDepth: ColorDepth
  /// Whether frames are held back until they are whole (mode 2026).
  package let holdsFrames: Bool
  /// What another thread rings to end a wait with `.woken`.
  package let waker: Waker
  package internal(set) var size: Size

  let output: UnsafeMutablePointer<FILE>
  let handle: OpaquePointer
  var rows: RowWriter
  var keys: KeyDecoder
  var shown: Screen?
  var isMouseOn = false

  /// Opens the terminal of the descriptors 0 and 1.
  ///
  /// - Parameters:
  ///   - color: the colours that the reader asked for; nil leaves it to `NO_COLOR` and `TERM`.
  ///   - holdsFrames: nil leaves it to `TERM`.
  /// - Throws: why there is no terminal that a full screen can be shown on.
  package init(color: ColorDepth? = nil, holdsFrames: Bool? = nil) throws(TerminalError) {
    let facts = TerminalFacts.read()
    if let obstacle = facts.obstacle { throw obstacle }
    let depth = facts.colorDepth(flag: color)
    let session = try CursesSession(type: facts.type ?? "", colorDepth: depth)
    self.facts = facts
    self.holdsFrames = holdsFrames ?? facts.holdsFrames
    colorDepth = depth
    waker = session.waker
    output = session.output
    handle = session.handle
    rows = RowWriter(
      session.pairs, isUTF8: facts.isUTF8, erasesInColor: session.erasesInColor)
    keys = KeyDecoder(known: session.keys)
    size = facts.size ?? session.size
    start()
  }

  deinit {
    send(Modes.off)
    endwin()
    delscreen(handle)
    fclose(output)
    terminal_guard_disarm()
  }

  /// Gives the terminal back now.
  package consuming func close() {}

  /// Turns clicks and the wheel into keys, or leaves them to the terminal for selecting text.
  package mutating func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    send(isOn ? Modes.mouseOn : Modes.mouseOff)
    terminal_guard_set_modes(Modes.on(mouse: isOn), Modes.off)
  }

  func send(_ text: String) {
    _ = terminal_guard_write(fileno(output), text, text.utf8.count)
  }

  private func start() {
    terminal_guard_wrap_suspension()
    terminal_guard_set_modes(Modes.on(mouse: false), Modes.off)
    send(Modes.on(mouse: false))
  }
}
