/// A text whose table rules have been made longer, and the way back to the offsets before.
///
/// md4c asks for three dashes a column; GitHub and most writers are content with one.
struct PaddedText {
  private(set) var bytes: [UInt8] = []
  private var insertions: [Insertion] = []

  private struct Insertion {
    /// Where the added bytes end in the padded text.
    var end: Int
    var count: Int
    /// How many bytes have been added up to here.
    var total: Int
  }

  /// Pads the bytes of a text of these lines.
  init(_ text: [UInt8], _ lines: SourceLines) {
    bytes.reserveCapacity(text.count)
    var copied = 0
    for line in 0..<lines.source.lineCount where !lines[line].hasListMarker {
      let range = lines[line].content..<lines.source.range(ofLine: line).upperBound
      guard isTableRule(text[range]) else { continue }
      for (start, count) in shortDashes(text[range]) {
        bytes += text[copied..<start]
        copied = start
        insert(3 - count)
      }
    }
    bytes += text[copied...]
  }

  /// The offset in the text as it was of an offset in the padded one.
  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = insertions.count
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle].end - insertions[middle].count < offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return offset }
    let last = insertions[low - 1]
    return max(offset, last.end) - last.total
  }

  private mutating func insert(_ count: Int) {
    bytes += Array(repeating: UInt8(ascii: "-"), count: count)
    let total = (insertions.last?.total ?? 0) + count
    insertions.append(Insertion(end: bytes.count, count: count, total: total))
  }
}

private func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
  line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
    && line.allSatisfy { "|:- \t".utf8.contains($0) }
}

/// The runs of one or two dashes: where they begin, and how long they are.
private func shortDashes(_ line: ArraySlice<UInt8>) -> [(start: Int, count: Int)] {
  line.split { $0 != UInt8(ascii: "-") }.filter { $0.count < 3 }
    .map { ($0.startIndex, $0.count) }
}
