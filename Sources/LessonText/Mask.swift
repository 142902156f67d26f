/// A part of the source that the Markdown parser must not see.
///
/// It is covered by as many bytes of something harmless, so every offset that the parser hands
/// back is an offset into the source, and what is masked is known by place, not by a marker that a
/// text could contain.
struct Mask: Sendable {
  var range: Range<Int>
  var kind: Kind
  /// Whether it stands alone on its lines, and so is a block.
  var isBlock: Bool

  enum Kind: Hashable, Sendable {
    /// The range of its LaTeX, without blanks around it.
    case formula(Range<Int>)
    /// The range between `<!--` and `-->`.
    case comment(Range<Int>)
    /// A fenced block of keys: its word, and the range of its lines.
    case keys(String, Range<Int>)
    /// A mark that the parser must take for text.
    case literal
  }
}

extension [Mask] {
  /// The first mask that ends after `offset`, of masks in order.
  func first(endingAfter offset: Int) -> Mask? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }

  /// The source with these parts covered.
  ///
  /// A block becomes a heading of one word, as a heading ends a paragraph, needs no blank lines and
  /// keeps its place in lists and quotes; anything else becomes a word.
  func covering(_ source: SourceText) -> [UInt8] {
    var bytes = source.bytes
    for mask in self {
      var range = mask.range
      if mask.isBlock, range.count > 4 {
        bytes[range.lowerBound] = .hash
        bytes[range.lowerBound + 1] = .space
        range = range.lowerBound + 2..<range.upperBound
      }
      cover(range, of: &bytes)
    }
    return bytes
  }
}

/// Writes a word of letters without case over the bytes; equal bytes become equal words.
///
/// The letters are not ASCII, so no tag, entity or list can begin with them. Hebrew letters take
/// two bytes, an ideograph takes three.
private func cover(_ range: Range<Int>, of bytes: inout [UInt8]) {
  var offset = range.lowerBound
  var sum = 0
  while offset < range.upperBound {
    sum = (sum &* 31 &+ Int(bytes[offset])) & 0xFFFF
    switch range.upperBound - offset {
    case 1:
      bytes[offset] = UInt8(ascii: "x")
      offset += 1
    case 3:
      bytes.replaceSubrange(offset..<offset + 3, with: [0xE4, 0xB8, 0x80])
      offset += 3
    default:
      bytes[offset] = 0xD7
      bytes[offset + 1] = 0x90 + UInt8(sum % 27)
      offset += 2
    }
  }
}
