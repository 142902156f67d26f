import Canvas
import Formula
import LessonText
import Typesetting

/// Sets the words and formulas of a paragraph.
struct InlineText {
  let glyphs: GlyphSet

  func flow(_ inlines: [Inline], style: Style = .plain) -> TextFlow {
    var flow = TextFlow()
    add(inlines, to: &flow, style: style, depth: 0)
    return flow
  }

  /// A sentence as it stands in a lesson's keys, with Markdown and formulas in it.
  func flow(markdown: String, style: Style = .plain) -> TextFlow {
    guard let document = try? Document(markdown: markdown, directives: false),
      case .paragraph(let inlines)? = document.blocks.first?.content
    else { return flow([.text(markdown)], style: style) }
    return flow(inlines, style: style)
  }

  /// Text in the glyphs that may be shown.
  func shown(_ text: String) -> String {
    glyphs.isUnicode ? text.visible : text.visible.spelledInASCII
  }

  private func add(_ inlines: [Inline], to flow: inout TextFlow, style: Style, depth: Int) {
    guard depth < 60 else { return }
    for inline in inlines {
      switch inline {
      case .text(let text): flow.add(shown(text), style)
      case .code(let text): flow.addUnbroken(shown(text), style.adding(.bold))
      case .emphasis(let inner):
        add(inner, to: &flow, style: style.adding(.underline), depth: depth + 1)
      case .strong(let inner):
        add(inner, to: &flow, style: style.adding(.bold), depth: depth + 1)
      case .formula(let latex, _): add(formula: latex, to: &flow, style: style)
      case .link(let inner, let target):
        add(inner, to: &flow, style: style.adding(.underline), depth: depth + 1)
        if target.contains("://") { flow.add(" (\(shown(target)))", style.adding(.dim)) }
      case .image(let description, let target):
        flow.add("[picture: \(shown(description.isEmpty ? target : description))]", style)
      case .lineBreak: flow.breakLine()
      }
    }
  }

  /// A formula in a sentence takes one row: as it is set where that is one row, else on a line.
  private func add(formula latex: String, to flow: inout TextFlow, style: Style) {
    guard let expression = try? Expression(latex: latex) else {
      flow.add(shown("$\(latex)$"), style)
      return
    }
    let set = expression.typeset(glyphs: glyphs, columns: 60)
    let text =
      set.screen.size.rows == 1 ? set.screen.lines[0] : expression.line(glyphs: glyphs)
    // A short formula stays together; a long one may be broken at its spaces.
    if text.cellWidth <= 30 {
      flow.addUnbroken(text, style)
    } else {
      flow.add(text, style)
    }
  }
}

extension Style {
  func adding(_ attribute: Attributes) -> Style {
    var style = self
    style.attributes.insert(attribute)
    return style
  }
}
