extension Keys {
  /// Reads a mapping of YAML; `position` is where the text stands in its document.
  ///
  /// Every scalar is a string. Anchors, tags, equal keys and more than one document are refused, as
  /// are texts too long or too deep; the error names the place in the document.
  package init(
    yaml: String, at position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) throws(TextError) {
    guard yaml.utf8.count <= longestKeys else {
      throw TextError(
        "These keys are longer than \(longestKeys) bytes: shorten them.", at: position)
    }
    var reader = KeysReader(start: position)
    let events = YamlEvents(yaml, at: position)
    while try reader.read(events.next()) {}
    self = try reader.keys()
  }
}

private let longestKeys = 65_536
private let deepestKeys = 20

/// Builds a mapping from events, without recursion.
private struct KeysReader {
  private let start: SourcePosition
  private var open: [Level] = []
  private var root: Keys.Value?
  private var documents = 0

  /// A list or mapping that has begun and not yet ended.
  fileprivate struct Level {
    var position: SourcePosition
    var isList: Bool
    var values: [Keys.Value] = []
    var entries: [Keys.Entry] = []
    var names: Set<String> = []
    var key: (name: String, position: SourcePosition)?
  }

  init(start: SourcePosition) { self.start = start }

  /// Takes one event; tells whether more are to come.
  mutating func read(_ event: YamlEvents.Event) throws(TextError) -> Bool {
    try refuse(event)
    switch event.kind {
    case .scalar(let text): try add(Keys.Value(.scalar(text), at: event.position))
    case .listStart: try begin(Level(position: event.position, isList: true))
    case .keysStart: try begin(Level(position: event.position, isList: false))
    case .end:
      if let level = open.popLast() { try add(level.value) }
    case .documentStart: documents += 1
    case .streamEnd: return false
    case .alias, .other: break
    }
    return true
  }

  func keys() throws(TextError) -> Keys {
    guard let root else { return Keys(entries: [], position: start) }
    if root.scalar == "" { return Keys(entries: [], position: start) }
    guard let keys = root.keys else {
      throw TextError("Here must stand keys: lines such as `name: value`.", at: root.position)
    }
    return keys
  }
}

extension KeysReader {
  private func refuse(_ event: YamlEvents.Event) throws(TextError) {
    if event.hasAnchor || event.kind == .alias {
      throw TextError(
        "Anchors are not allowed: put quotes around a value that begins with `*` or `&`.",
        at: event.position)
    }
    if event.hasTag {
      throw TextError(
        "Tags are not allowed: put quotes around a value that begins with `!`.",
        at: event.position)
    }
    if event.kind == .documentStart, documents > 0 {
      throw TextError("Only one group of keys may stand here.", at: event.position)
    }
  }

  private mutating func begin(_ level: Level) throws(TextError) {
    guard open.count < deepestKeys else {
      throw TextError(
        "These keys are nested more than \(deepestKeys) deep: flatten them.", at: level.position)
    }
    open.append(level)
  }

  /// Puts a value where it belongs: the whole, an item, a name, or what a name stands for.
  private mutating func add(_ value: Keys.Value) throws(TextError) {
    guard var level = open.popLast() else {
      root = value
      return
    }
    if level.isList {
      level.values.append(value)
    } else if let key = level.key {
      level.entries.append(Keys.Entry(key: key.name, position: key.position, value: value))
      level.key = nil
    } else {
      level.key = (try level.name(value), value.position)
    }
    open.append(level)
  }
}

extension KeysReader.Level {
  fileprivate var value: Keys.Value {
    isList
      ? Keys.Value(.list(values), at: position)
      : Keys.Value(.keys(Keys(entries: entries, position: position)), at: position)
  }

  /// The name that a scalar gives, unless it was given before.
  fileprivate mutating func name(_ value: Keys.Value) throws(TextError) -> String {
    guard let name = value.scalar else {
      throw TextError("A key must be a word, no list or mapping.", at: value.position)
    }
    guard names.insert(name).inserted else {
      throw TextError("The key `\(name)` stands here twice: keep one.", at: value.position)
    }
    return name
  }
}
