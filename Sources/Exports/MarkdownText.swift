import Canvas
import LessonText

/// Writes blocks of a text as Markdown again, formulas between dollars.
struct MarkdownText {
  /// Blocks with an empty line between.
  func text(_ blocks: [Block]) -> String {
    blocks.map { text($0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func text(_ block: Block) -> String {
    switch block.content {
    case .heading(let level, let words):
      String(repeating: "#", count: min(6, level + 1)) + " " + text(words)
    case .paragraph(let words): text(words)
    case .list(let items, let start): list(items, start)
    case .quote(let blocks): text(blocks).indented(by: "> ")
    case .code(let code, let language): fenced(code, language)
    case .table(let header, let rows, let alignments): table(header, rows, alignments)
    case .rule: "---"
    case .formula(let latex): displayed(latex)
    case .keys, .step: ""
    }
  }

  func text(_ inlines: [Inline]) -> String { inlines.map { text($0) }.joined() }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let words): escaped(words)
    case .emphasis(let inner): "*\(text(inner))*"
    case .strong(let inner): "**\(text(inner))**"
    case .code(let code): code.contains("`") ? "`` \(code) ``" : "`\(code)`"
    case .formula(let latex, _): "$\(latex.trimmed)$"
    case .link(let inner, let target): "[\(text(inner))](\(target))"
    case .image(let description, let target): "![\(escaped(description))](\(target))"
    case .lineBreak: "  \n"
    }
  }

  /// A formula that stands alone; an empty line would end it.
  func displayed(_ latex: String) -> String {
    let lines = latex.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    return "$$\n\(lines.joined(separator: "\n"))\n$$"
  }

  /// A block between fences longer than any in it.
  func fenced(_ text: String, _ language: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    let end = text.hasSuffix("\n") ? "" : "\n"
    return "\(fence)\(language)\n\(text)\(end)\(fence)"
  }

  /// Words that Markdown must not take for marks.
  func escaped(_ words: String) -> String {
    var text = ""
    for character in words.visible {
      if "\\`*_[]<$".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  private func list(_ items: [[Block]], _ start: Int?) -> String {
    items.enumerated().map { index, item in
      let marker = start.map { "\($0 &+ index). " } ?? "- "
      let blank = String(repeating: " ", count: marker.count)
      return marker + text(item).indented(by: blank).dropFirst(marker.count)
    }.joined(separator: "\n")
  }

  private func table(
    _ header: [[Inline]], _ rows: [[[Inline]]], _ alignments: [Block.Alignment]
  ) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func cells(_ row: [[Inline]]) -> [String] {
      row.map { text($0).replacing("|", with: "\\vert ") }
    }
    let rule = alignments.map { alignment in
      switch alignment {
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return ([row(cells(header)), row(rule)] + rows.map { row(cells($0)) }).joined(separator: "\n")
  }
}

extension String {
  /// Each line after a prefix; empty lines have no blanks.
  func indented(by prefix: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty && prefix.allSatisfy { $0 == " " } ? "" : prefix + $0 }
      .joined(separator: "\n")
  }

  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
