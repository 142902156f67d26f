/// Finds where blocks begin: md4c tells the place of text only.
struct BlockPlaces {
  private let lines: SourceLines
  /// The offset of the last text.
  private(set) var last: Int
  /// The line from which the next thematic break is looked for.
  private var ruleLine: Int

  /// Begins at the line `start`.
  init(_ lines: SourceLines, from start: Int) {
    self.lines = lines
    ruleLine = start
    last = start < lines.source.lineCount ? lines.source.range(ofLine: start).lowerBound : 0
  }

  /// Takes the text at `offset` as the first of every frame that has no place yet.
  ///
  /// The quotes and items among them begin at the last markers of its line, in order.
  mutating func note(_ offset: Int, in frames: inout [TreeFrame]) {
    last = offset
    let shape = lines[lines.source.line(of: offset)]
    var markers = shape.markers.filter { $0 < offset }
    for index in frames.indices.reversed() where index > 0 {
      guard frames[index].offset == nil else { return }
      frames[index].offset =
        switch frames[index].kind {
        case .quote, .item: markers.popLast() ?? start(of: shape, before: offset)
        case .list where index + 1 < frames.count: frames[index + 1].offset
        case .cell, .emphasis, .strong, .codeSpan, .link, .image: offset
        default: start(of: shape, before: offset)
        }
    }
  }

  /// Where the block begins whose first text, on its first line, is at `offset`.
  func blockStart(_ offset: Int) -> Int {
    start(of: lines[lines.source.line(of: offset)], before: offset)
  }

  private func start(of shape: LineShape, before offset: Int) -> Int { min(shape.content, offset) }

  /// Passes over a mask, so that no rule is looked for in it.
  mutating func pass(_ mask: Mask) { last = max(last, mask.range.upperBound - 1) }

  /// Passes over the line under a heading whose text ends at the last place.
  mutating func passUnderline() {
    let line = lines.source.line(of: last)
    let content = lines[line].content
    guard content < lines.source.bytes.count, lines.source.bytes[content] != .hash else { return }
    ruleLine = max(ruleLine, line + 2)
  }

  /// The offset of the next thematic break after the last text, or of that text.
  mutating func nextRule() -> Int {
    ruleLine = max(ruleLine, lines.source.line(of: last))
    while ruleLine < lines.source.lineCount {
      defer { ruleLine += 1 }
      if lines[ruleLine].kind == .rule { return lines[ruleLine].content }
    }
    return last
  }
}
