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
    let isCumulative = isCumulative(formulas)
    var known: [Judged: [FieldVerdict]] = [:]
    var found: [NotesRelation] = []
    for own in sections {
      var context = common
      context.isAlphaCumulative = isCumulative || hasOwnReading(own)
      // Where a section says how sigma is chosen, it is free there.
      context.hasFreeSigma = own.contains { $0.expression?.choosesSigma ?? false }
      for formula in own { found += relations(of: formula, context, &known) }
    }
    return found
  }

  /// The formulas of each section.
  private var sections: [[ReadFormula]] {
    formulas.reduce(into: []) { sections, formula in
      if let last = sections.last?.last, last.formula.section == formula.formula.section {
        sections[sections.count - 1].append(formula)
      } else {
        sections.append([formula])
      }
    }
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

// MARK: - Whose alpha it is

extension NotesReading {
  /// The whole text has DDIM's alpha: it never writes a bar, and more of it is right in that reading.
  private func isCumulative(_ formulas: [ReadFormula]) -> Bool {
    guard !formulas.contains(where: { $0.names.contains("alpha_bar") }) else { return false }
    let tally = tally(formulas)
    return tally.cumulative > tally.single
  }

  /// A section has DDIM's alpha though the text has DDPM's elsewhere: it says two things at least
  /// that are right in that reading alone, and nothing that is right in the other alone.
  private func hasOwnReading(_ section: [ReadFormula]) -> Bool {
    guard !section.contains(where: { $0.names.contains("alpha_bar") }) else { return false }
    let tally = tally(section)
    return tally.cumulative >= 2 && tally.single == 0
  }

  /// So many relations tell whose alpha it is.
  private static let mostTallied = 100

  /// How many relations are right in one reading of alpha alone.
  private func tally(_ formulas: [ReadFormula]) -> (single: Int, cumulative: Int) {
    let own = formulas.filter { $0.names.contains("alpha") }
    var (single, cumulative) = (0, 0)
    var other = common
    other.isAlphaCumulative = true
    let judges = (FieldJudge(common), FieldJudge(other))
    for statement in own.flatMap(\.statements).prefix(Self.mostTallied) {
      switch (judges.0.isRight(statement), judges.1.isRight(statement)) {
      case (true, false): single += 1
      case (false, true): cumulative += 1
      default: break
      }
    }
    return (single, cumulative)
  }
}
