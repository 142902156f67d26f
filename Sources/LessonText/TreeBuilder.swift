import CMarkdown

/// Builds the tree of a document from what md4c says, with a stack of its own.
///
/// What is nested deeper than a page can show goes into the deepest block that stands, so that the
/// tree can be walked by recursion.
final class TreeBuilder {
  let lines: SourceLines
  let masks: [Mask]
  var directives: Directives
  private(set) var repairs: [TextError] = []
  /// What is open, the whole document first.
  var frames = [TreeFrame(.document)]
  /// How many blocks and spans are open beyond the deepest frame.
  private var overflow = 0
  var places: BlockPlaces
  /// Where the last mask began: the parser may cut its text in pieces.
  var lastMask = -1

  var source: SourceText { lines.source }
  var top: Int { frames.count - 1 }

  /// Builds from the text's line `start` on.
  init(_ lines: SourceLines, _ masks: [Mask], _ directives: Directives, from start: Int) {
    self.lines = lines
    self.masks = masks
    self.directives = directives
    places = BlockPlaces(lines, from: start)
  }

  /// The blocks of the whole text.
  func finish() -> [Block] {
    while top > 0 { leave(isBlock: true) }
    endParagraph()
    return frames[0].blocks
  }

  func receive(_ event: MarkdownEvent, _ bytes: MarkdownBytes) {
    switch event {
    case .enterBlock(MD_BLOCK_HR, _): appendRule()
    case .enterBlock(let type, let detail):
      guard let kind = TreeFrame.Kind(type, detail, bytes, source) else { return }
      endParagraph()
      enter(kind)
      if type == MD_BLOCK_CODE { placeFence(detail, bytes) }
    case .leaveBlock(let type):
      if isFrame(type) { leave(isBlock: true) }
    case .enterSpan(let type, let detail): enter(TreeFrame.Kind(type, detail, bytes, source))
    case .leaveSpan: leave(isBlock: false)
    case .text(let type, let piece): read(type, piece)
    }
  }
}

private let deepestFrame = 50

extension TreeBuilder {
  private func enter(_ kind: TreeFrame.Kind) {
    guard frames.count < deepestFrame else {
      overflow += 1
      reportDepth()
      return
    }
    frames.append(TreeFrame(kind))
  }

  private func leave(isBlock: Bool) {
    endHTML()
    if isBlock { endParagraph() }
    guard overflow == 0 else {
      overflow -= 1
      return
    }
    if isBlock { leaveSpans() }
    // A span may be ended that was never begun: md4c does so in `[](*)*`.
    guard top > 0, isBlock || frames[top].isSpan else { return }
    place(frames.removeLast())
  }

  /// Ends the spans that a block leaves open.
  private func leaveSpans() {
    while top > 0, frames[top].isSpan { place(frames.removeLast()) }
  }

  private func reportDepth() {
    guard repairs.isEmpty else { return }
    repairs.append(
      TextError(
        "This is nested more than \(deepestFrame) deep and is shown flat from here on.",
        at: source.position(of: places.last)))
  }

  private func appendRule() {
    endParagraph()
    let offset = places.nextRule()
    note(offset)
    frames[top].blocks.append(Block(.rule, at: source.position(of: offset)))
  }

  /// A fence with words after it tells where it stands; another is known by its first line.
  private func placeFence(_ detail: UnsafeMutableRawPointer?, _ bytes: MarkdownBytes) {
    guard let info = detail?.load(as: MD_BLOCK_CODE_DETAIL.self).info,
      case .source(let range) = bytes.piece(info.text, info.size)
    else { return }
    note(lines[source.line(of: range.lowerBound)].content)
  }

  /// Takes `offset` for the place of everything that is open and not yet placed.
  func note(_ offset: Int) { places.note(offset, in: &frames) }

  /// Makes a paragraph of the words that stand directly in a list item, a quote or the document.
  func endParagraph() {
    guard frames[top].holdsBlocks else { return }
    let start = frames[top].paragraphStart ?? places.last
    frames[top].paragraphStart = nil
    let inlines = frames[top].takeInlines()
    guard !inlines.isBlank else { return }
    frames[top].blocks.append(Block(.paragraph(inlines), at: source.position(of: start)))
  }
}

private func isFrame(_ type: MD_BLOCKTYPE) -> Bool {
  ![MD_BLOCK_DOC, MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_HR].contains(type)
}
