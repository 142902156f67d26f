import Canvas
import Curses
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that opens the terminal, shows what comes from it, and ends in every way there is.
///
/// Keys: `q` ends, `X` calls exit(3), `T` traps, `O` overflows the stack, `W` the same on another
/// thread, `P` writes to standard error and traps, `M` and `m` the mouse on and off, `B` rings the
/// bell from another thread, `r` redraws.
enum Probe {
  static func run() {
    do {
      if let option = CommandLine.arguments.firstIndex(of: "--animate") {
        return try Animation.run(CommandLine.arguments.dropFirst(option + 1).first ?? "dots")
      }
      var terminal = try openTerminal()
      var log = Log()
      repeat {
        terminal.show(picture(log, of: terminal))
      } while log.add(terminal.nextEvent(timeout: nil)) && act(on: log, &terminal)
    } catch {
      print(error)
      exit(2)
    }
  }

  private static func openTerminal() throws(TerminalError) -> Terminal {
    try Terminal(color: CommandLine.arguments.contains("--no-color") ? ColorDepth.none : nil)
  }

  /// False where the program shall end.
  private static func act(on log: Log, _ terminal: inout Terminal) -> Bool {
    guard case .key(.character(let character)) = log.last else { return true }
    switch character {
    case "q": return false
    case "X": exit(3)
    case "T": crash()
    case "O": print(overflow(0))
    case "W": Worker.start { print(overflow(0)) }
    case "P":
      Worker.complain()
      crash()
    case "M", "m": terminal.setMouse(character == "M")
    case "B": Worker.ring(terminal.waker)
    case "r": terminal.redraw()
    default: break
    }
    return true
  }

  private static func crash() {
    let none: [Int] = []
    print(none[CommandLine.arguments.count])
  }

  /// Deeper at each call; the sum after the call keeps the compiler from making a loop of it.
  private static func overflow(_ depth: Int) -> Int {
    depth < 0 ? 0 : overflow(depth + 1) + depth
  }
}

extension Probe {
  private static func picture(_ log: Log, of terminal: borrowing Terminal) -> Screen {
    var screen = Screen(terminal.size)
    screen.write("probe \(terminal.size.columns)x\(terminal.size.rows)", column: 0, row: 0)
    for (index, line) in log.lines.suffix(max(0, terminal.size.rows - 8)).enumerated() {
      screen.write(line, column: 0, row: 6 + index)
    }
    drawStyles(on: &screen)
    drawGlyphs(on: &screen)
    return screen
  }

  private static func drawStyles(on screen: inout Screen) {
    let styles: [(String, Style)] = [
      ("bold", .bold), ("dim", .dim), ("reverse", .reverse),
      ("under", Style(.standard, .underline)), ("blue", Style(.palette(33))),
      ("onred", Style(.palette(231), on: .palette(160))), ("grey", Style(.palette(244))),
    ]
    var column = 0
    for (name, style) in styles {
      column += 1 + screen.write(name, column: column, row: 1, style: style)
    }
  }

  /// Marks, a wide glyph, one cut by the edge, and the last cell of all.
  private static func drawGlyphs(on screen: inout Screen) {
    screen.write("marks \u{3B1}\u{304}\u{302} wide 漢字| dots ⣿⡇ half ▀▄|", column: 0, row: 2)
    let edge = screen.size.columns - 1
    screen[column: edge, row: 3] = Cell("漢")
    screen.write("octant \u{1CD00}|", column: 0, row: 3)
    screen[column: edge, row: screen.size.rows - 1] = Cell("#")
  }
}

/// What came from the terminal.
private struct Log {
  private(set) var lines: [String] = []
  private(set) var last: TerminalEvent = .timeout

  /// False where nothing will come any more.
  mutating func add(_ event: TerminalEvent) -> Bool {
    last = event
    lines.append("\(lines.count + 1): \(name(event))")
    return event != .closed
  }

  private func name(_ event: TerminalEvent) -> String {
    switch event {
    case .key(.character(" ")): "character space"
    case .key(.character(let character)): "character \(character)"
    case .key(.control(let character)): "control \(character)"
    case .key(.function(let number)): "function \(number)"
    case .key(.mouse(let mouse, let column, let row)): "mouse \(mouse) \(column),\(row)"
    case .key(let key): "key \(key)"
    case .resized(let size): "resized \(size.columns)x\(size.rows)"
    default: "\(event)"
    }
  }
}
