package import Formula

extension Expression {
  /// The formula as MathML Core, for browsers and screen readers.
  ///
  /// Source: W3C, "MathML Core". The tree keeps the author's brackets, so none has to be added.
  package func mathML(isDisplayed: Bool) -> String {
    let mode = isDisplayed ? " display=\"block\"" : ""
    return "<math\(mode) alttext=\"\(words.escapedXML)\">\(markup)</math>"
  }

  var markup: String {
    switch node {
    case .number(let digits): tag("mn", digits.escapedXML)
    case .symbol(let symbol): symbol.markup
    case .indexed(let base, let index):
      tag(base.isLimitOperator ? "munder" : "msub", base.row + index.row)
    case .sum(let terms): tag("mrow", terms.markup)
    case .product(let factors): HalfOpen(factors)?.markup ?? tag("mrow", factors.markup)
    case .fraction(let upper, let lower): tag("mfrac", upper.row + lower.row)
    case .power(let base, let exponent): base.raised(by: exponent)
    case .root(let radicand, let degree):
      degree.map { tag("mroot", radicand.row + $0.row) } ?? tag("msqrt", radicand.row)
    case .accented(let inner, let accent): over(inner.row, accent.sign(isWide: true), isMark: true)
    case .fenced(let inner, let fence): fence.around(inner.row)
    case .call(let head, let arguments, let fence): head.markup(of: arguments, fence)
    case .list(let items, let separators): tag("mrow", items.markup(separators))
    case .big(let kind, let from, let to, let body): kind.markup(from, to, body)
    case .relation(let sides, let relations): tag("mrow", sides.markup(relations))
    case .rows(let rows, _): rows.table(isAligned: true)
    case .grid(let rows, let grid): rows.markup(grid)
    case .binomial(let upper, let lower):
      Fence.parentheses.around("<mfrac linethickness=\"0\">\(upper.row + lower.row)</mfrac>")
    case .differential(let variable):
      tag("mrow", "<mi mathvariant=\"normal\">d</mi>" + variable.row)
    case .annotated(let inner, let annotation, let label): inner.markup(annotation, label)
    case .dots(let dots): sign(dots.glyph(isUnicode: true))
    case .text(let words): tag("mtext", words.escapedXML)
    case .unknown(let source): tag("mtext", source.escapedXML)
    case .space: "<mspace width=\"1em\"/>"
    case .empty: ""
    }
  }

  /// The part where MathML wants exactly one element.
  var row: String {
    switch node {
    case .empty, .space: tag("mrow", markup)
    default: markup
    }
  }

  private func raised(by exponent: Expression) -> String {
    if case .indexed(let base, let index) = node, !base.isLimitOperator {
      return tag("msubsup", base.row + index.row + exponent.row)
    }
    return tag("msup", row + exponent.row)
  }

  private func markup(of arguments: Expression, _ fence: Fence?) -> String {
    let applied = row + sign("\u{2061}")
    guard let fence else {
      let gap = arguments.node == .empty ? "" : "<mspace width=\"0.17em\"/>"
      return tag("mrow", applied + gap + arguments.markup)
    }
    return tag("mrow", applied + fence.around(arguments.row))
  }

  private func markup(_ annotation: Annotation, _ label: Expression?) -> String {
    let (brace, isBelow): (String?, Bool) =
      switch annotation {
      case .underbrace: ("\u{23DF}", true)
      case .overbrace: ("\u{23DE}", false)
      case .above: (nil, false)
      case .below: (nil, true)
      }
    let element = isBelow ? "munder" : "mover"
    let braced = brace.map { tag(element, row + sign($0)) } ?? row
    return label.map { tag(element, braced + $0.row) } ?? braced
  }
}

extension Symbol {
  fileprivate var markup: String {
    let style =
      alphabet == .bold
      ? " style=\"font-weight:bold\"" : alphabet == .roman ? " mathvariant=\"normal\"" : ""
    let letters = "<mi\(style)>\(letter.escapedXML)</mi>"
    let accented = accent.map { over(letters, $0.sign(isWide: false), isMark: true) } ?? letters
    guard !marks.isEmpty else { return accented }
    let raised = marks.map { sign($0 == "'" ? "\u{2032}" : String($0)) }.joined()
    return tag("msup", accented + tag("mrow", raised))
  }
}

extension Accent {
  fileprivate func sign(isWide: Bool) -> String {
    let glyph =
      switch self {
      case .bar: "\u{AF}"
      case .tilde: "~"
      case .hat: "^"
      case .dot: "\u{2D9}"
      case .vector: "\u{2192}"
      }
    return "<mo stretchy=\"\(isWide)\">\(glyph)</mo>"
  }
}

// MARK: - Elements

func tag(_ name: String, _ content: String) -> String { "<\(name)>\(content)</\(name)>" }

func sign(_ text: String) -> String { tag("mo", text.escapedXML) }

func over(_ base: String, _ mark: String, isMark: Bool) -> String {
  "<mover\(isMark ? " accent=\"true\"" : "")>\(base)\(mark)</mover>"
}

extension Expression.Fence {
  func around(_ content: String) -> String {
    let (left, right) =
      switch self {
      case .parentheses: ("(", ")")
      case .brackets: ("[", "]")
      case .braces: ("{", "}")
      case .bars: ("|", "|")
      case .doubleBars: ("\u{2016}", "\u{2016}")
      case .angles: ("\u{27E8}", "\u{27E9}")
      case .floor: ("\u{230A}", "\u{230B}")
      case .ceiling: ("\u{2308}", "\u{2309}")
      }
    return fenced(left, content, right)
  }
}

func fenced(_ left: String, _ content: String, _ right: String) -> String {
  // Around letters on one line brackets of their height look better than any that were stretched.
  let isTall = ["<mfrac", "<msqrt", "<munder", "<mtable"].contains { content.contains($0) }
  func side(_ bracket: String, _ form: String) -> String {
    bracket.isEmpty
      ? "" : "<mo fence=\"true\" stretchy=\"\(isTall)\" form=\"\(form)\">\(bracket)</mo>"
  }
  return tag("mrow", side(left, "prefix") + content + side(right, "postfix"))
}

extension String {
  /// The text as XML has it, within elements and quoted attributes.
  package var escapedXML: String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
    return text
  }
}
