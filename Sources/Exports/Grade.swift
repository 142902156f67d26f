package import Exercises
import LessonText
package import Lessons
package import Notebook

/// An exercise as a grade sheet counts it.
package struct GradeItem: Sendable {
  package let id: String
  package let lesson: String
  package let points: Int
  /// The name under which its attempts are kept.
  let key: String
  let kind: Attempt.Kind
  let mark: @Sendable (_ answer: String) -> Marking
  /// Whether an answer is right with numbers that another student has.
  let isRightForOthers: @Sendable (_ answer: String) -> Bool
  /// What judges a program.
  package let program: Exercise?
}

/// What one reader has reached, judged anew.
package struct Grade: Sendable {
  package let reader: String
  package let student: String?
  package let path: String
  package let results: [Result]

  package struct Result: Sendable {
    package let id: String
    package let points: Int
    package let isRight: Bool
    /// Whether the file says so of an answer that is none.
    package let isTampered: Bool
    /// Whether an answer that counted as right is so with other numbers than this student's: the id
    /// was changed since, or the answer is another's.
    package let hasOtherNumbers: Bool
    package let attempts: Int
    package let hints: Int
    package let hasGivenUp: Bool
    /// Slips of wrong answers, each once.
    package let slips: [String]
    package let says: String

    package var earned: Int { isRight ? points : 0 }
  }

  package var earned: Int { results.reduce(0) { $0 + $1.earned } }
  package var possible: Int { results.reduce(0) { $0 + $1.points } }
  package var tampered: [String] { results.filter(\.isTampered).map(\.id) }
  package var otherNumbers: [String] { results.filter(\.hasOtherNumbers).map(\.id) }
}

extension Catalog {
  /// What is graded: the exercises of the lessons, and the program's own that no lesson has yet.
  ///
  /// Numbers are those of the student. Programs count where there are any to be judged.
  package func gradeItems(student: String?, withPrograms: Bool) -> [GradeItem] {
    let own = entries.flatMap { $0.exercises(student: student) }.map(GradeItem.init)
    let typed = Set(own.filter { $0.kind == .typed }.map(\.id))
    let programs = Set(own.filter { $0.kind == .program }.map(\.key))
    let further = Exercise.all.flatMap { exercise -> [GradeItem] in
      (typed.contains(exercise.id) ? [] : [GradeItem(typed: exercise)].compactMap(\.self))
        + (programs.contains(exercise.id) ? [] : [GradeItem(program: exercise)].compactMap(\.self))
    }
    return (own + further).filter { withPrograms || $0.kind == .typed }
  }
}

extension GradeItem {
  init(_ exercise: LessonExercise) {
    let isProgram = exercise.block.kind == .program
    self.init(
      id: exercise.id, lesson: exercise.lesson, points: exercise.block.points, key: exercise.key,
      kind: isProgram ? .program : .typed, mark: { exercise.mark($0) },
      isRightForOthers: { exercise.isRightWithOtherNumbers($0) },
      program: isProgram ? exercise.task : nil)
  }

  init?(typed exercise: Exercise) {
    guard let formula = exercise.formula else { return nil }
    self.init(
      id: exercise.id, lesson: exercise.lesson, points: 1, key: exercise.id, kind: .typed,
      mark: { formula.mark($0) }, isRightForOthers: { _ in false }, program: nil)
  }

  init?(program exercise: Exercise) {
    guard exercise.program != nil else { return nil }
    self.init(
      id: "\(exercise.id)-program", lesson: exercise.lesson, points: 1, key: exercise.id,
      kind: .program, mark: { _ in Marking(.invalid, says: "") },
      isRightForOthers: { _ in false }, program: exercise)
  }
}

extension Grade {
  /// Judges a reader's answers anew.
  ///
  /// - Parameters:
  ///   - progress: what the reader's file says.
  ///   - reader: the name in the sheet.
  ///   - path: the file's path.
  ///   - items: what is graded.
  ///   - run: the verdict on the reader's program for an exercise; nil where there is none.
  package init(
    _ progress: Progress, reader: String, path: String, items: [GradeItem],
    run: (Exercise) -> Marking?
  ) {
    self.reader = reader
    student = progress.student
    self.path = path
    results = items.map { item in
      let tried = progress.exercises[item.key] ?? Tried()
      if let program = item.program { return Result(item, tried, run(program)) }
      return Result(item, tried)
    }
  }
}

extension Grade.Result {
  /// An answer that was typed.
  fileprivate init(_ item: GradeItem, _ tried: Tried) {
    let attempts = tried.attempts.filter { $0.kind == .typed }
    var (isRight, isTampered, hasOthers, slips) = (false, false, false, [String]())
    // Of many attempts those are judged that may earn points, and the latest of the others.
    let judged = attempts.filter(\.isRight).suffix(20) + attempts.filter { !$0.isRight }.suffix(30)
    for attempt in judged where !(isRight && attempt.isRight) {
      let marking = item.mark(attempt.answer)
      if marking.verdict == .right { isRight = true }
      if attempt.isRight, marking.verdict != .right {
        if item.isRightForOthers(attempt.answer) { hasOthers = true } else { isTampered = true }
      }
      if let slip = marking.misconception, !slips.contains(slip) { slips.append(slip) }
    }
    let wrong = "\(attempts.count) wrong answer\(attempts.count == 1 ? "" : "s")."
    let says = isRight ? "Right." : attempts.isEmpty ? "Not answered." : wrong
    self.init(item, tried, attempts.count, isRight, (isTampered, hasOthers), slips, says)
  }

  /// A program.
  fileprivate init(_ item: GradeItem, _ tried: Tried, _ marking: Marking?) {
    let attempts = tried.attempts.filter { $0.kind == .program }
    self.init(
      item, tried, attempts.count, marking?.verdict == .right, (false, false),
      [marking?.misconception].compactMap(\.self), marking?.says ?? "No program was handed in.")
  }

  private init(
    _ item: GradeItem, _ tried: Tried, _ attempts: Int, _ isRight: Bool,
    _ doubts: (isTampered: Bool, hasOtherNumbers: Bool), _ slips: [String], _ says: String
  ) {
    (id, points, self.isRight) = (item.id, item.points, isRight)
    (isTampered, hasOtherNumbers) = doubts
    (self.attempts, hints, hasGivenUp) = (attempts, tried.hints, tried.hasGivenUp)
    (self.slips, self.says) = (slips, says)
  }
}
