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

/// What is known of a terminal without opening it: for `doctor`, and to choose glyphs and colours.
package struct TerminalFacts: Hashable, Sendable {
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool
  /// `TERM`, nil where it is unset or empty.
  package var type: String?
  /// Whether this machine has a description of that type.
  package var isTypeKnown: Bool
  package var canMoveCursor: Bool
  /// Colours and pairs of the description, 0 where it has none.
  package var colors: Int
  package var pairs: Int
  /// The locale's name for its characters, as `UTF-8` or `ANSI_X3.4-1968`.
  package var codeset: String
  /// `NO_COLOR`, where it is set.
  package var noColor: String?
  /// Nil where no terminal tells one.
  package var size: Size?

  package var isUTF8: Bool { ["UTF-8", "utf-8", "UTF8", "utf8"].contains(codeset) }
  package var glyphs: GlyphSet { .automatic(type: type, isUTF8: isUTF8) }
  package var colorDepth: ColorDepth { colorDepth(flag: nil) }
  package var holdsFrames: Bool { Curses.holdsFrames(type: type ?? "") }

  package func colorDepth(flag: ColorDepth?) -> ColorDepth {
    .choice(flag: flag, noColor: noColor, available: colors)
  }

  /// Why no full screen can be opened here, nil where one can.
  package var obstacle: TerminalError? {
    guard isInputTerminal else { return .inputIsNoTerminal }
    guard isOutputTerminal else { return .outputIsNoTerminal }
    guard let type else { return .typeUnset }
    guard isTypeKnown else { return .typeUnknown(type) }
    return canMoveCursor ? nil : .typeWithoutCursor(type)
  }
}

extension TerminalFacts {
  /// Looks at the environment, the descriptors 0 and 1 and the terminal's description.
  ///
  /// Sets the process's character type from the environment, as everything that measures or shows
  /// text needs it; numbers keep their points.
  package static func read() -> TerminalFacts {
    let type = variable("TERM").flatMap { $0.isEmpty ? nil : $0 }
    let description = type.flatMap(TerminalDescription.init)
    return TerminalFacts(
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      type: type, isTypeKnown: description != nil,
      canMoveCursor: description?.moves ?? false, colors: description?.colors ?? 0,
      pairs: description?.pairs ?? 0, codeset: readCodeset(), noColor: variable("NO_COLOR"),
      size: measuredSize(STDOUT_FILENO))
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A machine reached over the network is often told of a UTF-8 locale that it has not installed:
  /// then the terminal does show UTF-8, and the plain one with UTF-8 serves.
  private static func readCodeset() -> String {
    if setlocale(LC_CTYPE, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
      let ending = (name ?? "").lowercased()
      if ending.hasSuffix("utf-8") || ending.hasSuffix("utf8") { setlocale(LC_CTYPE, "C.UTF-8") }
    }
    return curses_codeset().map { String(cString: $0) } ?? ""
  }
}

/// The size of the terminal at a descriptor, nil where there is none or it doesn't tell.
func measuredSize(_ descriptor: Int32) -> Size? {
  var columns: Int32 = 0
  var rows: Int32 = 0
  guard terminal_guard_size(descriptor, &columns, &rows) else { return nil }
  return Size(columns: Int(columns), rows: Int(rows))
}
