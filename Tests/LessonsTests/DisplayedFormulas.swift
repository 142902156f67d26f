import LessonText
import Symbols
import Testing

@testable import Lessons

extension Catalog.Entry {
  /// The formulas that stand alone and those of derivations, with their places.
  var displayed: [(step: Step, element: Int, latex: String)] {
    lesson.steps.flatMap { step in
      step.elements.enumerated().compactMap { index, element in
        switch element {
        case .formula(let formula): (step, index, formula.latex)
        case .derivation(let derivation): (step, index, derivation.latex)
        default: nil
        }
      }
    }
  }

  /// The outcomes where the formula is another.
  func outcomes(_ step: Step, _ index: Int, latex: String) -> [Verdict.Outcome] {
    var step = step
    switch step.elements[index] {
    case .formula(let formula):
      step.elements = [.formula(DisplayedFormula(latex: latex, at: formula.position))]
    case .derivation(var derivation):
      derivation.latex = latex
      step.elements = [.derivation(derivation)]
    default: break
    }
    return (judge(step).verdicts[0] ?? []).map(\.outcome)
  }

  /// Every formula with every slip in it: each must fail or be unknown, but for those that are
  /// known to be true with the slip, and those must not.
  func expectNoSlips(
    but honest: [(formula: String, slips: Set<String>, why: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (step, index, latex) in displayed {
      for mutation in Mutation.all(of: latex) {
        let outcomes = outcomes(step, index, latex: mutation.result)
        let slip = "\(mutation.original) \(mutation.number) -> \(mutation.replacement)"
        let known = honest.contains { $0.slips.contains(slip) && latex.contains($0.formula) }
        #expect(
          outcomes.contains { $0 == .fails || $0 == .unknown } != known, "\(mutation)",
          sourceLocation: sourceLocation)
      }
    }
  }
}
