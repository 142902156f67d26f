/// What a demo can be told to do, by a key or from the second terminal.
package enum DemoAction: String, Hashable, Sendable, CaseIterable {
  case next
  case back
  case first
  case last
  case again
  case play
  case faster
  case slower
  case loop
  case hold
  case blank

  /// What the notebook has no word for.
  static let demoOnly: [DemoAction] = [.again, .hold, .blank]

  /// A clicker sends PageDown, PageUp, a point or a b, and F5.
  fileprivate static func usual(of key: Key) -> DemoAction? {
    switch key {
    case .right, .down, .pageDown, .enter, .character("l"), .character("j"), .character("n"): .next
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"): .back
    case .home, .character("g"), .function(5): .first
    case .end, .character("G"): .last
    case .character("r"): .again
    case .character(" "): .play
    case .character("+"), .character("="): .faster
    case .character("-"): .slower
    case .character("o"): .loop
    case .character("p"): .hold
    case .character("."), .character("b"): .blank
    default: nil
    }
  }

  static let help: [(keys: String, meaning: String)] = [
    ("right PgDn Enter", "next item"), ("left PgUp", "item before"),
    ("g G", "first, last item"), ("r", "this item again"), ("Space", "play or pause"),
    ("+ -", "faster, slower"), ("o", "loop the figure"), ("p", "hold: time turns no page"),
    (". b", "blank the screen"), ("q", "quit"),
  ]
}

extension KeyMap {
  /// What a key does in a demo: what the reader gave it to, where a demo can do that.
  package func demoAction(of key: Key) -> DemoAction? {
    own[key].flatMap(DemoAction.init(rawValue:)) ?? DemoAction.usual(of: key)
  }

  /// The name of what a key does beside the items: `quit`, `help`, `redraw`.
  package func demoWord(of key: Key) -> String? {
    if let name = own[key] { return name }
    return switch key {
    case .character("q"): "quit"
    case .character("?"): "help"
    case .control("l"): "redraw"
    default: nil
    }
  }
}
