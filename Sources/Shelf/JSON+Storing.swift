import OrderedJSON

/// Changes of a stored tree that keep what they do not know.
extension JSON {
  static let empty = JSON.object([])

  /// The tree with a value of a key replaced, or added at the end; nil takes the key away.
  func with(_ key: String, _ value: JSON?) -> JSON {
    var members = members ?? []
    guard let value else { return .object(members.filter { $0.key != key }) }
    if let index = members.lastIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append((key, value))
    }
    return .object(members)
  }

  /// The tree with a member of a member replaced.
  func with(_ key: String, _ inner: String, _ value: JSON?) -> JSON {
    with(key, (self[key] ?? .empty).with(inner, value))
  }

  /// Both trees together: members of either, and of lists each item once; where both have a value
  /// that can't be joined, this one's is kept.
  func joined(with other: JSON) -> JSON {
    switch (self, other) {
    case (.object, .object(let theirs)):
      return theirs.reduce(self) { tree, member in
        tree.with(member.key, tree[member.key]?.joined(with: member.value) ?? member.value)
      }
    case (.array(let ours), .array(let theirs)):
      var lines = Set(ours.map(\.line))
      return .array(ours + theirs.filter { lines.insert($0.line).inserted })
    case (.integer(let one), .integer(let two)): return .integer(max(one, two))
    case (.truth(let one), .truth(let two)): return .truth(one || two)
    default: return self
    }
  }

  var texts: [String] { items?.compactMap(\.text) ?? [] }
}
