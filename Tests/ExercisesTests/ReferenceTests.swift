import Exercises
import Testing

private let withFormula = Exercise.all.filter { $0.formula != nil }

struct ReferenceTests {
  @Test(arguments: withFormula)
  func `the reference of an exercise and ten ways to write it are right`(
    exercise: Exercise
  ) throws {
    let task = try #require(exercise.formula)
    let answers = try #require(equivalents[exercise.id])
    #expect(answers.count == 10)
    for answer in [task.reference] + answers {
      let marking = task.mark(answer)
      #expect(marking.verdict == .right, "\(answer): \(marking.says)")
      #expect(marking.misconception == nil && marking.counterexample == nil)
    }
  }

  @Test func `an answer gets the same verdict on every run`() throws {
    for exercise in withFormula {
      let task = try #require(exercise.formula)
      for answer in [task.reference, task.slips[0].formulas[0], "foo", "1/0"] {
        let (one, other) = (task.mark(answer), task.mark(answer))
        #expect(one.says == other.says && one.verdict == other.verdict)
      }
    }
  }

  @Test func `the contract's exercises are there, each as it may be answered`() {
    let formulas = Exercise.all.filter { $0.formula != nil }.map(\.id)
    let programs = Exercise.all.filter { $0.program != nil }.map(\.id)
    let both = [
      "alpha-bar", "snr", "merged-variance", "forward-jump", "posterior-variance",
      "posterior-mean-x0", "posterior-mean-noise", "predicted-x0", "score-from-noise",
      "v-prediction", "ddpm-step", "ddim-sigma", "ddim-step", "eta-bound",
      "classifier-guided-noise", "guided-noise", "cfg-convert",
    ]
    #expect(formulas == both)
    #expect(Set(programs) == Set(both + ["training-example", "ddpm-sample", "ddim-sample"]))
  }
}
