package import LessonText

/// A formula of somebody's notes, with where it stands and what stands around it.
package struct NotesFormula: Hashable, Sendable {
  package let latex: String
  /// Where its LaTeX begins.
  package let position: SourcePosition
  /// The number of its section; a heading begins one.
  package let section: Int
  /// The number of its paragraph; formulas that stand alone belong to the paragraph before.
  package let paragraph: Int
  /// The words before it in its paragraph, in small letters.
  package let words: String

  package init(
    latex: String, position: SourcePosition, section: Int, paragraph: Int, words: String
  ) {
    self.latex = latex
    self.position = position
    self.section = section
    self.paragraph = paragraph
    self.words = words
  }
}
