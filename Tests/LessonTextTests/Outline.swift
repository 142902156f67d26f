import LessonText

/// A document as lines, one a block, each with its place: what the tests compare.
func outline(_ document: Document) -> String { lines(of: document.blocks).joined(separator: "\n") }

/// The outline of a text as anybody's notes are read.
func outline(_ markdown: String) -> String {
  outline(Document.read(markdown, directives: false).document)
}

private func lines(of blocks: [Block]) -> [String] { blocks.flatMap(lines) }

private func lines(of block: Block) -> [String] {
  let place = "\(block.position.line):\(block.position.column)"
  func line(_ text: String) -> [String] { ["\(place) \(text)"] }
  func nested(_ title: String, _ groups: [[String]]) -> [String] {
    line(title)
      + groups.flatMap { group in group.enumerated().map { ($0 == 0 ? "· " : "  ") + $1 } }
  }
  switch block.content {
  case .heading(let level, let inlines): return line("h\(level) \(words(inlines))")
  case .paragraph(let inlines): return line("p \(words(inlines))")
  case .list(let items, let start):
    return nested(start.map { "ol \($0)" } ?? "ul", items.map { lines(of: $0) })
  case .quote(let blocks): return nested("quote", [lines(of: blocks)])
  case .code(let text, let language): return line("code[\(language)] \(text.debugDescription)")
  case .table(let header, let rows, let alignments):
    let marks = alignments.map { $0 == .left ? "l" : $0 == .center ? "c" : "r" }.joined()
    let cells = ([header] + rows).map { [$0.map(words).joined(separator: " | ")] }
    return nested("table \(marks)", cells)
  case .rule: return line("rule")
  case .formula(let latex): return line("formula \(latex.debugDescription)")
  case .keys(let kind, let keys, let raw):
    return line("\(kind) \(words(keys))" + (raw.map { " raw \($0.debugDescription)" } ?? ""))
  case .step(let keys): return line("step \(words(keys))")
  }
}

func words(_ inlines: [Inline]) -> String { inlines.map(words).joined() }

private func words(_ inline: Inline) -> String {
  switch inline {
  case .text(let text): text
  case .emphasis(let inlines): "_\(words(inlines))_"
  case .strong(let inlines): "*\(words(inlines))*"
  case .code(let text): "‹\(text)›"
  case .formula(let latex, let position): "«\(latex)»\(position.line):\(position.column)"
  case .link(let inlines, let target): "[\(words(inlines))](\(target))"
  case .image(let description, let target): "![\(description)](\(target))"
  case .lineBreak: "⏎"
  }
}

func words(_ keys: Keys) -> String {
  keys.entries.map { "\($0.key)=\(words($0.value))" }.joined(separator: " ")
}

private func words(_ value: Keys.Value) -> String {
  let place = "@\(value.position.line):\(value.position.column)"
  switch value.content {
  case .scalar(let text): return text.debugDescription + place
  case .list(let values): return "[\(values.map(words).joined(separator: " "))]" + place
  case .keys(let keys): return "{\(words(keys))}" + place
  }
}

/// A problem as it is printed, without the path.
func described(_ problems: [TextError]) -> [String] {
  problems.map { String($0.described(in: "").dropFirst()) }
}
