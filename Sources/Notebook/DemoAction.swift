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

  /// A clicker sends PageDown, PageUp, a point or a b, and F5.
  package static func action(of key: Key) -> DemoAction? {
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
