import LessonText

/// The formulas of a Markdown text in order, and what could not be read of it.
func markdownFormulas(_ text: String) -> (formulas: [NotesFormula], problems: [TextError]) {
  let (document, problems) = Document.read(text, directives: false)
  var reader = MarkdownNotes()
  for block in document.blocks { reader.read(block) }
  return (reader.formulas, problems)
}

private struct MarkdownNotes {
  private(set) var formulas: [NotesFormula] = []
  private var section = 0
  private var paragraph = 0
  private var words = ""

  mutating func read(_ block: Block) {
    switch block.content {
    case .heading(_, let inlines):
      section += 1
      read(inlines)
    case .paragraph(let inlines): read(inlines)
    case .list(let items, _): for blocks in items { for block in blocks { read(block) } }
    case .quote(let blocks): for block in blocks { read(block) }
    case .table(let header, let rows, _):
      for row in [header] + rows { for cell in row { read(cell) } }
    case .formula(let latex): add(latex, block.position)
    case .code, .rule, .keys, .step: break
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    paragraph += 1
    words = ""
    for inline in inlines { read(inline) }
  }

  private mutating func read(_ inline: Inline) {
    switch inline {
    case .text(let text): words += text.lowercased()
    case .formula(let latex, let position): add(latex, position)
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _):
      for inline in inlines { read(inline) }
    case .code, .image: break
    case .lineBreak: words += " "
    }
  }

  private mutating func add(_ latex: String, _ position: SourcePosition) {
    formulas.append(
      NotesFormula(
        latex: latex, position: position, section: section, paragraph: paragraph, words: words))
    words = ""
  }
}
