/// What a key does while a page is shown.
enum Action: Hashable, Sendable {
  case nextPage
  case previousPage
  case firstPage
  case lastPage
  case scroll(Int)
  case nextParameter
  case previousParameter
  case turn(up: Bool)
  case typeParameter
  case resetParameters
  case contents
  case symbols
  case symbolMap
  case search
  case play
  case rewind
  case step(Int)
  case timelineStart
  case timelineEnd
  case speed(faster: Bool)
  case loop
  case nextMatch
  case previousMatch
  case help
  case command
  case saveFigure
  case answer
  case hint(Int)
  case giveUp
  case mouse
  case redraw
  case close
  case quit
}

/// Which key does what, as data: the help page and the footer are made from it.
struct KeyBinding: Hashable, Sendable {
  var keys: [Key]
  let action: Action
  /// The keys as the help page shows them.
  let label: String
  let meaning: String

  init(_ label: String, _ keys: [Key], _ action: Action, _ meaning: String) {
    self.keys = keys
    self.action = action
    self.label = label
    self.meaning = meaning
  }
}

extension Key {
  fileprivate init(_ character: Character) { self = .character(character) }
}

extension KeyBinding {
  static let all: [KeyBinding] = [
    KeyBinding("right l PgDn", [.right, Key("l"), .pageDown], .nextPage, "next page"),
    KeyBinding(
      "left h PgUp", [.left, Key("h"), .pageUp, .backspace], .previousPage, "page before"),
    KeyBinding("down j", [.down, Key("j")], .scroll(1), "scroll down"),
    KeyBinding("up k", [.up, Key("k")], .scroll(-1), "scroll up"),
    KeyBinding("g, 7g", [Key("g")], .firstPage, "first page, page 7"),
    KeyBinding("G", [Key("G")], .lastPage, "last page"),
    KeyBinding("t", [Key("t")], .contents, "contents"),
    KeyBinding("w W", [Key("w")], .symbols, "what is it? the map"),
    KeyBinding("", [Key("W")], .symbolMap, ""),
    KeyBinding("/", [Key("/")], .search, "search all lessons"),
    KeyBinding("n", [Key("n")], .nextMatch, "next match"),
    KeyBinding("N", [Key("N")], .previousMatch, "match before"),
    KeyBinding("q", [Key("q")], .quit, "quit"),
    KeyBinding("Ctrl-Z", [], .redraw, "to the shell; fg: back"),
    KeyBinding("Tab", [.tab], .nextParameter, "choose a parameter"),
    KeyBinding("Shift-Tab", [.shiftTab], .previousParameter, "the one before"),
    KeyBinding("> Shift-right", [Key(">"), .shiftRight], .turn(up: true), "turn it up"),
    KeyBinding("< Shift-left", [Key("<"), .shiftLeft], .turn(up: false), "turn it down"),
    KeyBinding("Enter", [.enter], .typeParameter, "type it; or next page"),
    KeyBinding("0", [Key("0")], .resetParameters, "all as they were"),
    KeyBinding("Space", [Key(" ")], .play, "play or pause"),
    KeyBinding(". ,", [Key(".")], .step(1), "one frame on, back"),
    KeyBinding("", [Key(",")], .step(-1), ""),
    KeyBinding("r", [Key("r")], .rewind, "play backwards"),
    KeyBinding("Home End", [.home], .timelineStart, "first, last frame"),
    KeyBinding("", [.end], .timelineEnd, ""),
    KeyBinding("+ -", [Key("+"), Key("=")], .speed(faster: true), "faster, slower"),
    KeyBinding("", [Key("-")], .speed(faster: false), ""),
    KeyBinding("o", [Key("o")], .loop, "loop on or off"),
    KeyBinding("a", [Key("a")], .answer, "answer the exercise"),
    KeyBinding("i I", [Key("i")], .hint(1), "a hint more, one less"),
    KeyBinding("", [Key("I")], .hint(-1), ""),
    KeyBinding("x", [Key("x")], .giveUp, "the worked answer"),
    KeyBinding("c", [Key("c")], .command, "command for this page"),
    KeyBinding("s", [Key("s")], .saveFigure, "save the figure"),
    KeyBinding("m", [Key("m")], .mouse, "mouse on or off"),
    KeyBinding("Ctrl-L", [.control("l")], .redraw, "paint anew"),
    KeyBinding("Esc", [.escape], .close, "close what is open"),
    KeyBinding("?", [Key("?")], .help, "this help"),
  ]
}
