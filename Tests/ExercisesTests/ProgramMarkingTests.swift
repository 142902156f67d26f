import Exercises
import OrderedJSON
import Testing

private let withProgram = Exercise.all.filter { $0.program != nil }

/// A slip's formula in a program, and whether such a program leaves the fresh noise out at the end.
private struct Mistake: CustomStringConvertible {
  let exercise: Exercise
  let slip: Int
  let formula: Int

  var description: String { "\(exercise) \(slip) \(formula)" }

  /// Whether such a program has a value anywhere: one that looks up the step after the last has none.
  func hasValue(in task: ProgramTask) -> Bool {
    task.cases.contains { point in
      let formulas = point.slipped(slip)
      return formula < formulas.count && !formulas[formula].isEmpty
    }
  }

  /// What a program with it answers; where the slip has no value it answers as it should.
  func results(of task: ProgramTask) -> [JSON] {
    task.cases.map { point in
      let formulas = point.slipped(slip)
      let answers = formula < formulas.count ? formulas[formula] : []
      let answer = answers.first { $0 != point.expected } ?? point.expected
      // The steps that have no value are as if the last had stopped there.
      guard case .lists(let lists) = answer, case .lists(let wanted) = point.expected,
        let last = lists.last
      else { return answer.json }
      let rest = Array(repeating: last, count: wanted.count - lists.count)
      return Answer.lists(lists + rest).json
    }
  }
}

private let mistakes = withProgram.flatMap { exercise in
  (exercise.program?.slips ?? []).enumerated().flatMap { number, slip in
    (0..<max(1, slip.formulas.count)).map {
      Mistake(exercise: exercise, slip: number, formula: $0)
    }
  }
}

private func mark(
  _ exercise: String, ending: Transcript.Ending = .status(0), complaint: String = "",
  _ change: (Int, ProgramCase) -> JSON?
) throws -> ProgramMarking {
  let task = try #require(Exercise.all.first { $0.id == exercise }?.program)
  let results = task.cases.enumerated().map { change($0 + 1, $1) }.prefix { $0 != nil }
  return task.mark(
    Transcript(results: results.compactMap(\.self), ending: ending, complaint: complaint))
}

extension Answer {
  /// The answer with each number changed.
  fileprivate func map(_ change: (Double) -> Double) -> JSON {
    switch self {
    case .number(let number): .number(change(number))
    case .list(let numbers): .array(numbers.map { .number(change($0)) })
    case .lists(let lists): .array(lists.map { .array($0.map { .number(change($0)) }) })
    }
  }
}

struct ProgramMarkingTests {
  @Test(arguments: withProgram)
  func `the exact results are right`(exercise: Exercise) throws {
    let task = try #require(exercise.program)
    let marked = task.mark(
      Transcript(results: task.cases.map(\.expected.json), ending: .status(0)))
    #expect(marked.marking.verdict == .right, "\(marked.marking.says)")
    #expect(marked.cases.count == task.cases.count && marked.cases.allSatisfy(\.isRight))
  }

  @Test(arguments: mistakes)
  fileprivate func `a program's slip is recognised by its results`(mistake: Mistake) throws {
    let task = try #require(mistake.exercise.program)
    guard mistake.hasValue(in: task) else { return }
    let slip = task.slips[mistake.slip]
    let marked = task.mark(
      Transcript(results: mistake.results(of: task), ending: .status(0)))
    #expect(marked.marking.verdict == .wrong)
    #expect(marked.marking.misconception == slip.id, "\(mistake): \(marked.marking.says)")
    #expect(marked.marking.counterexample != nil)
  }

  @Test(arguments: withProgram)
  func `results in single precision are told from wrong ones`(exercise: Exercise) throws {
    let marked = try mark(exercise.id) { $1.expected.map { Double(Float($0)) } }
    #expect(marked.marking.verdict == .wrong)
    #expect(marked.marking.misconception == "single-precision")
  }

  /// The contract's bound is 1e-9 of the value and 1e-12.
  @Test(arguments: [(0.9e-9, true), (1.1e-9, false)])
  func `a result is right to nine digits`(share: Double, isRight: Bool) throws {
    let marked = try mark("posterior-variance") { $1.expected.map { $0 * (1 + share) } }
    #expect((marked.marking.verdict == .right) == isRight)
  }

  @Test(
    arguments: [
      ("posterior-variance", JSON.text("0.5"), "wrong-shape", "a text"),
      ("posterior-variance", .array([.number(1)]), "wrong-shape", "a list of 1 number"),
      ("ddim-step", .number(1), "wrong-shape", "is a number"),
      ("ddpm-sample", .array([.number(1)]), "wrong-shape", "lists"),
      ("posterior-variance", .null, "wrong-shape", "null"),
      ("posterior-variance", .number(.nan), "no-value", "not a finite number"),
      ("posterior-variance", .number(0.25), "ignores-input", "whatever the inputs"),
    ] as [(String, JSON, String, String)])
  func `a result that is none says what was asked for`(
    exercise: String, result: JSON, id: String, says: String
  ) throws {
    let marked = try mark(exercise) { _, _ in result }
    #expect(marked.marking.verdict == .wrong)
    #expect(marked.marking.misconception == id)
    #expect(marked.marking.says.contains(says), "\(marked.marking.says)")
  }

  @Test(
    arguments: [
      (.status(3), 31, "All 31 results are right, but that is not all. It ended with status 3"),
      (.status(0), 5, "The first 5 results of 31 are right. It ended after 5 of 31 answers"),
      (.signal(11), 0, "Signal 11 ended it after 0 of 31 answers. It said: Boom"),
      (.silent(seconds: 20), 0, "No answer came within 20 seconds."),
      (.late(seconds: 2.5), 3, "After 2.5 seconds it was ended: 3 of 31 answers had come."),
      (.flood(bytes: 8 << 20), 1, "It wrote more than 8 megabytes and was ended"),
      (
        .outOfOrder(wanted: 2, got: 7), 1, "Case 2 was to be answered next, and it answered case 7."
      ),
      (.surplus(line: "bye"), 31, "It wrote on after the last answer: bye"),
      (.malformed(line: "hi", reason: "a value is missing at byte 1"), 0, "Line 1 of its output"),
    ] as [(Transcript.Ending, Int, String)])
  func `a program's end is told, and no end but a good one is right`(
    ending: Transcript.Ending, answers: Int, says: String
  ) throws {
    let marked = try mark("ddim-step", ending: ending, complaint: "Boom") {
      $0 <= answers ? $1.expected.json : nil
    }
    #expect(marked.marking.verdict == .wrong)
    #expect(marked.marking.says.contains(says), "\(marked.marking.says)")
    #expect(marked.cases.count { $0.got == nil } == 31 - answers)
  }

  @Test func `a program that stops is told at which case`() throws {
    let marked = try mark("snr", ending: .status(1), complaint: "ZeroDivisionError") {
      $0 < 7 ? $1.expected.json : nil
    }
    #expect(
      marked.marking.says.hasSuffix(
        "It said: ZeroDivisionError. Case 7 was next: t = 1, beta = [0.3], alpha_bar = [1.0, 0.7]"),
      "\(marked.marking.says)")
    let shown = try #require(marked.marking.counterexample)
    #expect(shown.inputs.first?.value.integer == 1 && shown.got.line == "null")
    #expect(try #require(shown.expected.number) == 0.7 / 0.3)
  }

  @Test(arguments: [
    ("t is 1", true), ("t_previous is not t - 1", true), ("t_previous is 0", true),
    // Three of four cases have several numbers: nothing can be read off that.
    ("lists have more than one number", false),
  ])
  func `where alone results are wrong is told if a few words can say it`(
    place: String, isTold: Bool
  ) throws {
    let marked = try mark("ddim-step") { _, point in
      let inputs = JSON.object(point.inputs.map { (key: $0.name, value: $0.value) })
      let (t, previous) = (inputs["t"]?.integer ?? 0, inputs["t_previous"]?.integer ?? 0)
      let isWrong =
        switch place {
        case "t is 1": t == 1
        case "t_previous is 0": previous == 0
        case "t_previous is not t - 1": previous != t - 1
        default: (inputs["x_t"]?.items?.count ?? 0) == 3
        }
      // Not the same slip anywhere, or it would have a name.
      return point.expected.map { isWrong ? $0 * $0 + 0.1 * Double(t) + 0.3 : $0 }
    }
    #expect(
      marked.marking.says.contains("It is wrong only where \(place).") == isTold,
      "\(marked.marking.says)")
  }

  @Test func `a sampler's verdict names the first wrong step`() throws {
    let marked = try mark("ddpm-sample") { _, point in
      guard case .lists(var lists) = point.expected, lists.count > 1 else {
        return point.expected.json
      }
      lists[1][0] += 0.5
      return Answer.lists(lists).json
    }
    #expect(
      marked.marking.says.contains("step 2 of 2 is the first wrong one"), "\(marked.marking.says)")
    #expect(marked.marking.says.contains("The steps before it are right."))
  }

  @Test func `a trajectory may begin with the number that it starts from`() throws {
    let marked = try mark("ddim-sample") { _, point in
      let start = point.inputs.first { $0.name == "x_T" }?.value ?? .null
      return .array([start] + (point.expected.json.items ?? []))
    }
    #expect(marked.marking.verdict == .right, "\(marked.marking.says)")
  }

  @Test func `a slip is recognised although the program crashed half way`() throws {
    let task = try #require(Exercise.all.first { $0.id == "ddim-sigma" }?.program)
    let slip = try #require(task.slips.firstIndex { $0.id == "strided-beta" })
    let marked = try mark("ddim-sigma", ending: .status(1), complaint: "IndexError: out of range") {
      $0 < 9 ? $1.slipped(slip).first?.first?.json : nil
    }
    #expect(marked.marking.misconception == "strided-beta")
    #expect(marked.marking.says.contains("It said: IndexError: out of range"))
  }

  @Test func `the edges are among the cases`() throws {
    for exercise in withProgram {
      let cases = try #require(exercise.program).cases
      func has(_ test: (JSON) -> Bool) -> Bool {
        cases.contains { test(.object($0.inputs.map { (key: $0.name, value: $0.value) })) }
      }
      let inputs = cases[0].inputs.map(\.name)
      if inputs.contains("t"), exercise.id != "merged-variance" {
        #expect(has { $0["t"]?.integer == 1 } && has { $0["beta"]?.items?.count == 1 })
      }
      if inputs.contains("t_previous") {
        #expect(has { $0["t_previous"]?.integer == 0 })
        #expect(has { ($0["t"]?.integer ?? 0) - ($0["t_previous"]?.integer ?? 0) > 1 })
      }
      // The bound at t = 2 of betas 0.1, 0.02: sqrt(0.118/0.02) = 2.43.
      if inputs.contains("eta") { #expect(has { ($0["eta"]?.number ?? 0) > 1 }) }
      #expect(cases.count >= 11)
    }
  }
}
