/// The shapes of all lines of a text, and where its paragraphs must end.
struct SourceLines: Sendable {
  let source: SourceText
  private let shapes: [LineShape]
  /// For each line the next one, from it on, that is a fence of backticks.
  private let nextFence: [Int]
  /// For each line the next one, from it on, that is blank, such a fence, or quoted otherwise.
  private let nextGap: [Int]
  /// For each line the next one, from it on, at which a paragraph cannot go on.
  private let nextBreak: [Int]

  init(_ source: SourceText) {
    self.source = source
    var depth = 0
    shapes = (0..<source.lineCount).map { line in
      let shape = LineShape(source, line: line, after: depth)
      depth = shape.quoteDepth
      return shape
    }
    nextFence = nextLines(of: shapes) { $0.isFence }
    nextGap = nextLines(of: shapes) { $0.isFence || $0.kind == .blank || $0.changesQuote }
    nextBreak = nextLines(of: shapes) { $0.kind != .plain }
  }

  subscript(line: Int) -> LineShape { shapes[line] }

  /// The offset at which a span that stands in the line of `offset` must have ended.
  func endOfParagraph(at offset: Int) -> Int { start(of: nextBreak, after: offset) }

  /// The offset of the next code fence after the line of `offset`.
  func nextFence(after offset: Int) -> Int { start(of: nextFence, after: offset) }

  /// The offset of the next line after that of `offset` over which no inline formula reaches.
  func nextGap(after offset: Int) -> Int { start(of: nextGap, after: offset) }

  /// Whether only markers and blanks stand before `range`, nothing after it, and all in one quote.
  func standsAlone(_ range: Range<Int>) -> Bool {
    let first = source.line(of: range.lowerBound)
    let last = source.line(of: range.upperBound)
    guard shapes[first].content == range.lowerBound,
      shapes[first...last].allSatisfy({ $0.quoteDepth >= shapes[first].quoteDepth })
    else { return false }
    let end = source.range(ofLine: last).upperBound
    return source.firstNonblank(in: range.upperBound..<end) == end
  }

  /// The text of `range` with blanks in place of quote markers, so that columns stay true.
  func text(_ range: Range<Int>) -> String {
    var bytes = Array(source.bytes[range])
    for marker in quoteMarkers(in: range) { bytes[marker - range.lowerBound] = .space }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The range without blanks and quote markers at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let markers = Set(quoteMarkers(in: range))
    let isPadding = { (offset: Int) in source.bytes[offset].isBlank || markers.contains(offset) }
    guard let start = range.first(where: { !isPadding($0) }) else {
      return range.upperBound..<range.upperBound
    }
    return start..<(range.last { !isPadding($0) } ?? start) + 1
  }

  /// The markers of the quote that `range` begins in; a deeper `>` is its content.
  private func quoteMarkers(in range: Range<Int>) -> [Int] {
    let first = source.line(of: range.lowerBound)
    let last = source.line(of: range.upperBound)
    let depth = shapes[first].quoteDepth
    guard depth > 0 else { return [] }
    return (first...max(first, last)).flatMap { line in
      shapes[line].markers.prefix(depth).filter {
        range.contains($0) && source.bytes[$0] == .greater
      }
    }
  }

  private func start(of next: [Int], after offset: Int) -> Int {
    let line = source.line(of: offset) + 1
    let target = line < next.count ? next[line] : source.lineCount
    return target < source.lineCount ? source.range(ofLine: target).lowerBound : source.bytes.count
  }
}

extension LineShape {
  /// Whether no formula can hold this line; three tildes can be spaces of LaTeX.
  fileprivate var isFence: Bool {
    if case .fence(let fence) = kind { fence.mark == .backtick } else { false }
  }
}

private func nextLines(of shapes: [LineShape], where ends: (LineShape) -> Bool) -> [Int] {
  var result = Array(repeating: shapes.count, count: shapes.count)
  var next = shapes.count
  for line in shapes.indices.reversed() {
    if ends(shapes[line]) { next = line }
    result[line] = next
  }
  return result
}
