import CNcurses
import CTerminalGuard
import Canvas
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Curses, opened on a descriptor of its own and guarded against whatever ends the program.
struct CursesSession {
  let waker: Waker
  let keys: [[UInt8]: Key]
  let output: UnsafeMutablePointer<FILE>
  let handle: OpaquePointer
  let pairs: ColorPairs
  let erasesInColor: Bool

  /// The size that curses took, from the description where the terminal tells none.
  var size: Size {
    Size(columns: Int(getmaxx(curses_window())), rows: Int(getmaxy(curses_window())))
  }

  init(type: String, colorDepth: ColorDepth) throws(TerminalError) {
    guard let description = TerminalDescription(type: type) else { throw .typeUnknown(type) }
    guard let waker = Waker() else { throw .noDescriptors }
    terminal_guard_keep_memory()
    let farewell = Modes.farewell + description.farewell
    guard terminal_guard_arm(farewell, farewell.utf8.count) else { throw .alreadyOpen }
    guard let (output, handle) = openCurses() else {
      terminal_guard_disarm()
      throw .typeUnknown(type)
    }
    self.waker = waker
    keys = description.keys
    erasesInColor = description.erasesInColor
    self.output = output
    self.handle = handle
    pairs = ColorPairs(colorDepth)
    begin(descriptor: fileno(output))
  }
}

/// The handlers are in place by now: curses leaves those alone that it finds taken.
private func openCurses() -> (output: UnsafeMutablePointer<FILE>, handle: OpaquePointer)? {
  let descriptor = terminal_guard_duplicate(STDOUT_FILENO)
  guard descriptor >= 0, let output = fdopen(descriptor, "w") else { return nil }
  // The terminal's own word on its size comes before LINES and COLUMNS, which no resizing changes.
  use_env(false)
  use_tioctl(true)
  guard let handle = newterm(nil, output, curses_standard_input()) else {
    fclose(output)
    return nil
  }
  cbreak()
  noecho()
  nonl()
  return (output, handle)
}

/// Takes curses through its first frame and the end of it, unseen.
///
/// Until curses has come back from an `endwin`, it writes at every jump of the cursor: a hundred
/// sparse frames take 10,900 writes instead of 200 (ncurses 6.4, `lib_mvcur.c`, `ewInitial`).
private func begin(descriptor: Int32) {
  let real = terminal_guard_duplicate(descriptor)
  let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
  let isHidden = real >= 0 && nowhere >= 0 && dup2(nowhere, descriptor) >= 0
  prepare(curses_window())
  refresh()
  endwin()
  if isHidden { dup2(real, descriptor) }
  if real >= 0 { close(real) }
  if nowhere >= 0 { close(nowhere) }
  refresh()
}

private func prepare(_ window: UnsafeMutablePointer<WINDOW>?) {
  // Curses would look for keys before each frame, and every five lines of it.
  typeahead(-1)
  keypad(window, true)
  idlok(window, false)
  scrollok(window, false)
  curs_set(0)
}
