package import LessonText
package import Symbols

/// A formula, line or claim of a lesson with its verdict: what `verify` prints.
package struct VerifiedItem: Hashable, Sendable {
  package let lesson: String
  package let id: String
  package let kind: Kind
  package let path: String
  package let position: SourcePosition
  package let verdict: Verdict

  package enum Kind: String, Hashable, Sendable {
    case formula
    case derivation
    case claim
  }

  package var line: Int { position.line }
}

extension Catalog.Entry {
  /// Everything in the lesson that can be tried, in the order of the text.
  ///
  /// A formula's id is its step's, with the number of the formula in the step where there are more.
  package var verification: [VerifiedItem] {
    lesson.steps.flatMap { step -> [VerifiedItem] in
      let judgement = judge(step)
      return step.elements.enumerated().flatMap { index, element -> [VerifiedItem] in
        items(element, index, step, judgement)
      }
    }
  }

  private func items(
    _ element: Step.Element, _ index: Int, _ step: Step, _ judgement: StepJudgement
  ) -> [VerifiedItem] {
    let verdicts = judgement.verdicts[index] ?? []
    switch element {
    case .formula(let formula):
      let id = formula.id ?? "\(step.id)#\(index + 1)"
      return verdicts.map { item(id, .formula, formula.position, $0) }
    case .derivation(let derivation):
      return verdicts.enumerated().map { number, verdict in
        let position = derivation.rowPosition(number)
        return item("\(derivation.id).\(number + 1)", .derivation, position, verdict)
      }
    case .claim(let claim):
      guard let judged = judgement.claims[index] else { return [] }
      let says = "\(judged.sentence) \(judged.verdict.says)"
      return [item(claim.id, .claim, claim.position, Verdict(judged.verdict.outcome, says))]
    case .block(let block):
      return judge(block, step.settings).map { verdict, position in
        item("\(step.id)#\(index + 1)", .formula, position, verdict)
      }
    case .figure, .note, .exercise: return []
    }
  }

  private func item(
    _ id: String, _ kind: VerifiedItem.Kind, _ position: SourcePosition, _ verdict: Verdict
  ) -> VerifiedItem {
    VerifiedItem(
      lesson: lesson.id, id: id, kind: kind, path: origin.path, position: position,
      verdict: verdict)
  }
}

extension Derivation {
  /// Where a line of the formula stands: rows are written one a line.
  fileprivate func rowPosition(_ row: Int) -> SourcePosition {
    SourcePosition(line: formulaPosition.line + 1 + row, column: 1)
  }
}
