extension JSON {
  /// The last value of that key; nil where there is none, or this is no object.
  package subscript(key: String) -> JSON? { members?.last { $0.key == key }?.value }

  package var members: [(key: String, value: JSON)]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  package var text: String? { if case .text(let text) = self { text } else { nil } }

  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  /// A number, whole or not.
  package var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .natural(let value): Double(value)
    default: nil
    }
  }

  /// What kind of value this is, in words.
  package var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .text: "a text"
    case .number, .integer, .natural: "a number"
    case .truth: "true or false"
    case .null: "null"
    }
  }
}
