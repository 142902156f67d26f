/// Finds formulas in the text of paragraphs; code and comments are left out by the caller.
///
/// Each failed search ends at the next place where a search can begin, so that a text of nothing
/// but opening marks is read in linear time.
struct FormulaFinder {
  let lines: SourceLines
  private var source: SourceText { lines.source }

  init(_ lines: SourceLines) { self.lines = lines }

  /// The formula that begins exactly at `offset`.
  func formula(at offset: Int) -> Mask? {
    guard source.bytes[offset] == .dollar || source.bytes[offset] == .backslash else { return nil }
    if let pair = pairs.first(where: { source.has($0.opening, at: offset) }) {
      return displayed(pair, at: offset)
    }
    if source.has(roundOpening, at: offset) { return parenthesised(at: offset) }
    if source.has(begin, at: offset) { return environment(at: offset) }
    return source.bytes[offset] == .dollar ? inline(at: offset) : nil
  }
}

extension FormulaFinder {
  private struct Pair {
    var opening: [UInt8]
    var closing: [UInt8]
    /// Whether Markdown gives the pair another meaning: `\[1\]` is mostly a footnote.
    var isDoubtful = false
  }

  private var pairs: [Pair] {
    [
      Pair(opening: doubleDollar, closing: doubleDollar),
      Pair(opening: squareOpening, closing: squareClosing, isDoubtful: true),
    ]
  }

  /// `$$…$$` or `\[…\]`: over blank lines if it stands alone, else within a paragraph.
  private func displayed(_ pair: Pair, at offset: Int) -> Mask? {
    let start = offset + pair.opening.count
    let limit = lines.nextFence(after: offset)
    guard let end = end(pair.closing, opening: pair.opening, from: start, to: limit) else {
      return nil
    }
    let range = offset..<end + pair.closing.count
    let mask = mask(range, content: start..<end, isDisplayed: true)
    guard let mask, !mask.isBlock, pair.isDoubtful else { return mask }
    return looksLikeLatex(start..<end) ? mask : nil
  }

  /// `\begin{align}…\end{align}` and its relatives, which are part of the LaTeX.
  private func environment(at offset: Int) -> Mask? {
    let name = source.bytes[(offset + begin.count)...].prefix(20).prefix { $0 != closingBrace }
    guard environments.contains(String(decoding: name, as: UTF8.self)) else { return nil }
    let braced = Array(name) + [closingBrace]
    let limit = lines.nextFence(after: offset)
    let start = offset + begin.count + braced.count
    guard let last = end(finish + braced, opening: begin + braced, from: start, to: limit) else {
      return nil
    }
    let range = offset..<last + finish.count + braced.count
    return mask(range, content: range, isDisplayed: true)
  }

  /// `\(…\)`, within a paragraph.
  private func parenthesised(at offset: Int) -> Mask? {
    let start = offset + 2
    let limit = lines.endOfParagraph(at: offset)
    guard let end = end(roundClosing, opening: roundOpening, from: start, to: limit) else {
      return nil
    }
    return mask(offset..<end + 2, content: start..<end)
  }

  /// `$…$`, within a paragraph; the rules keep "$5 and $6" money, as Pandoc's do.
  private func inline(at offset: Int) -> Mask? {
    let limit = lines.endOfParagraph(at: offset)
    if source.has(quotedOpening, at: offset) {
      return source.firstIndex(of: quotedClosing, from: offset + 2, to: min(limit, offset + 1000))
        .flatMap { mask(offset..<$0 + 2, content: offset + 2..<$0) }
    }
    guard offset + 1 < limit, !source.bytes[offset + 1].isBlank,
      let end = endOfInline(from: offset + 1, to: limit),
      !source.bytes[end - 1].isBlank,
      end + 1 >= source.bytes.count || !source.bytes[end + 1].isDigit
    else { return nil }
    return mask(offset..<end + 1, content: offset + 1..<end)
  }

  /// The next dollar that is not escaped; a backtick before it means code.
  private func endOfInline(from start: Int, to limit: Int) -> Int? {
    var offset = start
    while offset < limit {
      switch source.bytes[offset] {
      case .dollar: return offset
      case .backtick: return nil
      case .backslash: offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  /// The offset of `closing`, unless `opening` or `limit` comes first.
  private func end(
    _ closing: [UInt8], opening: [UInt8], from start: Int, to limit: Int
  ) -> Int? {
    var offset = start
    while offset < limit {
      if source.has(closing, at: offset) { return offset + closing.count <= limit ? offset : nil }
      if source.has(opening, at: offset) || source.has(commentOpening, at: offset) { return nil }
      offset += source.bytes[offset] == .backslash ? 2 : 1
    }
    return nil
  }

  private func mask(
    _ range: Range<Int>, content: Range<Int>, isDisplayed: Bool = false
  ) -> Mask? {
    let latex = lines.trimmed(content)
    guard !latex.isEmpty else { return nil }
    let isBlock = isDisplayed && lines.standsAlone(range)
    guard isBlock || range.upperBound <= lines.nextGap(after: range.lowerBound) else { return nil }
    return Mask(range: range, kind: .formula(latex), isBlock: isBlock)
  }

  private func looksLikeLatex(_ range: Range<Int>) -> Bool {
    source.bytes[range].contains { "\\^_= \n".utf8.contains($0) }
  }
}

private let doubleDollar = Array("$$".utf8)
private let squareOpening = Array("\\[".utf8)
private let squareClosing = Array("\\]".utf8)
private let roundOpening = Array("\\(".utf8)
private let roundClosing = Array("\\)".utf8)
private let quotedOpening = Array("$`".utf8)
private let quotedClosing = Array("`$".utf8)
private let begin = Array("\\begin{".utf8)
private let finish = Array("\\end{".utf8)
private let closingBrace = UInt8(ascii: "}")
private let commentOpening = Array("<!--".utf8)

/// The environments that are formulas by themselves.
private let environments: Set<String> = [
  "align", "align*", "aligned", "alignat", "alignat*", "displaymath", "eqnarray", "eqnarray*",
  "equation", "equation*", "flalign", "flalign*", "gather", "gather*", "gathered", "math",
  "multline", "multline*", "split",
]
