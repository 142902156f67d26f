import Canvas

/// Letters as columns of dots, that the last row of a room can read.
struct LargeLetters: Sendable {
  /// Rows of dots, from the top of accented capitals to the foot of a p.
  let height: Int
  /// Rows above the capitals, for accents alone.
  let accents: Int
  /// Columns of a space between words.
  let space: Int
  private let shapes: [Character: [UInt16]]

  static let high = LargeLetters(height: 12, accents: 2, space: 3, highShapes, digits: 3)
  static let low = LargeLetters(height: 8, accents: 0, space: 2, lowShapes, digits: 2)

  private init(height: Int, accents: Int, space: Int, _ text: String, digits: Int) {
    (self.height, self.accents, self.space) = (height, accents, space)
    var shapes: [Character: [UInt16]] = [:]
    for item in text.split(whereSeparator: \.isWhitespace) {
      guard let character = item.first else { continue }
      let numbers = Array(item.dropFirst())
      shapes[character] = stride(from: 0, to: numbers.count, by: digits).compactMap {
        UInt16(String(numbers[$0..<min($0 + digits, numbers.count)]), radix: 16)
      }
    }
    self.shapes = shapes
  }

  /// The columns of a word, with one between letters; nil where a letter can't be drawn.
  func columns(of word: some StringProtocol) -> [UInt16]? {
    var columns: [UInt16] = []
    for character in word {
      guard let shape = shape(of: character) else { return nil }
      if !columns.isEmpty { columns.append(0) }
      columns += shape
    }
    return columns
  }

  private func shape(of character: Character) -> [UInt16]? {
    if let shape = shapes[character] { return shape }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return nil }
    if scalars.count == 1 { return spelled(character) }
    return scalars.dropFirst().reduce(shape(of: Character(first))) { shape, mark in
      shape.flatMap { marked($0, mark) }
    }
  }

  /// A letter of mathematics' alphabets as the plain letter: a script N as N.
  private func spelled(_ character: Character) -> [UInt16]? {
    let spelling = String(character).spelledInASCII
    guard spelling.count == 1, spelling != "?", let plain = spelling.first else { return nil }
    return shapes[plain]
  }

  /// A shape with a mark over it, as far above as there is room.
  private func marked(_ shape: [UInt16], _ mark: Unicode.Scalar) -> [UInt16]? {
    let top = shape.reduce(0, |).trailingZeroBitCount
    let middle = shape.count / 2
    let rows: (Int) -> UInt16?
    switch mark {
    case "\u{304}", "\u{305}": rows = { _ in 0b10 }
    case "\u{303}": rows = { $0 % 2 == 0 ? 0b10 : 0b01 }
    case "\u{302}": rows = { abs($0 - middle) > 1 ? 0 : $0 == middle ? 0b01 : 0b10 }
    case "\u{307}": rows = { $0 == middle ? 0b10 : 0 }
    default: return nil
    }
    // A row stays free between the letter and its mark, where there is one.
    let height = max(0, top - 3)
    return shape.indices.map { shape[$0] | (rows($0) ?? 0) << UInt16(height) }
  }
}
