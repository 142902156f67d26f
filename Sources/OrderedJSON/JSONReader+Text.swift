/// Texts in quotes, with their escapes.
extension JSONReader {
  /// The text whose opening quote has been read, up to and with its closing one.
  mutating func text() throws(JSONError) -> String {
    var units: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += Array(String(try escaped()).utf8)
      case 0..<0x20: throw error(.controlCharacter)
      default:
        units.append(byte)
        place += 1
      }
    }
    throw error(.wanted("a closing quote"))
  }

  private static let escapes: [UInt8: Character] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  private mutating func escaped() throws(JSONError) -> Character {
    let start = place
    place += 1
    guard let letter = next else { throw error(.wanted("a closing quote")) }
    place += 1
    if let character = Self.escapes[letter] { return character }
    guard letter == UInt8(ascii: "u"), let unit = hexadecimal() else {
      throw JSONError(reason: .escape, place: start)
    }
    return Character(scalar(from: unit))
  }

  /// The scalar of a UTF-16 unit, with the one after it where they make a pair; U+FFFD for a half.
  private mutating func scalar(from unit: UInt32) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let before = place
    if unit < 0xDC00, bytes[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      place += 2
      if let low = hexadecimal(), (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
      place = before
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    place += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
