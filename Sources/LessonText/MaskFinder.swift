/// Reads a text once, line by line, and finds what the Markdown parser must not see.
struct MaskFinder {
  private let lines: SourceLines
  private let formulas: FormulaFinder
  private let directives: Bool
  private var offset: Int
  private(set) var masks: [Mask] = []
  private(set) var problems: [TextError] = []
  /// For a length of backticks the offset before which no second run of it stands.
  private var unclosedBackticks: [Int: Int] = [:]
  private var hasUnclosedComment = false
  /// The first line of the paragraph.
  private var paragraph = 0

  private var source: SourceText { lines.source }

  /// Reads the text from `start` on; without `directives` fenced blocks of keys stay code.
  init(_ lines: SourceLines, from start: Int, directives: Bool) {
    self.lines = lines
    self.directives = directives
    formulas = FormulaFinder(lines)
    offset = start
    while offset < source.bytes.count { readLine() }
  }
}

/// The words that make a fenced block one of keys.
let directiveWords: Set<String> = ["figure", "derivation", "claim", "exercise", "note"]

extension MaskFinder {
  private mutating func readLine() {
    let line = source.line(of: offset)
    let range = source.range(ofLine: line)
    let shape = lines[line]
    if shape.kind != .plain { paragraph = line }
    if offset == range.lowerBound {
      if let marker = shape.deepMarker { cover(marker) }
      if isLongDefinition(line) { cover(shape.content) }
      offset = max(offset, shape.content)
      if case .fence(let fence) = shape.kind { return readFence(fence, line: line) }
    }
    while offset < range.upperBound { readSpan() }
    if offset == range.upperBound { offset += 1 }
  }

  private mutating func cover(_ mark: Int) {
    masks.append(Mask(range: mark..<mark + 1, kind: .literal, isBlock: false))
    offset = mark + 1
  }

  /// Reads one character, or the formula, code span or comment that begins with it.
  private mutating func readSpan() {
    let byte = source.bytes[offset]
    if byte == .backtick { return skipCodeSpan() }
    if byte == openingBracket, source.line(of: offset) - paragraph > mostLines {
      return cover(offset)
    }
    if byte == .less, let comment = comment() { return take(comment) }
    if let formula = formulas.formula(at: offset) { return take(formula) }
    switch byte {
    case .backslash: offset += 2
    case .dollar: offset += source.bytes[offset...].prefix { $0 == .dollar }.count
    default: offset += 1
    }
  }

  private mutating func take(_ mask: Mask) {
    masks.append(mask)
    offset = mask.range.upperBound
  }

  /// Steps over a code span, or over backticks that open none, as CommonMark pairs them.
  private mutating func skipCodeSpan() {
    let length = source.bytes[offset...].prefix { $0 == .backtick }.count
    let start = offset + length
    let limit = lines.endOfParagraph(at: offset)
    offset = start
    guard start > unclosedBackticks[length, default: 0] else { return }
    var next = start
    while next < limit {
      let run = source.bytes[next..<limit].prefix { $0 == .backtick }.count
      next += max(1, run)
      if run == length {
        offset = next
        return
      }
    }
    unclosedBackticks[length] = limit
  }
}

extension MaskFinder {
  /// The comment at `offset`: a block if it stands alone, else within a paragraph.
  private mutating func comment() -> Mask? {
    guard !hasUnclosedComment, source.has(Array("<!--".utf8), at: offset) else { return nil }
    let start = offset + 4
    guard let end = source.firstIndex(of: commentEnd, from: start, to: source.bytes.count) else {
      hasUnclosedComment = true
      if directives {
        report("This comment is never closed: end it with `-->`.", at: offset)
      }
      return nil
    }
    let range = offset..<end + 3
    let isBlock = lines.standsAlone(range)
    guard isBlock || range.upperBound <= lines.nextGap(after: offset) else { return nil }
    return Mask(range: range, kind: .comment(start..<end), isBlock: isBlock)
  }

  private mutating func report(_ message: String, at offset: Int) {
    problems.append(TextError(message, at: source.position(of: offset)))
  }

  /// Steps over fenced code, or masks it where it holds keys or a formula.
  private mutating func readFence(_ fence: LineShape.Fence, line: Int) {
    let start = lines[line].content
    let end = endOfFence(fence, line: line)
    let first = source.range(ofLine: line)
    let word = firstWord(start + fence.length..<first.upperBound)
    offset = startOfLine(end.next)
    let contentEnd = end.isClosed ? startOfLine(end.next - 1) : offset
    let content = min(first.upperBound + 1, contentEnd)..<contentEnd
    let range = start..<source.range(ofLine: max(line, end.next - 1)).upperBound
    if directives, directiveWords.contains(word) {
      masks.append(Mask(range: range, kind: .keys(word, content), isBlock: true))
      if !end.isClosed {
        report("This `\(word)` block is never closed: end it with a line of backticks.", at: start)
      }
    } else if word == "math", end.isClosed, !lines.trimmed(content).isEmpty {
      masks.append(Mask(range: range, kind: .formula(lines.trimmed(content)), isBlock: true))
    }
  }

  private func firstWord(_ range: Range<Int>) -> String {
    let bytes = source.bytes[range].drop(while: \.isBlank).prefix { !$0.isBlank }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func startOfLine(_ line: Int) -> Int {
    line < source.lineCount ? source.range(ofLine: line).lowerBound : source.bytes.count
  }

  /// The line after the code that is fenced from `line` on, and whether a fence closes it.
  private func endOfFence(_ fence: LineShape.Fence, line: Int) -> (next: Int, isClosed: Bool) {
    let opening = lines[line]
    for next in line + 1..<max(line + 1, source.lineCount) {
      let shape = lines[next]
      let isOutside =
        shape.quoteDepth < opening.quoteDepth
        || opening.hasListMarker && shape.kind != .blank && shape.column < opening.column
      if isOutside { return (next, false) }
      if closes(fence, shape, line: next) { return (next + 1, true) }
    }
    return (source.lineCount, false)
  }

  private func closes(_ fence: LineShape.Fence, _ shape: LineShape, line: Int) -> Bool {
    guard case .fence(let other) = shape.kind, !shape.hasListMarker, other.mark == fence.mark,
      other.length >= fence.length
    else { return false }
    let end = source.range(ofLine: line).upperBound
    return source.firstNonblank(in: shape.content + other.length..<end) == end
  }

  /// Whether a line looks like a link's definition whose address is too long to repeat.
  ///
  /// The parser reads a definition again at every use of it.
  private func isLongDefinition(_ line: Int) -> Bool {
    let start = lines[line].content
    guard start < source.bytes.count, source.bytes[start] == openingBracket else { return false }
    guard lines.endOfParagraph(at: start) - start > longestDefinition else { return false }
    let end = min(source.bytes.count, start + 100)
    return source.firstIndex(of: Array("]:".utf8), from: start, to: end) != nil
  }
}

private let commentEnd = Array("-->".utf8)
private let openingBracket = UInt8(ascii: "[")
private let longestDefinition = 1000

/// Brackets of a paragraph open no links after so many lines: the parser looks for the line of each
/// from the first one on.
private let mostLines = 5000
