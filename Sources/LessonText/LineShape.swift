/// What a line of Markdown begins with, as far as formulas and blocks of keys need to know.
struct LineShape: Sendable {
  /// The offsets of the quote and list markers before the content.
  private(set) var markers: [Int] = []
  private(set) var quoteDepth = 0
  private(set) var hasListMarker = false
  /// Whether the line before stood more or fewer quotes deep.
  private(set) var changesQuote = false
  /// The offset of the first byte after markers and blanks.
  private(set) var content: Int
  /// The column, from 0, of the content; a tab leads to the next multiple of four.
  private(set) var column = 0
  /// A marker too far to the right to nest any deeper.
  private(set) var deepMarker: Int?
  private(set) var kind = Kind.plain

  enum Kind: Hashable, Sendable {
    case blank
    /// Three or more backticks or tildes.
    case fence(Fence)
    /// A thematic break, or what underlines a heading.
    case rule
    /// A heading, a list item, a row of a table, or a change of quote: it ends a paragraph.
    case opener
    case plain
  }

  struct Fence: Hashable, Sendable {
    var mark: UInt8
    var length: Int
  }

  /// The shape of line `line`, whose paragraph stood `depth` quotes deep so far.
  init(_ source: SourceText, line: Int, after depth: Int) {
    let range = source.range(ofLine: line)
    content = range.lowerBound
    skipBlanks(source, range.upperBound)
    while let length = markerLength(source, range.upperBound) {
      guard column <= deepestColumn else {
        deepMarker = content
        break
      }
      take(markerOf: length, source)
      skipBlanks(source, range.upperBound)
    }
    kind = kind(source, content..<range.upperBound)
    changesQuote = quoteDepth != depth
    if kind == .plain, hasListMarker || changesQuote { kind = .opener }
  }
}

/// Markers past this column are text: the Markdown parser takes time for each open container at
/// each line, and no page can show so deep a nest.
private let deepestColumn = 100

extension LineShape {
  private mutating func skipBlanks(_ source: SourceText, _ end: Int) {
    while content < end {
      switch source.bytes[content] {
      case .space: column += 1
      case .tab: column += 4 - column % 4
      default: return
      }
      content += 1
    }
  }

  private mutating func take(markerOf length: Int, _ source: SourceText) {
    markers.append(content)
    if source.bytes[content] == .greater { quoteDepth += 1 } else { hasListMarker = true }
    content += length
    column += length
  }

  /// The length of the quote or list marker at `content`, where one stands.
  private func markerLength(_ source: SourceText, _ end: Int) -> Int? {
    guard content < end else { return nil }
    let bytes = source.bytes
    if bytes[content] == .greater { return 1 }
    var next = content
    if "-+*".utf8.contains(bytes[next]) {
      if isRule(bytes[content..<end]) { return nil }
    } else {
      while next < end, next < content + 9, bytes[next].isDigit { next += 1 }
      guard next > content, next < end, ".)".utf8.contains(bytes[next]) else { return nil }
    }
    return next + 1 == end || bytes[next + 1].isBlank ? next + 1 - content : nil
  }

  private func kind(_ source: SourceText, _ range: Range<Int>) -> Kind {
    guard let first = source.bytes[range].first else { return .blank }
    let text = source.bytes[range]
    switch first {
    case .backtick, UInt8(ascii: "~"):
      let length = text.prefix { $0 == first }.count
      let info = text.dropFirst(length)
      let isFence = length >= 3 && (first != .backtick || !info.contains(.backtick))
      return isFence ? .fence(Fence(mark: first, length: length)) : .plain
    case .hash:
      let rest = text.drop { $0 == .hash }
      let isHeading = text.count - rest.count <= 6 && rest.first?.isBlank ?? true
      return isHeading ? .opener : .plain
    case UInt8(ascii: "|"): return .opener
    case UInt8(ascii: "="): return text.allSatisfy { $0 == first || $0.isBlank } ? .rule : .plain
    default: return isRule(text) || isUnderline(text) ? .rule : .plain
    }
  }
}

private func isRule(_ text: ArraySlice<UInt8>) -> Bool {
  guard let mark = text.first, "-_*".utf8.contains(mark) else { return false }
  var count = 0
  for byte in text where !byte.isBlank {
    guard byte == mark else { return false }
    count += 1
  }
  return count >= 3
}

private func isUnderline(_ text: ArraySlice<UInt8>) -> Bool {
  text.first == UInt8(ascii: "-") && text.allSatisfy { $0 == UInt8(ascii: "-") || $0.isBlank }
}
