extension [Inline] {
  /// The words alone: no marks, formulas as their LaTeX between dollars, a break as a space.
  package var plainText: String { map(\.plainText).joined() }

  /// Whether there is nothing to see.
  var isBlank: Bool {
    allSatisfy { inline in
      if case .text(let words) = inline { words.allSatisfy(\.isWhitespace) } else { false }
    }
  }
}

extension Inline {
  package var plainText: String {
    switch self {
    case .text(let words), .code(let words): words
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _): inlines.plainText
    case .formula(let latex, _): "$\(latex)$"
    case .image(let description, _): description
    case .lineBreak: " "
    }
  }
}
