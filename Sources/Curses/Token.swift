/// The first whole thing in a terminal's bytes.
struct Token {
  let kind: Kind
  /// The number of its bytes, at least 1.
  let length: Int

  enum Kind: Hashable {
    case text(Character)
    case control(UInt8)
    /// ESC and what belongs to it.
    case sequence
    case pasteBegins
    case pasteEnds
  }

  /// Nil where the bytes, of which there is at least one, end before the thing does.
  init?(_ bytes: ArraySlice<UInt8>, isPasting: Bool) {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B where isPasting: self.init(escapeInPaste: bytes)
    case 0x1B: self.init(escape: bytes)
    case 0..<0x20, 0x7F: self.init(kind: .control(first), length: 1)
    default: self.init(text: bytes)
    }
  }

  private init(kind: Kind, length: Int) {
    self.kind = kind
    self.length = length
  }
}

// MARK: Sequences

extension Token {
  private static let pasteBegin = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Nothing but the end of the paste counts; another ESC is dropped alone.
  private init?(escapeInPaste bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: Self.pasteEnd) {
      self.init(kind: .pasteEnds, length: Self.pasteEnd.count)
    } else if Self.pasteEnd.starts(with: bytes) {
      return nil
    } else {
      self.init(kind: .control(0x1B), length: 1)
    }
  }

  private init?(escape bytes: ArraySlice<UInt8>) {
    guard let length = bytes.sequenceLength else { return nil }
    let isPaste = bytes.starts(with: Self.pasteBegin)
    self.init(kind: isPaste ? .pasteBegins : .sequence, length: length)
  }
}

extension ArraySlice<UInt8> {
  /// No terminal sends more; what is longer is noise and must not be collected for ever.
  private static var longestSequence: Int { 64 }
  private static var longestString: Int { 4096 }

  /// How many bytes the sequence takes that begins here with ESC; nil while its end is missing.
  fileprivate var sequenceLength: Int? {
    guard count > 1 else { return nil }
    switch self[startIndex + 1] {
    case 0x1B: return 1
    case UInt8(ascii: "["): return controlLength
    case UInt8(ascii: "O"): return length(from: 2, limit: Self.longestSequence) { !$0.isParameter }
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return stringLength
    case 0x80...: return Token(text: dropFirst()).map { $0.length + 1 }
    default: return 2
    }
  }

  /// ECMA-48: parameters and intermediates, then one final byte; the Linux console's F1 to F5 and
  /// the oldest form of the mouse keep to rules of their own.
  private var controlLength: Int? {
    guard count > 2 else { return nil }
    switch self[startIndex + 2] {
    case UInt8(ascii: "["): return count > 3 ? 4 : nil
    case UInt8(ascii: "M"): return count > 5 ? 6 : nil
    default: return length(from: 2, limit: Self.longestSequence) { !(0x20..<0x40).contains($0) }
    }
  }

  /// A control byte or a second ESC breaks a sequence off and does not belong to it.
  private func length(from offset: Int, limit: Int, isLast: (UInt8) -> Bool) -> Int? {
    for (index, byte) in zip(offset..., dropFirst(offset)) where isLast(byte) || index >= limit {
      return (0x20..<0x7F).contains(byte) ? index + 1 : index
    }
    return nil
  }

  /// A string ends with BEL or with ESC and a backslash.
  private var stringLength: Int? {
    for (index, byte) in zip(2..., dropFirst(2)) {
      if byte == 0x07 { return index + 1 }
      if byte == UInt8(ascii: "\\"), self[startIndex + index - 1] == 0x1B { return index + 1 }
    }
    return count > Self.longestString ? count : nil
  }
}

extension UInt8 {
  fileprivate var isParameter: Bool { (0x30..<0x40).contains(self) }
}

// MARK: Text

extension Token {
  /// More marks on one letter are nobody's language.
  private static let mostScalars = 8

  /// One character of UTF-8, with the combining marks that came along; a visible mark for a byte
  /// that is none.
  fileprivate init?(text bytes: ArraySlice<UInt8>) {
    guard let first = Self.scalar(bytes) else { return nil }
    var text = String(first.scalar)
    var length = first.length
    while text.unicodeScalars.count < Self.mostScalars,
      let more = Self.scalar(bytes.dropFirst(length)), more.scalar.value >= 0x300,
      (text + String(more.scalar)).count == 1
    {
      text.unicodeScalars.append(more.scalar)
      length += more.length
    }
    self.init(kind: .text(Character(text)), length: length)
  }

  /// Nil where the bytes are none or end within the scalar.
  private static func scalar(
    _ bytes: ArraySlice<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = bytes.first else { return nil }
    let wanted =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard wanted > 0 else { return ("\u{FFFD}", 1) }
    let length = 1 + bytes.dropFirst().prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }.count
    guard length == wanted else {
      return bytes.count < wanted && length == bytes.count ? nil : ("\u{FFFD}", length)
    }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    return (text.unicodeScalars.first ?? "\u{FFFD}", length)
  }
}
