extension TreeBuilder {
  /// Puts what has ended into what is open around it.
  func place(_ frame: TreeFrame) {
    var frame = frame
    let inlines = frame.takeInlines()
    switch frame.kind {
    case .document, .quote, .item, .list, .heading, .code, .html, .paragraph, .table:
      placeBlock(frame, inlines)
    case .row: placeRow(frame, inlines)
    case .cell(let alignment):
      frames[top].cells.append(inlines)
      frames[top].alignments.append(alignment)
    case .emphasis: append(.emphasis(inlines), frame)
    case .strong: append(.strong(inlines), frame)
    case .codeSpan: append(.code(frame.raw), frame)
    case .link(let target): append(.link(inlines, target: target), frame)
    case .image(let target):
      append(.image(description: inlines.plainText, target: target), frame)
    }
  }

  private func append(_ inline: Inline, _ frame: TreeFrame) {
    append(inline, at: frame.offset ?? places.last)
  }

  private func append(_ content: Block.Content, _ frame: TreeFrame) {
    let position = source.position(of: frame.offset ?? places.last)
    frames[top].blocks.append(Block(content, at: position))
  }

  private func placeBlock(_ frame: TreeFrame, _ inlines: [Inline]) {
    switch frame.kind {
    case .quote: append(.quote(frame.blocks), frame)
    case .item: frames[top].items.append(frame.blocks)
    case .list(let start): placeList(frame, start)
    case .heading(let level): placeHeading(frame, level, inlines)
    case .code(let language, _): append(.code(frame.raw, language: language), frame)
    case .table: placeTable(frame, inlines)
    case .html where !inlines.isBlank: append(.paragraph(trimmed(inlines)), frame)
    default:
      if !inlines.isBlank { append(.paragraph(inlines), frame) }
    }
  }

  /// Words directly in a list come from items nested too deep.
  private func placeList(_ frame: TreeFrame, _ start: Int?) {
    let flat = frame.blocks.isEmpty ? [] : [frame.blocks]
    append(.list(frame.items + flat, start: start), frame)
  }

  private func placeHeading(_ frame: TreeFrame, _ level: Int, _ inlines: [Inline]) {
    guard let mask = frame.replacement else {
      places.passUnderline()
      return append(.heading(level: level, inlines), frame)
    }
    if let block = directives.block(for: mask) { frames[top].blocks.append(block) }
  }

  private func placeRow(_ frame: TreeFrame, _ inlines: [Inline]) {
    if frames[top].rows.isEmpty { frames[top].alignments = frame.alignments }
    frames[top].rows.append(frame.cells + (inlines.isBlank ? [] : [inlines]))
  }

  private func placeTable(_ frame: TreeFrame, _ inlines: [Inline]) {
    if !inlines.isBlank { append(.paragraph(inlines), frame) }
    guard let header = frame.rows.first else { return }
    append(
      .table(header: header, rows: Array(frame.rows.dropFirst()), alignments: frame.alignments),
      frame)
  }
}

/// The words with single spaces and none at their ends: HTML leaves them where tags were.
private func trimmed(_ inlines: [Inline]) -> [Inline] {
  let last = inlines.count - 1
  return inlines.enumerated().map { index, inline in
    guard case .text(let text) = inline else { return inline }
    let words = joiningBlanks(text)
    let start = index == 0 ? words.drop { $0 == " " } : words[...]
    return .text(String(index == last && start.last == " " ? start.dropLast() : start))
  }
}
