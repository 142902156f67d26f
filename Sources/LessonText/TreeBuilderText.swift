import CMarkdown

extension TreeBuilder {
  /// Takes a piece of text into what is open.
  func read(_ type: MD_TEXTTYPE, _ piece: MarkdownPiece) {
    switch type {
    case MD_TEXT_NULLCHAR: append("\u{FFFD}")
    case MD_TEXT_BR: append(.lineBreak, at: places.last)
    case MD_TEXT_SOFTBR: append(" ")
    case MD_TEXT_ENTITY: append(textOfEntity(code(piece)))
    case MD_TEXT_CODE: appendCode(piece)
    case MD_TEXT_HTML:
      readProse(piece) { self.appendHTML($0) }
    default:
      readProse(piece) { self.append($0) }
    }
  }

  private func append(_ words: String) {
    guard !frames[top].html.isInTag else { return frames[top].html.append(words) }
    beginParagraph(at: places.last)
    frames[top].append(words)
  }

  func append(_ inline: Inline, at offset: Int) {
    beginParagraph(at: offset)
    frames[top].append(inline)
  }

  private func beginParagraph(at offset: Int) {
    guard frames[top].holdsBlocks, frames[top].paragraphStart == nil else { return }
    frames[top].paragraphStart = places.blockStart(offset)
  }

  /// Cuts the text at the masks in it.
  private func readProse(_ piece: MarkdownPiece, _ receive: (String) -> Void) {
    guard case .source(let range) = piece else { return receive(code(piece)) }
    note(range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let mask = masks.first(endingAfter: offset)
      let start = min(range.upperBound, max(offset, mask?.range.lowerBound ?? range.upperBound))
      if start > offset { receive(source.text(offset..<start)) }
      guard let mask, mask.range.lowerBound < range.upperBound else { return }
      take(mask, receive)
      offset = mask.range.upperBound
    }
  }

  private func take(_ mask: Mask, _ receive: (String) -> Void) {
    guard mask.range.lowerBound != lastMask else { return }
    lastMask = mask.range.lowerBound
    defer { places.pass(mask) }
    if mask.isBlock, case .heading = frames[top].kind {
      frames[top].replacement = mask
      return
    }
    directives.refuse(mask)
    switch mask.kind {
    case .formula(let latex): appendFormula(latex, of: mask)
    case .keys, .literal: receive(source.text(mask.range))
    case .comment: break
    }
  }

  private func appendFormula(_ latex: Range<Int>, of mask: Mask) {
    let formula = Inline.formula(
      latex: lines.text(latex), source.position(of: latex.lowerBound))
    guard frames[top].html.isInTag else { return append(formula, at: mask.range.lowerBound) }
    frames[top].html.append(source.text(mask.range))
  }

  private func appendHTML(_ raw: String) {
    frames[top].html.append(raw)
    appendWords(frames[top].html.take())
  }

  private func appendWords(_ inlines: [Inline]) {
    for inline in inlines {
      if case .text(let words) = inline {
        append(words)
      } else {
        append(inline, at: places.last)
      }
    }
  }

  /// Ends what only looked like a tag.
  func endHTML() {
    guard frames[top].html.isInTag else { return }
    appendWords(frames[top].html.finish())
  }
}

extension TreeBuilder {
  private func appendCode(_ piece: MarkdownPiece) {
    if case .source(let range) = piece { placeCode(range.lowerBound) }
    switch frames[top].kind {
    case .code, .codeSpan: frames[top].raw += code(piece)
    default: append(code(piece))
    }
  }

  /// Code without words at its fence begins one line before its first text, blank lines apart.
  private func placeCode(_ offset: Int) {
    guard frames[top].offset == nil, case .code(_, let isFenced) = frames[top].kind, isFenced else {
      return note(offset)
    }
    let blankLines = frames[top].raw.utf8.count { $0 == .newline }
    note(lines[max(0, source.line(of: offset) - blankLines - 1)].content)
  }

  /// The piece as the source has it, masks and all.
  ///
  /// Lines after the first, which only a mask can hide, lose the indentation of the first.
  private func code(_ piece: MarkdownPiece) -> String {
    switch piece {
    case .copy(let text): return text
    case .source(let range):
      let text = lines.text(range)
      guard text.contains("\n") else { return text }
      let line = source.line(of: range.lowerBound)
      let indentation = range.lowerBound - source.range(ofLine: line).lowerBound
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { $0 == 0 ? $1 : withoutIndentation($1, indentation) }.joined(separator: "\n")
    }
  }
}
