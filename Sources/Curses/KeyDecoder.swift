package import Notebook

/// The bytes that a terminal sends, read as keys.
///
/// A terminal gives no ends to its sequences, so time tells: when `isUndecided` and nothing more
/// comes for a moment, `giveUp` takes what is there for all there is. A sequence that means nothing
/// to us is swallowed whole, lest its letters be taken for keys.
package struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  private var isPasting = false
  private let known: [[UInt8]: Key]

  /// - Parameter known: what this terminal's keys send, beside what most terminals do.
  package init(known: [[UInt8]: Key] = [:]) {
    self.known = known
  }

  /// Whether bytes are left that may be the beginning of a key.
  package var isUndecided: Bool { start < bytes.count }

  package mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeFirst(start)
    start = 0
    bytes.append(contentsOf: more)
  }

  /// The next key, nil where the bytes hold no whole one.
  package mutating func next() -> Key? {
    while isUndecided {
      guard let token = Token(bytes[start...], isPasting: isPasting) else { return nil }
      if let key = take(token) { return key }
    }
    return nil
  }

  /// The key of bytes that turn out to be all: ESC alone is Escape, half a sequence is nothing.
  package mutating func giveUp() -> Key? {
    let isEscape = bytes[start...].elementsEqual([0x1B]) && !isPasting
    start = bytes.count
    return isEscape ? .escape : nil
  }

  /// Forgets what is unfinished.
  package mutating func reset() {
    start = bytes.count
    isPasting = false
  }

  private mutating func take(_ token: Token) -> Key? {
    let taken = bytes[start..<(start + token.length)]
    start += token.length
    switch token.kind {
    case .text(let character): return .character(character)
    case .control(let byte): return isPasting ? pasted(byte) : Key(control: byte)
    case .pasteBegins: isPasting = true
    case .pasteEnds: isPasting = false
    case .sequence: return isPasting ? nil : known[Array(taken)] ?? Key(sequence: Array(taken))
    }
    return nil
  }

  /// In pasted text a line's end is a space, for it goes into one line; CR LF is one end.
  private mutating func pasted(_ byte: UInt8) -> Key? {
    if byte == 0x0D, start < bytes.count, bytes[start] == 0x0A { start += 1 }
    return [0x09, 0x0A, 0x0D].contains(byte) ? .character(" ") : nil
  }
}
