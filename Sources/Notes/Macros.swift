/// The commands that a text defines, so that `\abar_t` is read as what it stands for.
struct Macros {
  private var definitions: [String: Definition] = [:]

  private struct Definition {
    var count: Int
    var body: [UInt8]
  }

  /// A formula grows no longer than this, whatever its commands stand for.
  private static let longest = 20_000
  /// Commands in the bodies of commands are followed so far; those that stand for themselves never
  /// end.
  private static let deepest = 20

  var isEmpty: Bool { definitions.isEmpty }

  /// The definitions in a text.
  init(in text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "\\")) {
      offset = start + 1
      guard definitions.count < 500, let found = Self.definition(bytes, from: start) else {
        continue
      }
      if found.name.utf8.count > 0 {
        definitions[found.name] = Definition(count: found.count, body: found.body)
      }
      offset = found.end
    }
  }

  /// The formula with each command replaced by what it stands for.
  func expanding(_ latex: String) -> String {
    guard !isEmpty else { return latex }
    var bytes = Array(latex.utf8)
    for _ in 0..<Self.deepest {
      guard let expanded = expandedOnce(bytes), expanded.count <= Self.longest else { break }
      bytes = expanded
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nil where nothing is left to replace.
  private func expandedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var offset = 0
    var hasChanged = false
    while offset < bytes.count, result.count <= Self.longest {
      guard bytes[offset] == UInt8(ascii: "\\"),
        let (name, end) = Self.command(bytes, from: offset),
        let definition = definitions[name]
      else {
        let length = bytes[offset] == UInt8(ascii: "\\") ? min(2, bytes.count - offset) : 1
        result += bytes[offset..<offset + length]
        offset += length
        continue
      }
      var arguments: [[UInt8]] = []
      offset = end
      for _ in 0..<definition.count {
        let (argument, next) = Self.argument(bytes, from: offset)
        arguments.append(argument)
        offset = next
      }
      result += filled(definition.body, arguments)
      // A command that ends in a letter must not run into the next letter.
      if let last = result.last, Self.isLetter(last), offset < bytes.count,
        Self.isLetter(bytes[offset])
      {
        result.append(32)
      }
      hasChanged = true
    }
    return hasChanged ? result : nil
  }

  private func filled(_ body: [UInt8], _ arguments: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < body.count {
      if body[offset] == UInt8(ascii: "#"), offset + 1 < body.count,
        case let number = Int(body[offset + 1]) - 49, arguments.indices.contains(number)
      {
        result += arguments[number]
        offset += 2
      } else {
        result.append(body[offset])
        offset += 1
      }
    }
    return result
  }
}

// MARK: - Reading definitions

extension Macros {
  private static let kinds: Set = ["newcommand", "renewcommand", "providecommand", "def"]
  private static let operators: Set = ["DeclareMathOperator"]

  /// Where the definition that begins there ends; nil where there is none.
  static func endOfDefinition(_ bytes: [UInt8], from start: Int) -> Int? {
    definition(bytes, from: start)?.end
  }

  private static func definition(
    _ bytes: [UInt8], from start: Int
  ) -> (name: String, count: Int, body: [UInt8], end: Int)? {
    guard let (kind, end) = command(bytes, from: start),
      kinds.contains(kind) || operators.contains(kind)
    else { return nil }
    var offset = end
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") { offset += 1 }
    let (head, afterHead) = argument(bytes, from: offset)
    guard let (name, _) = command(head, from: 0) else { return nil }
    offset = skipSpaces(bytes, afterHead)
    var count = 0
    if offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "["),
      bytes[offset + 2] == UInt8(ascii: "]")
    {
      count = max(0, min(9, Int(bytes[offset + 1]) - 48))
      offset += 3
    }
    while kind == "def", offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "#") {
      count += 1
      offset += 2
    }
    let (body, last) = argument(bytes, from: offset)
    guard last > offset else { return nil }
    let isOperator = operators.contains(kind)
    return (
      name, min(count, 9), isOperator ? Array("\\operatorname{".utf8) + body + [125] : body, last
    )
  }

  /// The command that begins there, by its letters.
  private static func command(_ bytes: [UInt8], from start: Int) -> (name: String, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\\") else { return nil }
    let name = bytes[(start + 1)...].prefix(while: isLetter)
    guard !name.isEmpty else { return nil }
    return (String(decoding: name, as: UTF8.self), name.endIndex)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func skipSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[min(start, bytes.count)...].firstIndex { $0 > 32 } ?? bytes.count
  }

  /// What stands in the braces there, or one command or sign.
  private static func argument(_ bytes: [UInt8], from start: Int) -> ([UInt8], end: Int) {
    let offset = skipSpaces(bytes, start)
    guard offset < bytes.count else { return ([], offset) }
    guard bytes[offset] == UInt8(ascii: "{") else {
      if let (_, end) = command(bytes, from: offset) { return (Array(bytes[offset..<end]), end) }
      return ([bytes[offset]], offset + 1)
    }
    var depth = 0
    var place = offset
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return (Array(bytes[offset + 1..<min(place, bytes.count) - 1]), place) }
    }
    return ([], start)
  }
}
