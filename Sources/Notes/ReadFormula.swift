import Formula
import LessonText
import Symbols

/// A formula of notes as it was read: its tree and its relations.
struct ReadFormula: Sendable {
  let formula: NotesFormula
  /// With the text's own commands replaced.
  let latex: String
  let expression: Expression?
  let statements: [Statement]
  private let rows: [Range<Int>]
  /// Why it can't be read.
  let problem: String?
  /// Words around it say that alpha is DDIM's from here on.
  var isDeclaration = false

  init(_ formula: NotesFormula, _ macros: Macros) {
    self.formula = formula
    latex = macros.expanding(formula.latex)
    do throws(FormulaError) {
      let expression = try Expression(latex: latex)
      self.expression = expression
      (statements, rows) = expression.statements
      problem = nil
    } catch {
      expression = nil
      (statements, rows) = ([], [])
      problem = error.description
    }
  }

  /// The line of the text on which a row of the formula begins.
  func line(ofRow row: Int) -> Int {
    let bytes = formula.latex.utf8
    let start = placeOfRow(row)
    return formula.position.line + bytes.prefix(start).count { $0 == UInt8(ascii: "\n") }
  }

  func range(ofRow row: Int) -> Range<Int> { rows.indices.contains(row) ? rows[row] : 0..<0 }

  /// A row as it is written in the text.
  func source(ofRow row: Int) -> String {
    guard latex != formula.latex else { return latex.line(range(ofRow: row)).withoutEnvironment }
    let piece = piece(ofRow: row)
    return piece.text.line(0..<piece.text.utf8.count).withoutEnvironment
  }

  /// A row's source, and where it begins.
  ///
  /// Where commands were replaced the places have moved, but every row has kept its number.
  private func piece(ofRow row: Int) -> (text: String, start: Int) {
    let pieces = formula.latex.split(separator: "\\\\", omittingEmptySubsequences: false)
    guard rows.count > 1, row < pieces.count else { return (formula.latex, 0) }
    let start = pieces[..<row].reduce(0) { $0 + $1.utf8.count + 2 }
    return (String(pieces[row]), start)
  }

  private func placeOfRow(_ row: Int) -> Int {
    guard latex == formula.latex else {
      let piece = piece(ofRow: row)
      return piece.start + piece.text.lengthOfOpening
    }
    let bytes = Array(latex.utf8)
    let range = range(ofRow: row).clamped(to: bytes.indices)
    return range.lowerBound + String(decoding: bytes[range], as: UTF8.self).lengthOfOpening
  }

  var names: Set<String> { expression?.everyName ?? [] }
}

extension ReadFormula {
  /// It says what the variance of a step is to be: `\sigma_t^2 = \beta_t`.
  var isChoiceOfSigma: Bool {
    statements.contains { $0.left.everyName == ["sigma", "t"] }
  }
}
