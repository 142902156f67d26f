/// A text as bytes, and the place of every byte.
///
/// The first byte order mark is dropped and each CR LF or CR becomes LF. Neither moves a line or a
/// column, so offsets into these bytes lead to true places of the file.
struct SourceText: Sendable {
  let bytes: [UInt8]
  private let lineStarts: [Int]
  /// The offsets at which the characters of a line begin and its end, for lines not all ASCII.
  private let characterStarts: [Int: [Int]]

  init(_ text: String) {
    bytes = withUniformLines(Array(text.utf8))
    lineStarts = startsOfLines(in: bytes)
    var starts: [Int: [Int]] = [:]
    for line in lineStarts.indices {
      let range = rangeOfLine(line, starts: lineStarts, in: bytes)
      guard bytes[range].contains(where: { $0 >= 0x80 }) else { continue }
      starts[line] = startsOfCharacters(in: bytes, range)
    }
    characterStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 0, without its newline.
  func range(ofLine line: Int) -> Range<Int> { rangeOfLine(line, starts: lineStarts, in: bytes) }

  /// The line, counted from 0, that holds the byte; a newline belongs to the line that it ends.
  func line(of offset: Int) -> Int { max(0, lineStarts.firstIndex(after: offset) - 1) }

  /// The place of a byte; an offset past the end is the place after the last character.
  func position(of offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = line(of: offset)
    let column = characterStarts[line]?.firstIndex(after: offset) ?? offset - lineStarts[line] + 1
    return SourcePosition(line: line + 1, column: max(1, column))
  }

  /// The offset of a place, or the nearest there is.
  func offset(of position: SourcePosition) -> Int {
    let line = min(max(1, position.line), lineCount) - 1
    let range = range(ofLine: line)
    let index = max(0, position.column - 1)
    guard let starts = characterStarts[line] else {
      return min(range.lowerBound + index, range.upperBound)
    }
    return index < starts.count ? starts[index] : range.upperBound
  }

  /// The text of these bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// Whether the bytes at `offset` spell `word`.
  func has(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }

  /// The first offset from `start` on at which `word` begins and after which it ends by `end`.
  func firstIndex(of word: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end - word.count >= start else { return nil }
    return (start...end - word.count).first { has(word, at: $0) }
  }

  /// The first byte of `range` that is neither a space nor a tab, or its end.
  func firstNonblank(in range: Range<Int>) -> Int {
    bytes[range].firstIndex { $0 != .space && $0 != .tab } ?? range.upperBound
  }
}

private func withUniformLines(_ bytes: [UInt8]) -> [UInt8] {
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  guard start > 0 || bytes.contains(.carriageReturn) else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  for index in start..<bytes.count {
    if bytes[index] != .carriageReturn {
      result.append(bytes[index])
    } else if index + 1 == bytes.count || bytes[index + 1] != .newline {
      result.append(.newline)
    }
  }
  return result
}

private func startsOfLines(in bytes: [UInt8]) -> [Int] {
  var starts = [0]
  for (index, byte) in bytes.enumerated() where byte == .newline { starts.append(index + 1) }
  return starts
}

private func rangeOfLine(_ line: Int, starts: [Int], in bytes: [UInt8]) -> Range<Int> {
  starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)
}

private func startsOfCharacters(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
  var offset = range.lowerBound
  let starts = String(decoding: bytes[range], as: UTF8.self).map { character in
    defer { offset += character.utf8.count }
    return offset
  }
  return starts + [range.upperBound]
}

extension [Int] {
  /// The index of the first element greater than `value`, of a sorted array.
  fileprivate func firstIndex(after value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let greater = UInt8(ascii: ">")
  static let less = UInt8(ascii: "<")

  var isBlank: Bool { self == .space || self == .tab || self == .newline }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
