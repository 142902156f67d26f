import LessonText
import Symbols

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
}
