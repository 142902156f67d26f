import Canvas
import Formula
import LessonText
import Typesetting

/// Writes blocks of a text as HTML, formulas as MathML.
struct HTMLText {
  func text(_ blocks: [Block]) -> String { blocks.map { text($0) }.joined(separator: "\n") }

  func text(_ block: Block) -> String {
    switch block.content {
    case .heading(let level, let words): tag("h\(min(6, level + 1))", text(words))
    case .paragraph(let words): tag("p", text(words))
    case .list(let items, let start): list(items, start)
    case .quote(let blocks): tag("blockquote", text(blocks))
    case .code(let code, _): "<pre class=\"code\"><code>\(code.shown)</code></pre>"
    case .table(let header, let rows, let alignments): table(header, rows, alignments)
    case .rule: "<hr>"
    case .formula(let latex): displayed(latex)
    case .keys, .step: ""
    }
  }

  func text(_ inlines: [Inline]) -> String { inlines.map { text($0) }.joined() }

  /// A sentence as it stands in a lesson's keys, with Markdown and formulas in it.
  func sentence(_ markdown: String) -> String {
    guard let document = try? Document(markdown: markdown, directives: false),
      case .paragraph(let inlines)? = document.blocks.first?.content
    else { return markdown.shown }
    return text(inlines)
  }

  /// A formula that stands alone; as its source where it can't be read.
  func displayed(_ latex: String) -> String {
    guard let expression = try? Expression(latex: latex) else {
      return "<pre class=\"code\"><code>\(latex.shown)</code></pre>"
    }
    return "<div class=\"formula\">\(expression.mathML(isDisplayed: true))</div>"
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let words): words.shown
    case .emphasis(let inner): tag("em", text(inner))
    case .strong(let inner): tag("strong", text(inner))
    case .code(let code): tag("code", code.shown)
    case .formula(let latex, _):
      (try? Expression(latex: latex))?.mathML(isDisplayed: false) ?? tag("code", latex.shown)
    case .link(let inner, let target): link(text(inner), target)
    case .image(let description, _): tag("em", "[picture: \(description.shown)]")
    case .lineBreak: "<br>"
    }
  }

  /// A link that leads to the web, or its words alone: another file is not there for the reader.
  private func link(_ words: String, _ target: String) -> String {
    guard target.hasPrefix("https://") || target.hasPrefix("http://") else { return words }
    return "<a href=\"\(target.shown)\">\(words)</a>"
  }

  private func list(_ items: [[Block]], _ start: Int?) -> String {
    let content = items.map { tag("li", text($0)) }.joined(separator: "\n")
    guard let start else { return tag("ul", content) }
    return "<ol start=\"\(start)\">\(content)</ol>"
  }

  private func table(
    _ header: [[Inline]], _ rows: [[[Inline]]], _ alignments: [Block.Alignment]
  ) -> String {
    func row(_ cells: [[Inline]], _ name: String) -> String {
      let columns = cells.enumerated().map { column, cell in
        let side = alignments.indices.contains(column) ? alignments[column].word : "left"
        return "<\(name) style=\"text-align:\(side)\">\(text(cell))</\(name)>"
      }
      return tag("tr", columns.joined())
    }
    return "<table><thead>\(row(header, "th"))</thead>\n<tbody>"
      + rows.map { row($0, "td") }.joined(separator: "\n") + "</tbody></table>"
  }
}

extension Block.Alignment {
  fileprivate var word: String {
    switch self {
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

func tag(_ name: String, _ content: String) -> String { "<\(name)>\(content)</\(name)>" }

extension String {
  /// The text as HTML shows it, with a mark for what must not reach a page.
  var shown: String { visible.escapedXML }
}
