/// A cursor over a source's characters that knows its UTF-8 offset.
struct Scanner {
  let source: Source
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private(set) var position = 0

  init(_ source: Source) {
    self.source = source
    scalars = Array(source.text.unicodeScalars)
    var offset = 0
    offsets =
      scalars.map { scalar in
        defer { offset += UTF8.width(scalar) }
        return offset
      } + [offset]
  }

  var offset: Int { offsets[position] }
  var isAtEnd: Bool { position == scalars.count }
  /// The character at the cursor, or nil at the end.
  var current: Unicode.Scalar? { peek(0) }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  mutating func advance(by count: Int = 1) {
    position = min(position + count, scalars.count)
  }

  /// The characters from the cursor on that pass the test, taken.
  mutating func take(while test: (Unicode.Scalar) -> Bool) -> String {
    var taken = String.UnicodeScalarView()
    while let scalar = current, test(scalar) {
      taken.append(scalar)
      advance()
    }
    return String(taken)
  }

  mutating func skipSpaces() {
    while let scalar = current, scalar.properties.isWhitespace { advance() }
  }

  func stands(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    return true
  }

  /// Takes the text if it stands at the cursor.
  mutating func take(_ text: String) -> Bool {
    guard stands(text) else { return false }
    advance(by: text.unicodeScalars.count)
    return true
  }

  /// A number at the cursor as it is written, or nil: `12`, `.5`, `1e-4`.
  mutating func takeNumber() -> String? {
    let pointed = current == "." && peek(1)?.isDigit == true
    guard current?.isDigit == true || pointed else { return nil }
    var number = take(while: \.isDigit)
    if current == ".", peek(1)?.isDigit == true {
      advance()
      number += "." + take(while: \.isDigit)
    }
    return number + (takeExponent() ?? "")
  }

  private mutating func takeExponent() -> String? {
    guard current == "e" || current == "E" else { return nil }
    let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
    guard peek(1 + sign)?.isDigit == true else { return nil }
    let written = sign == 1 && peek(1) == "-" ? "e-" : "e"
    advance(by: 1 + sign)
    return written + take(while: \.isDigit)
  }
}

/// A formula's text, from which a part is cut by UTF-8 offsets.
struct Source {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  var end: Int { bytes.count }

  subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
