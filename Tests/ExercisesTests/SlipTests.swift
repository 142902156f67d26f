import Exercises
import OrderedJSON
import Testing

private let slipsOfFormulas = Exercise.all.flatMap { exercise in
  (exercise.formula?.slips ?? []).flatMap { slip in
    slip.formulas.map { (exercise: exercise, slip: slip, formula: $0) }
  }
}

struct SlipTests {
  @Test(arguments: slipsOfFormulas)
  func `every slip is wrong, is recognised, and is shown at a small case`(
    exercise: Exercise, slip: Slip, formula: String
  ) throws {
    let marking = try #require(exercise.formula).mark(formula)
    #expect(marking.verdict == .wrong)
    #expect(marking.misconception == slip.id, "\(exercise.id): \(formula)")
    #expect(marking.says.hasPrefix(slip.says))
    let shown = try #require(marking.counterexample)
    #expect(shown.expected.number != shown.got.number)
    // The running example has three steps; a case of it is small enough to be done by hand.
    #expect((shown.inputs.first { $0.name == "beta" }?.value.items?.count ?? 1) <= 3)
  }

  /// At t = 1 the right value is 0, and this way to write it leaves 1e-17 there.
  @Test func `a slip is recognised where rounding leaves something of a zero`() throws {
    let task = try #require(Exercise.all.first { $0.id == "posterior-variance" }?.formula)
    for (factor, slip) in [("1.5", "constant-factor"), ("-1", "opposite-sign")] {
      let answer = "\(factor)*(1 - (abar[t] + 0.7 - 0.7)/alpha[t])/(1 - abar[t])*beta[t]"
      #expect(task.mark(answer).misconception == slip)
    }
  }

  @Test func `slips have names, sentences, and formulas of their own`() {
    for exercise in Exercise.all {
      let slips = exercise.formula?.slips ?? []
      let formulas = slips.flatMap(\.formulas)
      #expect(Set(formulas).count == formulas.count, "\(exercise.id)")
      for slip in slips {
        #expect(slip.says.hasSuffix(".") && slip.says.count < 200, "\(slip.says)")
        #expect(slip.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      }
    }
  }
}
