package import Formula
package import LessonText
package import Symbols

/// What was found of somebody's notes.
package struct NotesCheck: Sendable {
  /// One for each relation, in the order of the text.
  package let relations: [NotesRelation]
  /// What could not be read of the text.
  package let problems: [TextError]

  package var failed: Int { relations.filter { $0.verdict.outcome == .fails }.count }

  package enum Language: Sendable {
    case markdown
    case latex
  }

  package init(of text: String, in language: Language) {
    let (formulas, problems) =
      switch language {
      case .markdown: markdownFormulas(text)
      case .latex: (latexFormulas(text), [TextError]())
      }
    let macros = Macros(in: text)
    let read = formulas.map { ReadFormula($0, macros) }
    relations = NotesReading(read).relations
    self.problems = problems
  }
}

/// A relation of somebody's notes with its verdict.
package struct NotesRelation: Sendable {
  /// Where the relation's line begins in the text.
  package let line: Int
  /// That line as it is written.
  package let latex: String
  package var verdict: FieldVerdict
  /// The whole formula, to be shown; nil where it can't be read.
  package let formula: Expression?
  /// The first and last byte of the relation's line in the formula.
  package let range: Range<Int>
  /// The relation alone, where its line has several.
  package var alone: Expression?
}

extension NotesRelation {
  /// What was judged, the relation or its whole line, with the places that it has in the whole formula.
  package var shown: Expression? {
    if let alone { return alone }
    guard let formula, case .rows(let rows, _) = formula.node, rows.count > 1 else {
      return formula
    }
    return rows.map { cells in Expression(.rows([cells], aligned: true)) }
      .first {
        ($0.children.first?.range.lowerBound ?? -1) == range.lowerBound
          || $0.children.contains { $0.range.lowerBound == range.lowerBound && !$0.range.isEmpty }
      }
  }
}
