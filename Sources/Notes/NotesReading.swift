import Formula
import LessonText
import Symbols

/// Reads the formulas of a text together: what one says decides how others are meant.
struct NotesReading {
  private let formulas: [ReadFormula]
  private let common: NotesContext

  /// More different formulas are not judged, so that an answer comes soon.
  private static let most = 1500

  init(_ formulas: [ReadFormula]) {
    self.formulas = formulas
    var common = NotesContext()
    common.isLatent = formulas.contains { $0.expression?.hasLatentData ?? false }
    self.common = common
  }

  /// The relations of all formulas with their verdicts.
  var relations: [NotesRelation] {
    var known: [Judged: [FieldVerdict]] = [:]
    var found: [NotesRelation] = []
    for (own, alpha) in AlphaReadings(formulas, common).parts {
      var context = common
      context.alpha = alpha
      // Where a section says how sigma is chosen, it is free there.
      context.hasFreeSigma = own.contains { $0.expression?.choosesSigma ?? false }
      context.normals = own.flatMap(\.statements).flatMap(\.declaredNormals).withoutContradictions
      for formula in own { found += relations(of: formula, context, &known) }
    }
    return found
  }

  /// What a verdict depends on.
  private struct Judged: Hashable {
    var latex: String
    var context: NotesContext
  }

  private func relations(
    of formula: ReadFormula, _ context: NotesContext, _ known: inout [Judged: [FieldVerdict]]
  ) -> [NotesRelation] {
    guard let expression = formula.expression else { return unread(formula) }
    var context = context
    if context.alpha == .cumulative, formula.mixesAlphas { context.alpha = .step }
    if context.alpha == .root { context.isLatent = true }
    let key = Judged(latex: formula.latex, context: context)
    let verdicts = known[key] ?? verdicts(on: formula, context, isLate: known.count >= Self.most)
    known[key] = verdicts
    return zip(formula.statements, verdicts).map { statement, verdict in
      let isAlone = formula.statements.count { $0.row == statement.row } == 1
      return NotesRelation(
        line: formula.line(ofRow: statement.row), latex: formula.source(ofRow: statement.row),
        verdict: excused(verdict, of: formula), formula: expression,
        range: formula.range(ofRow: statement.row), alone: isAlone ? nil : statement.relation)
    }
  }

  private func verdicts(
    on formula: ReadFormula, _ context: NotesContext, isLate: Bool
  ) -> [FieldVerdict] {
    let judge = FieldJudge(context)
    return formula.statements.map { statement in
      isLate
        ? .unread("\(Self.most) different formulas stand before this one: split the text.")
        : judge.verdict(on: statement, in: formula.latex)
    }
  }

  /// A formula that can't be read is listed where it seems to have a relation.
  private func unread(_ formula: ReadFormula) -> [NotesRelation] {
    guard formula.latex.contains("="), let problem = formula.problem else { return [] }
    let shown = String(formula.formula.latex.prefix(2000))
    return [
      NotesRelation(
        line: formula.formula.position.line, latex: shown.line(0..<shown.utf8.count),
        verdict: .unread(problem), formula: nil, range: 0..<0)
    ]
  }

  /// What is true for one value is right where the sentence around says so.
  private func excused(_ verdict: FieldVerdict, of formula: ReadFormula) -> FieldVerdict {
    guard verdict.outcome == .fails, let condition = verdict.condition,
      verdict.slip == nil || verdict.slip == "eta-dropped"
    else { return verdict }
    let near = formulas.filter { $0.formula.paragraph == formula.formula.paragraph }
    let isSaid = near.flatMap(\.statements).contains { $0.choice == condition }
    let words = near.map(\.formula.words).joined(separator: " ")
    guard isSaid || formula.isChoiceOfSigma && words.speaksOfChoice else { return verdict }
    return verdict.excused("The text says that it is meant so.")
  }
}

extension String {
  /// Something is chosen here, and not derived.
  fileprivate var speaksOfChoice: Bool {
    split { !$0.isLetter }.contains { word in
      ["choos", "chose", "choice", "set", "fix", "pick", "take", "option"].contains {
        word.hasPrefix($0)
      }
    }
  }
}

extension [DeclaredNormal] {
  /// Those whose name is declared in one way.
  fileprivate var withoutContradictions: [DeclaredNormal] {
    Set(self).filter { own in allSatisfy { $0.name != own.name || $0 == own } }
      .sorted { $0.name < $1.name }
  }
}
