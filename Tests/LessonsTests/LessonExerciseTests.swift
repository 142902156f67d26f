import Canvas
import Exercises
import LessonText
import OrderedJSON
import Testing

@testable import Lessons

private func entry(_ exercise: String) throws -> Catalog.Entry {
  let front = "---\nid: noise-schedule\nminutes: 20\nneeds: []\ngoals: [a goal]\n---\n# Title\n\n"
  var catalog = Catalog(entries: [])
  _ = try catalog.add(
    name: "01-noise-schedule.md",
    text: front
      + "<!-- step\nid: try\n-->\n## Try\n\n```exercise\nid: e\nlevel: derive\nasks: What is {1 + 1}?\n"
      + "hints: [\"a nudge of {1 + 1}\"]\nsolution: It is {2 * 3}.\n\(exercise)\n```\n",
    origin: .file(path: "x"))
  return catalog.entries[0]
}

private func exercise(_ text: String) throws -> LessonExercise {
  try #require(try entry(text).exercises().first)
}

private let formula = """
  kind: formula
  answer: sqrt(v) x0 + eps
  domain: {x0: -2..2, eps: -2..2, v: 0.1..4}
  slips:
    - {id: unrooted, answer: v x0 + eps, says: "The root is missing."}
  """

private let order =
  "kind: order\n---\n(a+b)^2 &= a^2 + 2ab + b^2 \\\\\n&= a^2 + b^2 + 2ab \\\\\n&= b^2 + a^2 + 2ab"

@Suite struct `An exercise of a lesson` {
  @Test(
    arguments: [
      (formula, "eps + x0 sqrt(v)", Marking.Verdict.right, nil),
      (formula, "v*x0 + eps", .wrong, "unrooted"), (formula, "sqrt(v", .invalid, nil),
      (formula, "sqrt(w)", .invalid, nil),
      (
        "kind: number\nanswer: beta[3]/2\nwith: {schedule: custom, betas: [0.1, 0.2, 0.5]}", "1/4",
        .right, nil
      ),
      ("kind: number\nanswer: 2/7", "0.286", .right, nil),
      ("kind: number\nanswer: 2/7", "0.29", .wrong, "rounded"),
      ("kind: number\nanswer: 2/7", "3.5", .wrong, "inverted-fraction"),
      ("kind: number\nanswer: 2/7", "", .invalid, nil),
      ("kind: number\nanswer: 2/7", "2/0", .invalid, nil),
      (order, "1 2 3", .invalid, nil), (order, "a a b", .invalid, nil),
      (
        "kind: wrong-line\nwith: {a: 1..2}\n---\n2a &= a + a \\\\\n&= a^2 + 1 \\\\\n&= 1 + a^2",
        "2", .right, nil
      ),
      (
        "kind: wrong-line\nwith: {a: 1..2}\n---\n2a &= a + a \\\\\n&= a^2 + 1 \\\\\n&= 1 + a^2",
        "3", .wrong, "wrong-line"
      ),
    ] as [(String, String, Marking.Verdict, String?)])
  func `is judged, with the slip named`(
    text: String, answer: String, verdict: Marking.Verdict, slip: String?
  ) throws {
    let marking = try exercise(text).mark(answer)
    #expect(marking.verdict == verdict && marking.misconception == slip, "\(marking)")
    #expect(!marking.says.isEmpty)
  }

  @Test func `has its numbers computed`() throws {
    let exercise = try exercise("kind: number\nanswer: 2")
    #expect(exercise.asks == "What is 2?" && exercise.solution == "It is 6.")
    #expect(exercise.hints == ["a nudge of 2"])
  }

  /// The right number is the answer, so a slip is shown where the numbers are others.
  @Test func `of a number shows a slip with other numbers, and never its own answer`() throws {
    let square = try exercise(
      """
      kind: number
      answer: v^2
      vary: {v: [3, 5]}
      slips:
        - {id: doubled, answer: 2 v, says: That is twice it.}
      """)
    let slip = square.mark("6")
    #expect(slip.misconception == "doubled")
    #expect(slip.counterexample?.inputs.first?.value.number == 5)
    #expect(slip.counterexample?.expected.number == 25 && slip.counterexample?.got.number == 10)
    #expect(slip.says.hasSuffix("What is 2? That way gives 10; 25 is right."))
    let unknown = square.mark("7")
    #expect(unknown.misconception == nil && unknown.counterexample?.expected.number == nil)
    #expect(unknown.counterexample?.inputs.first?.value.number == 3)
    #expect(unknown.counterexample?.got.number == 7)
    #expect(unknown.counterexample?.expected.text == "more than 7")
    for marking in [slip, unknown] { #expect(!marking.says.contains("9")) }
    let only = try exercise("kind: number\nanswer: 9").mark("6")
    #expect(only.counterexample?.inputs.isEmpty == true && only.counterexample?.got.number == 6)
  }

  @Test func `of lines and of a prediction shows where it is wrong`() throws {
    let lines = try exercise(order).mark("a b c")
    #expect(lines.counterexample?.inputs.first?.name == "place")
    #expect(lines.counterexample?.expected.text == "the line that it begins with")
    let entry = try #require(try Catalog.builtIn(only: "noise-schedule").entries.first)
    let prediction = try #require(entry.exercises().first { $0.id == "predict-shortened" })
    let marking = prediction.mark("half")
    #expect(marking.counterexample?.got.text == "0.4 < alpha_bar_T < 0.6")
    #expect(marking.counterexample?.expected.text?.hasPrefix("alpha_bar_T = 0.13") == true)
    #expect(marking.says.contains("The figure has alpha_bar_T = 0.13"))
  }

  @Test func `of a wrong line shows the number that another line has on both sides`() throws {
    let lines = try exercise(
      "kind: wrong-line\nwith: {a: 1..2}\n---\n2a &= a + a \\\\\n&= a^2 + 1 \\\\\n&= 1 + a^2")
    let marking = lines.mark("3")
    let shown = try #require(marking.counterexample)
    #expect(shown.inputs.map(\.name) == ["line", "place"] && shown.inputs[0].value.integer == 3)
    let value = try #require(shown.expected.number)
    #expect(shown.got.number == value && (2...5).contains(value))
    #expect(marking.says.contains("Each of its sides is \(value.short(significant: 6)) at a = "))
    // Of the schedules those steps are shown that can be worked out by hand: 1 - 0.1.
    let entry = try #require(try Catalog.builtIn(only: "noise-schedule").entries.first)
    let slip = try #require(entry.exercises().first { $0.id == "noise-share-slip" })
    #expect(slip.mark("2").says.hasSuffix("Each of its sides is 0.28 at t = 2 of T = 3."))
  }

  @Test func `of lines in order is never shown in the right one, and solved by one`() throws {
    let exercise = try exercise(order)
    let letters = exercise.rows.map(\.label)
    #expect(letters == ["a", "b", "c"])
    #expect(exercise.mark(letters.joined()).verdict == .wrong)
    #expect(exercise.mark(String(exercise.solution.prefix(5))).verdict == .right)
  }

  @Test func `is turned until its condition holds, and predicted by the figure's numbers`() throws {
    let turn = try exercise(
      "kind: turn\nfigure: schedule\nset: {T: 50}\nuntil: alpha_bar_T < 0.1 and T = 50\nturned: {beta_end: 0.2}"
    )
    #expect(try entry("kind: number\nanswer: 2").exerciseProblems.isEmpty)
    #expect(turn.problems.isEmpty && turn.mark("beta_end=0.2").verdict == .right)
    #expect(turn.mark("").verdict == .wrong && turn.mark("T=1000").verdict == .wrong)
    #expect(turn.mark("T=0").verdict == .invalid && turn.mark("x").verdict == .invalid)
    let predict = try exercise(
      """
      kind: predict
      figure: schedule
      choices:
        - {id: much, text: b, says: c, when: alpha_bar_T > 0.5}
        - {id: little, text: b, says: c, when: alpha_bar_T < 0.5}
      """)
    #expect(predict.problems.isEmpty && predict.mark("b").verdict == .right)
    #expect(predict.mark("much").misconception == "much" && predict.mark("z").verdict == .invalid)
  }

  @Test func `gives each student numbers of their own, always the same`() throws {
    let text = "kind: number\nanswer: v^2\nvary: {v: [2, 3, 4, 5, 6, 7, 8]}"
    let entry = try entry(text)
    let numbers = (0..<40).map { student in
      entry.exercises(student: "s\(student)").first?.mark("4").verdict == .right
    }
    #expect(numbers.contains(true) && numbers.contains(false))
    #expect(entry.exercises().first?.mark("4").verdict == .right)
    #expect(
      numbers
        == (0..<40).map { entry.exercises(student: "s\($0)").first?.mark("4").verdict == .right })
  }

  @Test(arguments: [
    (
      formula.replacing("v x0 + eps,", with: "eps + x0 sqrt(v),"),
      "The slip `unrooted` equals the answer."
    ),
    (formula.replacing("x0: -2..2, ", with: ""), "Give each variable a `domain`."),
    (formula.replacing("-2..2", with: "much"), "A `domain` has ranges such as"),
    ("kind: formula\ntask: nope", "There is no exercise `nope` in the program."),
    (
      "kind: number\nanswer: 1/4\nslips:\n  - {id: a, answer: 0.25, says: b}",
      "The slip `a` equals the answer"
    ),
    ("kind: order\n---\na &= b \\\\\n&= a \\\\\n&= a", "Two of its lines are equal."),
    (
      "kind: wrong-line\nwith: {a: 1..2}\n---\n2a &= a + a \\\\\n&= a 2 \\\\\n&= 2 a",
      "One line must be wrong, and 0 are."
    ),
    (
      "kind: turn\nfigure: schedule\nuntil: alpha_bar_T < 0.1\nturned: {T: 1000}",
      "The condition holds before anything is turned."
    ),
    (
      "kind: turn\nfigure: schedule\nset: {T: 50}\nuntil: alpha_bar_T < 0.1\nturned: {T: 60}",
      "The condition does not hold with `turned`."
    ),
    ("kind: turn\nfigure: nope\nuntil: a < 1\nturned: {T: 60}", "There is no such figure."),
    (
      "kind: predict\nfigure: schedule\nchoices:\n  - {id: a, text: b, says: c, when: T > 1}\n"
        + "  - {id: b, text: b, says: c, when: T > 2}",
      "Of its choices the condition of one must hold."
    ),
  ])
  func `is refused where its answer and its slips do not fit`(text: String, reason: String) throws {
    let problems = try entry(text).exerciseProblems.map(\.message)
    #expect(problems.contains { $0.contains(reason) }, "\(problems)")
  }
}

@Suite struct `The words of an exercise` {
  @Test(arguments: ["asks", "solution", "hints"])
  func `are refused where an expression in them has no value`(key: String) throws {
    let words = ["asks": "What?", "solution": "So.", "hints": "Think."]
      .merging([key: "It is {nobody[3]}."]) { $1 }
    let text = words.map { key, text in
      key == "hints" ? "hints: [\"\(text)\"]" : "\(key): \"\(text)\""
    }.joined(separator: "\n")
    let lesson =
      "---\nid: noise-schedule\nminutes: 20\nneeds: []\ngoals: [a goal]\n---\n# Title\n\n"
      + "<!-- step\nid: try\n-->\n## Try\n\n```exercise\nid: e\nlevel: derive\nkind: number\n"
      + "answer: 2\n\(text)\n```\n"
    let problems = Catalog.problems(of: [LessonFile(path: "01-noise-schedule.md", text: lesson)])
    #expect(problems.contains { $0.contains("{nobody[3]} has no value") }, "\(problems)")
  }
}

@Suite struct `The lessons' exercises` {
  @Test func `have nothing wrong with them, and no two of one name`() throws {
    let catalog = try Catalog.builtIn()
    for entry in catalog.entries { #expect(entry.exerciseProblems.isEmpty) }
    let ids = catalog.entries.flatMap { $0.exercises().map(\.id) }
    #expect(Set(ids).count == ids.count)
    for exercise in catalog.entries.flatMap({ $0.exercises() }) {
      // A name of a task of the program stands for that task.
      guard let task = Exercise.all.first(where: { $0.id == exercise.id }) else { continue }
      #expect(exercise.task?.id == task.id)
    }
  }

  @Test func `are four or more in every lesson, of several kinds, climbing from what was before`()
    throws
  {
    for entry in try Catalog.builtIn().entries {
      let blocks = entry.exercises().map(\.block)
      #expect(blocks.count >= 5 && Set(blocks.map(\.kind)).count >= 5, "\(entry.lesson.id)")
      #expect(blocks.first?.level == .recall, "\(entry.lesson.id)")
      #expect(
        Set(blocks.map(\.level)).isSuperset(of: [.recall, .byHand, .derive, .implement, .transfer]),
        "\(entry.lesson.id)")
    }
  }

  /// Where several pages of exercises follow one another, none is easier than the one before.
  @Test func `climb, from a recall beside the title to a transfer`() throws {
    let levels = ExerciseBlock.Level.allCases
    for entry in try Catalog.builtIn().entries {
      let first = entry.lesson.steps.prefix(2).compactMap(\.exercise)
      #expect(first.map(\.level) == [.recall], "\(entry.lesson.id)")
      var height = 0
      for step in entry.lesson.steps {
        let exercise = step.exercise
        let level = exercise.flatMap { levels.firstIndex(of: $0.level) } ?? 0
        #expect(exercise == nil || level >= height, "\(exercise?.id ?? "")")
        height = level
      }
    }
  }

  @Test func `ask in every lesson for a figure, a derivation, and a number of one's own`() throws {
    for entry in try Catalog.builtIn().entries {
      let blocks = entry.exercises().map(\.block)
      let kinds = Set(blocks.map(\.kind))
      #expect(!kinds.isDisjoint(with: [.predict, .turn]), "\(entry.lesson.id)")
      #expect(!kinds.isDisjoint(with: [.order, .wrongLine]), "\(entry.lesson.id)")
      let numbers = blocks.filter { $0.kind == .number }
      #expect(numbers.contains { $0.level == .byHand }, "\(entry.lesson.id)")
      #expect(numbers.allSatisfy { !$0.varied.isEmpty }, "\(entry.lesson.id)")
    }
  }

  /// Each number's slips are told by their ids, and its worked answer is right for every student.
  @Test func `name each slip, for every student`() throws {
    for entry in try Catalog.builtIn().entries {
      for student in [nil] + (0..<3).map({ "student \($0)" }) {
        for exercise in entry.exercises(student: student) where exercise.block.kind == .number {
          let task = try exercise.numberTask()
          #expect(task.mark("\(task.expected)").verdict == .right, "\(exercise.id)")
          for slip in task.slips {
            for value in slip.values {
              #expect(
                task.mark("\(value)").misconception == slip.id,
                "\(exercise.id) of \(student ?? "all"): \(slip.id)")
            }
          }
        }
      }
    }
  }
}
