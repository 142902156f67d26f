extension Document {
  /// Reads Markdown with its front matter, formulas and blocks of keys.
  ///
  /// Without `directives`, as for anybody's notes, fenced blocks of keys stay code, comments vanish,
  /// and front matter that is no YAML is text. The first thing that is wrong is thrown.
  package init(markdown: String, directives: Bool = true) throws(TextError) {
    let (document, problems) = Document.read(markdown, directives: directives)
    if let first = TextErrors(problems).all.first { throw first }
    self = document
  }

  /// Reads bytes that may be no UTF-8; `repairs` tells what was mended.
  package init(markdown bytes: [UInt8], directives: Bool = true) throws(TextError) {
    let text = RepairedText(bytes)
    try self.init(markdown: text.text, directives: directives)
    repairs = text.repairs + repairs
  }

  /// Reads Markdown as far as it goes, and tells everything that is wrong with it.
  package static func read(
    _ markdown: String, directives: Bool = true
  ) -> (document: Document, problems: [TextError]) {
    guard markdown.utf8.count <= longestText else {
      let problem = TextError(
        "This text is longer than \(longestText / 1_000_000) MB: split it.",
        at: SourcePosition(line: 1, column: 1))
      return (Document(blocks: []), [problem])
    }
    return DocumentReader(SourceLines(SourceText(markdown)), directives: directives).read()
  }
}

private let longestText = 16_000_000

/// Reads one text: front matter, masks, then what md4c makes of the rest.
private struct DocumentReader {
  private let lines: SourceLines
  private let directives: Bool
  private var source: SourceText { lines.source }

  init(_ lines: SourceLines, directives: Bool) {
    self.lines = lines
    self.directives = directives
  }

  func read() -> (Document, [TextError]) {
    let front = frontMatter()
    let finder = MaskFinder(lines, from: start(ofLine: front.end), directives: directives)
    let builder = TreeBuilder(
      lines, finder.masks, Directives(lines, isEnabled: directives), from: front.end)
    let isWhole = parseMarkdown(text(finder.masks, from: front.end), builder.receive)
    let document = Document(
      frontMatter: front.keys, blocks: builder.finish(), repairs: builder.repairs)
    let broken = isWhole ? [] : [unreadable]
    return (document, front.problems + finder.problems + builder.directives.problems + broken)
  }

  private var unreadable: TextError {
    TextError(
      "The Markdown of this text is too tangled to be read: simplify its tables and lists.",
      at: SourcePosition(line: 1, column: 1))
  }

  /// The text for the parser: the front matter is blank, the masks are covered.
  private func text(_ masks: [Mask], from line: Int) -> PaddedText {
    var bytes = masks.covering(source)
    for offset in 0..<start(ofLine: line) where bytes[offset] != .newline { bytes[offset] = .space }
    return PaddedText(bytes, lines)
  }

  private func start(ofLine line: Int) -> Int {
    line < source.lineCount ? source.range(ofLine: line).lowerBound : source.bytes.count
  }

  /// The keys between the first line `---` and the next, and the line after them.
  private func frontMatter() -> (keys: Keys?, end: Int, problems: [TextError]) {
    guard isMark(0, ["---"]),
      let last = (1..<max(1, source.lineCount)).first(where: { isMark($0, ["---", "..."]) })
    else { return (nil, 0, []) }
    let range = start(ofLine: 1)..<start(ofLine: last)
    do {
      let keys = try Keys(yaml: source.text(range), at: SourcePosition(line: 2, column: 1))
      return (keys, last + 1, [])
    } catch {
      return directives ? (nil, last + 1, [error]) : (nil, 0, [])
    }
  }

  private func isMark(_ line: Int, _ marks: [String]) -> Bool {
    let text = source.text(source.range(ofLine: line))
    return marks.contains { text.hasPrefix($0) && text.dropFirst(3).allSatisfy(\.isWhitespace) }
  }
}
