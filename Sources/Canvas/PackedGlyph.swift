/// A base with up to four combining marks, in two words of plain memory.
///
/// A `Character` is a text, whose memory is counted; to count that of every cell took a third of the
/// time that a moving picture takes. Scalar i, of 21 bits, is at bit 21 i of the first word, the
/// fourth and fifth in the second; zeros come after the last.
struct PackedGlyph: Hashable, Sendable {
  private var first: UInt64
  private var second: UInt64

  /// The glyph of a single scalar.
  init(_ scalar: Unicode.Scalar) { (first, second) = (UInt64(scalar.value), 0) }

  /// The glyph of a character; of its scalars the first five.
  init(_ character: Character) {
    (first, second) = (0, 0)
    for (index, scalar) in character.unicodeScalars.prefix(5).enumerated() {
      if index < 3 {
        first |= UInt64(scalar.value) << UInt64(21 * index)
      } else {
        second |= UInt64(scalar.value) << UInt64(21 * (index - 3))
      }
    }
  }

  static let space = PackedGlyph(" " as Unicode.Scalar)

  /// The value of scalar `index`, from 0 to 4; 0 where there is none.
  func value(at index: Int) -> UInt32 {
    let word = index < 3 ? first >> UInt64(21 * index) : second >> UInt64(21 * (index - 3))
    return UInt32(truncatingIfNeeded: word & 0x1F_FFFF)
  }

  var isSpace: Bool { first == 0x20 && second == 0 }

  var character: Character {
    if first < 1 << 21, second == 0 { return scalar(first).map(Character.init) ?? " " }
    var scalars = String.UnicodeScalarView()
    for index in 0..<5 where value(at: index) > 0 {
      if let scalar = Unicode.Scalar(value(at: index)) { scalars.append(scalar) }
    }
    return Character(String(scalars))
  }

  private func scalar(_ word: UInt64) -> Unicode.Scalar? { Unicode.Scalar(UInt32(word)) }
}
