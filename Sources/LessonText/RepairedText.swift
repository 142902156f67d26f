/// A text made of bytes that may not be UTF-8, and what had to be mended.
package struct RepairedText: Sendable {
  package let text: String
  /// One for each place that is not UTF-8 and became U+FFFD; the first hundred of them.
  package let repairs: [TextError]

  package init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    let source = SourceText(text)
    repairs = brokenPlaces(in: bytes).map { offset in
      TextError(
        "These bytes are no UTF-8 text: save the file as UTF-8.",
        at: source.position(of: offset))
    }
  }
}

private let mostRepairs = 100

/// The places, as offsets into the text without byte order mark and CR LF, that could not be read.
private func brokenPlaces(in bytes: [UInt8]) -> [Int] {
  var places: [Int] = []
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var written = 0
  var previous: Unicode.Scalar?
  while places.count < mostRepairs {
    switch decoder.decode(&iterator) {
    case .scalarValue("\u{FEFF}") where previous == nil: previous = "\u{FEFF}"
    case .scalarValue("\n") where previous == "\r": previous = "\n"
    case .scalarValue(let scalar):
      written += scalar == "\r" ? 1 : String(scalar).utf8.count
      previous = scalar
    case .error:
      places.append(written)
      written += 3
      previous = "\u{FFFD}"
    case .emptyInput: return places
    }
  }
  return places
}
