import CMarkdown

extension TreeFrame.Kind {
  /// The frame of a block, or nothing for a block that only groups others.
  init?(
    _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, _ bytes: MarkdownBytes,
    _ source: SourceText
  ) {
    switch type {
    case MD_BLOCK_QUOTE: self = .quote
    case MD_BLOCK_UL: self = .list(start: nil)
    case MD_BLOCK_OL:
      self = .list(start: detail.map { Int($0.load(as: MD_BLOCK_OL_DETAIL.self).start) })
    case MD_BLOCK_LI: self = .item
    case MD_BLOCK_H:
      self = .heading(level: Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1))
    case MD_BLOCK_CODE:
      let code = detail?.load(as: MD_BLOCK_CODE_DETAIL.self)
      let language = code.map { bytes.text(of: $0.lang, in: source) } ?? ""
      self = .code(language: language, isFenced: code?.fence_char != 0)
    case MD_BLOCK_HTML: self = .html
    case MD_BLOCK_P: self = .paragraph
    case MD_BLOCK_TABLE: self = .table
    case MD_BLOCK_TR: self = .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      self = .cell(alignment(detail?.load(as: MD_BLOCK_TD_DETAIL.self).align))
    default: return nil
    }
  }

  /// The frame of a span.
  init(
    _ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, _ bytes: MarkdownBytes,
    _ source: SourceText
  ) {
    switch type {
    case MD_SPAN_STRONG: self = .strong
    case MD_SPAN_CODE: self = .codeSpan
    case MD_SPAN_A:
      let target = detail?.load(as: MD_SPAN_A_DETAIL.self).href
      self = .link(target: target.map { bytes.text(of: $0, in: source) } ?? "")
    case MD_SPAN_IMG:
      let target = detail?.load(as: MD_SPAN_IMG_DETAIL.self).src
      self = .image(target: target.map { bytes.text(of: $0, in: source) } ?? "")
    default: self = .emphasis
    }
  }
}

private func alignment(_ align: MD_ALIGN?) -> Block.Alignment {
  switch align {
  case MD_ALIGN_CENTER: .center
  case MD_ALIGN_RIGHT: .right
  default: .left
  }
}

extension MarkdownBytes {
  /// The text of an address or a language, with its character references resolved.
  fileprivate func text(of attribute: MD_ATTRIBUTE, in source: SourceText) -> String {
    guard let text = attribute.text, attribute.size > 0 else { return "" }
    guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
      return self.text(piece(text, attribute.size), in: source)
    }
    var result = ""
    var part = 0
    while offsets[part] < attribute.size {
      let (start, end) = (offsets[part], offsets[part + 1])
      let words = self.text(piece(text + Int(start), end - start), in: source)
      result += types[part] == MD_TEXT_ENTITY ? textOfEntity(words) : words
      part += 1
    }
    return result
  }

  private func text(_ piece: MarkdownPiece, in source: SourceText) -> String {
    switch piece {
    case .source(let range): source.text(range)
    case .copy(let text): text
    }
  }
}
