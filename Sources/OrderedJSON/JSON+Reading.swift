extension JSON {
  /// Reads a text as RFC 8259 has it.
  ///
  /// Keys keep their order, also those that stand twice. Whole numbers that fit are integers,
  /// others the nearest double. Bytes that are no UTF-8 in a text are read as U+FFFD.
  /// - Parameters:
  ///   - bytes: the whole text; blanks around it are allowed.
  ///   - nonFinite: whether `NaN`, `Infinity` and `-Infinity` are numbers, as Python writes them.
  /// - Throws: what is wrong with the text, and where.
  package init(
    reading bytes: some Collection<UInt8>, nonFinite: Bool = false
  ) throws(JSONError) {
    var reader = JSONReader(bytes: Array(bytes), allowsNonFinite: nonFinite)
    self = try reader.whole()
  }

  /// How deep objects and arrays may stand in one another.
  package static let depthLimit = 200
}

struct JSONReader {
  let bytes: [UInt8]
  let allowsNonFinite: Bool
  var place = 0

  init(bytes: [UInt8], allowsNonFinite: Bool) {
    self.bytes = bytes
    self.allowsNonFinite = allowsNonFinite
  }

  mutating func whole() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard next == nil else { throw error(.more) }
    return value
  }
}

extension JSONReader {
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, place: place) }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  /// Steps over a sign, if it stands here.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth <= JSON.depthLimit else { throw error(.tooDeep(limit: JSON.depthLimit)) }
    if take("{") { return try object(depth) }
    if take("[") { return try array(depth) }
    if take("\"") { return .text(try text()) }
    if let word = word() { return word }
    return try number()
  }

  private mutating func object(_ depth: Int) throws(JSONError) -> JSON {
    var members: [(key: String, value: JSON)] = []
    if take("}") { return .object(members) }
    repeat {
      guard take("\"") else { throw error(.wanted("a key in quotes")) }
      let key = try text()
      guard take(":") else { throw error(.wanted("a colon")) }
      members.append((key, try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw error(.wanted("a comma or a closing brace")) }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONError) -> JSON {
    var items: [JSON] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw error(.wanted("a comma or a closing bracket")) }
    return .array(items)
  }
}

extension JSONReader {
  private static let words: [(StaticString, JSON)] = [
    ("true", .truth(true)), ("false", .truth(false)), ("null", .null),
  ]

  private static let nonFinite: [(StaticString, JSON)] = [
    ("NaN", .number(.nan)), ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
  ]

  private mutating func word() -> JSON? {
    for (word, value) in allowsNonFinite ? Self.words + Self.nonFinite : Self.words {
      let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      guard bytes[place...].starts(with: letters) else { continue }
      place += letters.count
      return value
    }
    return nil
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    if next == UInt8(ascii: "0") { place += 1 } else { try digits("a value") }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      place += 1
      isWhole = false
      try digits("a digit after the point")
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      isWhole = false
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      try digits("a digit of the exponent")
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    // A whole -0 is a number too, and no integer keeps its sign.
    if isWhole, text != "-0", let integer = Int(text) { return .integer(integer) }
    return .number(Double(text) ?? .nan)
  }

  private mutating func digits(_ wanted: String) throws(JSONError) {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    guard place > start else { throw error(.wanted(wanted)) }
  }
}
