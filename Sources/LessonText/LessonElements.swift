/// A formula that stands alone, without its `\label`, which is its id.
package struct DisplayedFormula: Hashable, Sendable {
  package var latex: String
  package var id: String?
  package var position: SourcePosition

  /// Takes `\label{id}` out of the LaTeX and leaves blanks, so that columns stay true.
  package init(latex: String, at position: SourcePosition) {
    (self.latex, id) = withoutLabel(latex)
    self.position = position
  }
}

/// A figure of the lesson with parameters of its own.
package struct FigureReference: Hashable, Sendable {
  package var id: String
  /// The name of the figure in the lesson's code.
  package var figure: PlacedText
  package var settings: [Setting]
  package var caption: String?
  package var position: SourcePosition
}

/// A formula of several rows, and what each `=` in it claims.
package struct Derivation: Hashable, Sendable {
  package var id: String
  package var latex: String
  /// Where the LaTeX stands.
  package var formulaPosition: SourcePosition
  /// One for each row of the LaTeX.
  package var lines: [Line]
  package var settings: [Setting]
  package var position: SourcePosition

  package struct Line: Hashable, Sendable {
    package var equality: Equality
    /// What changed from the row before.
    package var says: String
    package var position: SourcePosition
  }

  /// In what sense a row equals the one before.
  package enum Equality: String, Hashable, Sendable, CaseIterable {
    /// As numbers or functions: algebra alone.
    case exactly
    /// As random variables, for each draw of the noise.
    case drawByDraw = "draw-by-draw"
    /// As laws: the noise has become another of equal distribution.
    case inDistribution = "in-distribution"
  }
}

/// A sentence with computed numbers in it, and the relation that must hold.
package struct Claim: Hashable, Sendable {
  package var id: String
  package var says: [Part]
  /// A relation in typed plain maths.
  package var check: PlacedText
  package var settings: [Setting]
  package var position: SourcePosition

  package enum Part: Hashable, Sendable {
    case words(String)
    /// Typed plain maths, whose value is shown here.
    case expression(PlacedText)
  }
}

/// Words for the instructor.
package struct Note: Hashable, Sendable {
  package var id: String?
  /// Markdown.
  package var text: String
  package var position: SourcePosition
}

private func withoutLabel(_ latex: String) -> (latex: String, id: String?) {
  let bytes = Array(latex.utf8)
  let opening = Array("\\label{".utf8)
  guard let start = bytes.firstRange(of: opening),
    let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: "}"))
  else { return (latex, nil) }
  var rest = bytes
  for offset in start.lowerBound...end where !bytes[offset].isBlank { rest[offset] = .space }
  let id = String(decoding: bytes[start.upperBound..<end], as: UTF8.self)
  return (String(decoding: rest, as: UTF8.self), id)
}
