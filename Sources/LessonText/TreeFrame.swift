/// A block or span that has begun and not yet ended.
struct TreeFrame {
  var kind: Kind
  var blocks: [Block] = []
  /// Where its words began, in a frame that holds blocks: they become a paragraph.
  var paragraphStart: Int?
  /// Where it begins in the source, once known.
  var offset: Int?
  /// Items of a list.
  var items: [[Block]] = []
  /// Rows of a table, and the cells of a row.
  var rows: [[[Inline]]] = []
  var cells: [[Inline]] = []
  var alignments: [Block.Alignment] = []
  /// The text of code.
  var raw = ""
  var html = HTMLText()
  /// The mask that stands in place of this block.
  var replacement: Mask?

  private var inlines: [Inline] = []
  /// The text after the last inline.
  private var text = ""

  enum Kind: Hashable, Sendable {
    case document
    case quote
    case list(start: Int?)
    case item
    case heading(level: Int)
    case code(language: String, isFenced: Bool)
    case html
    case paragraph
    case table
    case row
    case cell(Block.Alignment)
    case emphasis
    case strong
    case codeSpan
    case link(target: String)
    case image(target: String)
  }

  init(_ kind: Kind) { self.kind = kind }

  /// Whether it stands within a paragraph's words.
  var isSpan: Bool {
    switch kind {
    case .emphasis, .strong, .codeSpan, .link, .image: true
    default: false
    }
  }

  /// Whether words directly in it need a paragraph around them.
  var holdsBlocks: Bool {
    switch kind {
    case .document, .quote, .item, .list: true
    default: false
    }
  }

  mutating func append(_ words: String) { text += words }

  mutating func append(_ inline: Inline) {
    endText()
    inlines.append(inline)
  }

  /// Hands out its words and forgets them.
  mutating func takeInlines() -> [Inline] {
    endText()
    defer { inlines = [] }
    return inlines
  }

  private mutating func endText() {
    if !text.isEmpty { inlines.append(.text(text)) }
    text = ""
  }
}
