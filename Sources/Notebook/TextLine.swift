/// A line that is being typed: every key is text there, but those that edit it.
struct TextLine: Hashable, Sendable {
  private(set) var characters: [Character]
  private(set) var cursor: Int
  /// Whether the text was proposed: the first character typed replaces it, any other key keeps it.
  private(set) var isProposed: Bool

  /// The longest line that can be typed.
  static let limit = 2000

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
    isProposed = !text.isEmpty
  }

  var text: String { String(characters) }

  enum Result: Hashable, Sendable {
    case editing
    case accepted
    case cancelled
  }

  mutating func press(_ key: Key) -> Result {
    defer { isProposed = false }
    switch key {
    case .enter: return .accepted
    case .escape: return .cancelled
    case .character(let character):
      if isProposed {
        characters = []
        cursor = 0
      }
      insert(character)
    case .backspace:
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case .delete:
      if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeFirst(cursor)
      cursor = 0
    default: break
    }
    return .editing
  }

  private mutating func insert(_ character: Character) {
    guard characters.count < Self.limit else { return }
    characters.insert(character, at: cursor)
    cursor += 1
  }
}
