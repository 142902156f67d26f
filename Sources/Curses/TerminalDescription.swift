import CNcurses
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The entry of a terminal's type in terminfo: its commands and what its keys send.
struct TerminalDescription {
  let colors: Int
  let pairs: Int
  let moves: Bool
  /// Whether erasing leaves the colour behind the cursor, and not the terminal's own.
  let erasesInColor: Bool
  /// What gives a terminal back: attributes, cursor, keypad and the screen that was there before.
  let farewell: String
  let keys: [[UInt8]: Key]

  /// Nil where the type is unknown to this machine.
  init?(type: String) {
    var status: Int32 = 0
    guard setupterm(type, STDOUT_FILENO, &status) == OK else { return nil }
    colors = max(0, Int(curses_number("colors")))
    pairs = max(0, Int(curses_number("pairs")))
    moves = sequence("cup") != nil
    erasesInColor = curses_flag("bce")
    farewell = ["sgr0", "cnorm", "rmkx", "rmcup"].compactMap(sequence).joined()
    keys = Self.readKeys()
  }

  /// Only what begins with ESC: a terminal whose arrow sends Control-H would lose its Backspace.
  private static func readKeys() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in keyNames {
      guard let bytes = sequence(name).map({ Array($0.utf8) }) else { continue }
      if bytes.count > 1, bytes[0] == 0x1B { keys[bytes] = key }
    }
    return keys
  }

  private static let keyNames: [(String, Key)] =
    [
      ("kcub1", .left), ("kcuf1", .right), ("kcuu1", .up), ("kcud1", .down), ("kLFT", .shiftLeft),
      ("kRIT", .shiftRight), ("kpp", .pageUp), ("knp", .pageDown), ("khome", .home),
      ("kend", .end), ("kdch1", .delete), ("kcbt", .shiftTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}

/// A command of the description that was set up last, without its delays: nobody's line is that slow.
private func sequence(_ name: String) -> String? {
  guard let found = curses_sequence(name), Int(bitPattern: found) != -1 else { return nil }
  var text = ""
  var rest = String(cString: found)[...]
  while let delay = rest.firstRange(of: "$<"),
    let end = rest[delay.upperBound...].firstIndex(of: ">")
  {
    text += rest[..<delay.lowerBound]
    rest = rest[rest.index(after: end)...]
  }
  return text + rest
}
