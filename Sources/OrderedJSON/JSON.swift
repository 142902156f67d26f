/// JSON whose keys keep their order, so that equal arguments give equal bytes.
package indirect enum JSON: Sendable {
  case object([(key: String, value: JSON)])
  case array([JSON])
  case text(String)
  /// Printed so that it reads back exactly; what is not finite is null.
  case number(Double)
  case integer(Int)
  case natural(UInt64)
  case truth(Bool)
  case null

  package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  /// The text, without a newline at its end; objects and arrays of objects are spread over lines.
  package var description: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  /// The text on one line.
  package var line: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(JSON.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
    case .array(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    default: scalar
    }
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .object(let members):
      spread(members, "{", "}", &text, indent) { member, text, indent in
        text += "\(JSON.quoted(member.key)): "
        member.value.write(to: &text, indent: indent)
      }
    case .array(let items) where items.allSatisfy(\.isScalar):
      text += "[" + items.map(\.scalar).joined(separator: ", ") + "]"
    case .array(let items):
      spread(items, "[", "]", &text, indent) { $0.write(to: &$1, indent: $2) }
    default:
      text += scalar
    }
  }

  private func spread<Item>(
    _ items: [Item], _ open: String, _ close: String, _ text: inout String, _ indent: String,
    write: (Item, inout String, String) -> Void
  ) {
    guard !items.isEmpty else {
      text += open + close
      return
    }
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + indent + "  "
      write(item, &text, indent + "  ")
    }
    text += "\n" + indent + close
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: false
    default: true
    }
  }

  private var scalar: String {
    switch self {
    case .text(let text): JSON.quoted(text)
    case .number(let value): value.isFinite ? "\(value)" : "null"
    case .integer(let value): "\(value)"
    case .natural(let value): "\(value)"
    case .truth(let value): "\(value)"
    default: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
