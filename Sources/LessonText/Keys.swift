/// A mapping as YAML has it: keys in order, each value with its place in the document.
package struct Keys: Hashable, Sendable {
  package var entries: [Entry]
  package var position: SourcePosition

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var position: SourcePosition
    package var value: Value

    package init(key: String, position: SourcePosition, value: Value) {
      self.key = key
      self.position = position
      self.value = value
    }
  }

  package struct Value: Hashable, Sendable {
    package var content: Content
    package var position: SourcePosition

    package init(_ content: Content, at position: SourcePosition) {
      self.content = content
      self.position = position
    }

    package indirect enum Content: Hashable, Sendable {
      case scalar(String)
      case list([Value])
      case keys(Keys)
    }
  }

  package init(entries: [Entry], position: SourcePosition) {
    self.entries = entries
    self.position = position
  }

  package subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
}

extension Keys.Value {
  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }
  package var list: [Keys.Value]? {
    if case .list(let values) = content { values } else { nil }
  }
  package var keys: Keys? {
    if case .keys(let keys) = content { keys } else { nil }
  }
}
