import Canvas
import Formula

/// How a tree becomes boxes: which glyphs, in two dimensions or flat on one line, and how they look.
struct Layout {
  let glyphs: GlyphSet
  /// Whether everything goes on one row, with brackets in place of bars and raised rows.
  var isFlat = false
  /// Whether operators have no spaces around them, as in an index.
  var isTight = false
  /// Whether a symbol is still to be marked as a place; what stands in an index is not.
  var marksPlaces = true
  var highlighting: [Range<Int>] = []
  var style: Style = .plain

  var isUnicode: Bool { glyphs.isUnicode }

  init(glyphs: GlyphSet, highlighting: [Range<Int>] = [], style: Style = .plain) {
    self.glyphs = glyphs
    self.highlighting = highlighting
    self.style = style
  }

  var flat: Layout { with { $0.isFlat = true } }

  /// The layout of the parts of a place, which are no places of their own.
  var unmarked: Layout { with { $0.marksPlaces = false } }

  /// The layout of an index, an exponent or a limit.
  var script: Layout { unmarked.with { $0.isTight = true } }

  private func with(_ change: (inout Layout) -> Void) -> Layout {
    var layout = self
    change(&layout)
    return layout
  }
}

// MARK: - Highlights

extension Layout {
  /// The layout of a part of the source: highlighted where the part lies in a highlighted range.
  func highlighted(_ range: Range<Int>) -> Layout {
    guard isHighlighted(range) else { return self }
    return with {
      $0.style.attributes.formUnion([.bold, .underline])
      $0.highlighting = []
    }
  }

  /// A sign between two parts; highlighted where the highlight goes from the one to the other.
  func sign(_ text: String, from left: Expression? = nil, to right: Expression? = nil) -> Box {
    let start = left?.range.upperBound ?? right?.range.lowerBound ?? 0
    let end = max(start, right?.range.lowerBound ?? start)
    let between = highlighted(start..<end)
    return Box(text, text.allSatisfy { $0 == " " } ? between.style : between.ruleStyle)
  }

  /// The style of bars, brackets and signs, which are never underlined by a highlight.
  var ruleStyle: Style {
    var style = style
    if style.attributes.contains([.bold, .underline]) { style.attributes.remove(.underline) }
    return style
  }

  private func isHighlighted(_ range: Range<Int>) -> Bool {
    highlighting.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}

// MARK: - Every node

extension Layout {
  /// The box of an expression, as wide as it comes.
  func box(_ expression: Expression) -> Box {
    let layout = expression.range.isEmpty ? self : highlighted(expression.range)
    return layout.box(node: expression)
  }

  private func box(node expression: Expression) -> Box {
    switch expression.node {
    case .number(let digits): leaf(digits)
    case .symbol(let symbol): placed(self.symbol(symbol), expression)
    case .indexed(let base, let index): indexed(base, by: index, expression)
    case .sum(let terms): sum(terms)
    case .product(let factors): product(factors)
    case .fraction(let upper, let lower): fraction(upper, over: lower)
    case .power(let base, let exponent): power(base, exponent)
    case .root(let radicand, let degree): root(radicand, degree: degree)
    case .accented(let inner, let accent): accented(box(inner), accent)
    case .fenced(let inner, let fence): fenced(box(inner), fence)
    case .call(let head, let arguments, let fence): call(head, arguments, fence)
    case .list(let items, let separators): list(items, separators)
    case .big(let kind, let from, let to, let body): big(kind, from: from, to: to, body: body)
    case .relation(let sides, let relations): relation(sides, relations)
    case .rows(let rows, let aligned): self.rows(rows, aligned: aligned)
    case .binomial(let upper, let lower): binomial(upper, over: lower)
    case .differential(let variable): .row([leaf("d"), box(variable, binding: .atom)])
    case .annotated(let inner, let annotation, let label):
      annotated(inner, annotation, label: label)
    case .grid(let rows, let grid): self.grid(rows, grid)
    case .dots(let dots): leaf(dots.glyph(isUnicode: isUnicode))
    case .text(let words): leaf(words)
    case .space: Box(" ", style)
    case .empty: .empty
    case .unknown(let source): leaf(source.oneLine)
    }
  }

  /// Text as the source has it, with a mark for what must not reach a terminal.
  func leaf(_ text: String) -> Box { Box(text.visible, style) }

  func placed(_ box: Box, _ expression: Expression) -> Box {
    marksPlaces && !expression.range.isEmpty ? box.placed(at: expression.range) : box
  }
}

extension String {
  /// The text with each run of white space as one space.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
