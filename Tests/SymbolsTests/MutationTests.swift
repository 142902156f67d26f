import Formula
import Testing

@testable import Symbols

/// Breaks right formulas one slip at a time, in the ways that people do.
@Suite struct `A formula with one slip` {
  private struct Tally: CustomStringConvertible {
    var caught = 0
    var unknown: [String] = []
    var right: Set<String> = []

    var count: Int { caught + unknown.count + right.count }
    var description: String {
      "\(count) slips: \(caught) caught, \(unknown.count) unknown, \(right.count) called right"
    }
  }

  private static let tally = RightFormulas.all.reduce(into: Tally()) { tally, latex in
    for slip in SlipOfFormula.all(of: latex) {
      let outcomes = outcomes(slip.result)
      if outcomes.contains(.fails) {
        tally.caught += 1
      } else if outcomes.isEmpty || outcomes.contains(.unknown) {
        tally.unknown.append(slip.result)
      } else {
        tally.right.insert(slip.result)
      }
    }
  }

  private static func outcomes(_ latex: String) -> [Verdict.Outcome] {
    guard let formula = try? Expression(latex: latex) else { return [] }
    return formula.statements.all.map { FieldJudge().ruling(on: $0).outcome }
  }

  @Test(arguments: RightFormulas.all) func `was right before`(_ latex: String) {
    #expect(Self.outcomes(latex).allSatisfy { $0 == .holds || $0 == .holdsInDistribution })
  }

  @Test func `is called right only where the slip has changed nothing`() {
    let wrong = Self.tally.right.subtracting(EquivalentSlips.all.keys)
    #expect(wrong.isEmpty, "\(Self.tally)")
    // Who proves that nothing has changed has to prove it of something.
    #expect(Set(EquivalentSlips.all.keys).subtracting(Self.tally.right).isEmpty)
  }

  @Test(arguments: EquivalentSlips.all.filter { $0.value == .leftOut }.keys.sorted())
  func `is told of where an argument is left out`(_ latex: String) throws {
    let verdicts = try Expression(latex: latex).statements.all.map {
      FieldJudge().verdict(on: $0, in: latex)
    }
    #expect(verdicts.contains { $0.says.contains("mu-tilde depends on x_0 too") })
  }

  /// Of the slips that change something.
  @Test func `is caught in 95 of 100 cases at least, and else mostly left open`() {
    let tally = Self.tally
    let real = tally.count - EquivalentSlips.all.count
    #expect(real > 1000)
    #expect(Double(tally.caught) >= 0.95 * Double(real), "\(tally)")
    #expect(Double(tally.unknown.count) <= 0.03 * Double(real), "\(tally.unknown)")
  }
}
