import LessonText
import Symbols
import Testing

@testable import Lessons

/// A formula of a lesson with what it is judged under.
private struct Tried: Sendable, CustomTestStringConvertible {
  let entry: Catalog.Entry
  let step: Step
  let element: Int
  let latex: String

  var testDescription: String { "\(step.id): \(latex)" }

  /// The outcomes of its relations where the LaTeX is another.
  func outcomes(of latex: String) -> [Verdict.Outcome] {
    var step = step
    switch step.elements[element] {
    case .formula(let formula):
      step.elements[element] = .formula(DisplayedFormula(latex: latex, at: formula.position))
    case .derivation(var derivation):
      derivation.latex = latex
      step.elements[element] = .derivation(derivation)
    case .block(let block):
      let line = Block(.paragraph([.formula(latex: latex, block.position)]), at: block.position)
      return entry.judge(line, step.settings).map(\.verdict.outcome)
    default: break
    }
    return (entry.judge(step).verdicts[element] ?? []).map(\.outcome)
  }

  static let all: [Tried] = {
    guard let entry = try? Catalog.builtIn().entry(named: "noise-schedule") else { return [] }
    return entry.lesson.steps.flatMap { step in
      step.elements.enumerated().flatMap { index, element -> [Tried] in
        let latex: [String] =
          switch element {
          case .formula(let formula): [formula.latex]
          case .derivation(let derivation): [derivation.latex]
          case .block(let block): block.inlineFormulas.map(\.latex)
          default: []
          }
        return latex.map { Tried(entry: entry, step: step, element: index, latex: $0) }
          .filter { !$0.outcomes(of: $0.latex).isEmpty }
      }
    }
  }()
}

/// Slips that leave a true formula, or one that has no value, with the outcome that is then right.
private let honest: [(formula: String, slip: String, why: String, outcome: Verdict.Outcome)] = [
  ("x_t =", "+ 1 -> -", "the noise is symmetric", .holdsInDistribution),
  ("x_t =", "_t 4 -> _{t-1}", "it is another fresh noise", .holdsInDistribution),
  (#"\beta_3 = 0.5"#, #"\beta 1 -> \alpha"#, "one half is its own rest", .holds),
  (#"\bar\alpha_1 = 0.9"#, #"\bar\alpha 1 -> \alpha"#, "one step has one factor", .holds),
  (
    #"\bar\alpha_0 = 1"#, #"\bar\alpha 1 -> \alpha"#, "there is no alpha before the first", .unknown
  ),
  (#"\beta_3 = 0.5"#, "3 1 -> 4", "there are three betas", .unknown),
  (#"\bar\alpha_3"#, "3 1 -> 4", "there are three betas", .unknown),
  (#"\log\bar\alpha_T"#, "t=1 2 -> t=2", "the first beta is small", .holds),
  (#"\log\bar\alpha_T"#, "1 3 -> 2", "the first beta is small", .holds),
  (#"\log\bar\alpha_T"#, "^{T} 2 -> ^{T-1}", "a fiftieth is close enough", .holds),
  (#"\log\bar\alpha_T"#, "_t 1 -> _{t-1}", "there is no beta before the first", .unknown),
  (#"\log\bar\alpha_T"#, "_t 2 -> _{t-1}", "there is no beta before the first", .unknown),
  (#"\log\bar\alpha_T"#, #"\sum 1 -> \prod"#, "the product is too near to 0", .unknown),
  (#"\log\bar\alpha_T"#, #"\sum 2 -> \prod"#, "the product is too near to 0", .unknown),
  (#"\sum_{t=1}^{T}\beta_t"#, "_t 1 -> _{t-1}", "there is no beta before the first", .unknown),
  (#"\sum_{t=1}^{T}\beta_t"#, #"\sum 1 -> \prod"#, "the product is too near to 0", .unknown),
  ("", "= 2 -> <", "a product's index needs its start", .unknown),
  ("", "= 3 -> <", "a sum's index needs its start", .unknown),
  ("", "= 4 -> <", "a product's index needs its start", .unknown),
  (#"\sum_{t=1}^{T}\beta_t"#, "= 1 -> <", "a sum's index needs its start", .unknown),
]

@Suite struct `Lesson 01` {
  @Test func `holds, every formula, line and claim of it`() throws {
    let entry = try Catalog.builtIn().entry(named: "noise-schedule")
    let items = entry.verification
    for item in items { #expect(item.verdict.outcome == .holds, "\(item)") }
    #expect(items.filter { $0.kind == .claim }.count >= 7)
    #expect(items.filter { $0.kind == .derivation }.count >= 10)
    #expect(items.map(\.line) == items.map(\.line).sorted())
  }

  @Test(arguments: Tried.all)
  private func `has no formula that bears a slip`(formula: Tried) {
    let mutations = Mutation.all(of: formula.latex)
    #expect(mutations.count >= 3)
    for mutation in mutations {
      let outcomes = formula.outcomes(of: mutation.result)
      let slip = "\(mutation.original) \(mutation.number) -> \(mutation.replacement)"
      let known = honest.first { $0.slip == slip && formula.latex.contains($0.formula) }
      if let known, !outcomes.contains(.fails) {
        #expect(outcomes.contains(known.outcome), "\(slip): \(known.why)")
      } else {
        #expect(outcomes.contains(.fails), "\(slip)")
      }
    }
  }

  @Test func `has no honest slip that is none`() {
    for known in honest {
      let isNeeded = Tried.all.contains { formula in
        Mutation.all(of: formula.latex).contains { mutation in
          let slip = "\(mutation.original) \(mutation.number) -> \(mutation.replacement)"
          return slip == known.slip && formula.latex.contains(known.formula)
            && !formula.outcomes(of: mutation.result).contains(.fails)
        }
      }
      #expect(isNeeded, "\(known.formula) \(known.slip)")
    }
  }
}
