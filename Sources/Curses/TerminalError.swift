/// Why a full screen can't be opened; each case says what to do instead.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case inputIsNoTerminal
  case outputIsNoTerminal
  case typeUnset
  case typeUnknown(String)
  case typeWithoutCursor(String)
  case alreadyOpen
  case noDescriptors

  package var description: String {
    switch self {
    case .inputIsNoTerminal:
      "Standard input is no terminal, so no key can be read; use --plain."
    case .outputIsNoTerminal:
      "Standard output is no terminal, so there is no screen to draw on; use --plain."
    case .typeUnset:
      "TERM is not set, so the terminal's commands are unknown; set TERM=xterm-256color or use --plain."
    case .typeUnknown(let name):
      "TERM=\(name) is not in this machine's terminfo; set TERM=xterm-256color or use --plain."
    case .typeWithoutCursor(let name):
      "TERM=\(name) can't move its cursor, which a full screen needs; use --plain."
    case .alreadyOpen:
      "The terminal is in use already."
    case .noDescriptors:
      "Too many files are open to open the terminal too; close some, or raise `ulimit -n`."
    }
  }
}
