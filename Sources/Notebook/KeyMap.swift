/// Which key does what for this reader: the usual keys, with those of their own.
package struct KeyMap: Hashable, Sendable {
  private(set) var bindings = KeyBinding.all
  /// What the reader's own keys do, by its name in the configuration.
  private(set) var own: [Key: String] = [:]

  package static let standard = KeyMap()

  /// The names that a configuration has for what keys do.
  package static var names: [String] { actions.map(\.name) + DemoAction.demoOnly.map(\.rawValue) }

  /// Gives an action a key more; who had it before loses it.
  ///
  /// - Returns: false where there is no such action or no such key.
  package mutating func give(_ key: String, to name: String) -> Bool {
    guard Self.names.contains(name), let key = Key(named: key) else { return false }
    own[key] = name
    // What only a demo can do takes no key from the notebook.
    guard let action = Self.actions.first(where: { $0.name == name })?.action else { return true }
    for index in bindings.indices { bindings[index].keys.removeAll { $0 == key } }
    guard let index = bindings.firstIndex(where: { $0.action == action }) else { return false }
    bindings[index].keys.append(key)
    return true
  }

  /// Those that the help page shows: of a pair, one speaks for both.
  var shown: [KeyBinding] { bindings.filter { !$0.label.isEmpty } }

  func action(of key: Key) -> Action? { bindings.first { $0.keys.contains(key) }?.action }

  private static let actions: [(name: String, action: Action)] = [
    ("next", .nextPage), ("back", .previousPage), ("down", .scroll(1)), ("up", .scroll(-1)),
    ("first", .firstPage), ("last", .lastPage), ("contents", .contents), ("symbols", .symbols),
    ("map", .symbolMap), ("search", .search), ("next-match", .nextMatch),
    ("match-before", .previousMatch), ("quit", .quit), ("choose", .nextParameter),
    ("choose-before", .previousParameter), ("turn-up", .turn(up: true)),
    ("turn-down", .turn(up: false)), ("type", .typeParameter), ("reset", .resetParameters),
    ("play", .play), ("step", .step(1)), ("step-back", .step(-1)), ("rewind", .rewind),
    ("start", .timelineStart), ("end", .timelineEnd), ("faster", .speed(faster: true)),
    ("slower", .speed(faster: false)), ("loop", .loop), ("answer", .answer), ("hint", .hint(1)),
    ("hint-less", .hint(-1)), ("worked", .giveUp), ("command", .command), ("save", .saveFigure),
    ("mouse", .mouse), ("redraw", .redraw), ("close", .close), ("help", .help),
  ]
}

extension Key {
  /// A key by the name that a configuration has for it: `n`, `space`, `page-down`, `ctrl-n`, `f5`.
  package init?(named name: String) {
    let named: [String: Key] = [
      "space": .character(" "), "left": .left, "right": .right, "up": .up, "down": .down,
      "page-up": .pageUp, "page-down": .pageDown, "home": .home, "end": .end, "enter": .enter,
      "backspace": .backspace, "delete": .delete, "tab": .tab, "shift-tab": .shiftTab,
      "escape": .escape, "shift-left": .shiftLeft, "shift-right": .shiftRight,
    ]
    if let key = named[name] {
      self = key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last {
      self = .control(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
