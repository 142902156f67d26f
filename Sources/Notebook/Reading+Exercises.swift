import Canvas
import Exercises
import Figures
import LessonText
import Lessons

extension Reading {
  /// The exercise of this page.
  var exercise: LessonExercise? { entry.exercise(of: step, student: progress.student) }

  /// How far the reader is with it.
  var exerciseState: ExerciseState {
    guard let exercise else { return ExerciseState() }
    return exercises[exercise.id]
      ?? ExerciseState(progress.exercises[exercise.key], of: exercise)
  }

  /// The exercise as the page shows it.
  var exerciseText: ExerciseText? {
    exercise.map { exercise in
      let advice =
        switch exercise.block.kind {
        case .program: exercise.commands
        case .turn: "Tab and < > turn the figure; a judges it. i: a hint, x: the worked answer."
        default: "a: answer. i: a hint, I: one less. x: the worked answer."
        }
      return ExerciseText(exercise, exerciseState, advice: advice)
    }
  }

  /// Figures that would give a prediction away.
  var hiddenFigures: Set<String> {
    guard let block = step.exercise, block.kind == .predict, !exerciseState.isAnswered,
      let figure = block.figure
    else { return [] }
    return [figure.id]
  }

  mutating func answer() -> [Effect] {
    guard let exercise else {
      notice = "There is no exercise on this page."
      return []
    }
    switch exercise.block.kind {
    case .program: notice = exercise.commands.filter { $0 != "`" }
    case .turn: return judgeTurned(exercise)
    default: mode = .answering(TextLine(lastAnswer(to: exercise)))
    }
    return []
  }

  private func lastAnswer(to exercise: LessonExercise) -> String {
    progress.exercises[exercise.key]?.attempts.last { $0.kind == .typed }?.answer ?? ""
  }

  mutating func pressWhileAnswering(_ key: Key, _ line: inout TextLine) -> [Effect] {
    switch line.press(key) {
    case .editing: mode = .answering(line)
    case .cancelled: mode = .page
    case .accepted: return take(line)
    }
    return []
  }

  /// Takes an answer; what is none stays in the line, with a sentence, and costs nothing.
  private mutating func take(_ line: TextLine) -> [Effect] {
    mode = .answering(line)
    guard let exercise, !line.text.allSatisfy(\.isWhitespace) else {
      notice = "Type an answer; Esc leaves it."
      return []
    }
    var outcome: Outcome?
    if exercise.block.kind == .predict {
      if let figure = exercise.block.figure, figures[key(of: figure)]?.isTurned ?? false {
        notice = "The figure was turned: Esc, then 0 puts it back."
        return []
      }
      guard let computed = outcomeOfExercise(exercise) else { return waiting() }
      outcome = computed
    }
    let marking = exercise.mark(line.text, outcome: outcome)
    guard marking.verdict != .invalid else {
      notice = marking.says
      return []
    }
    mode = .page
    return take(marking, line.text, exercise)
  }

  private mutating func waiting() -> [Effect] {
    notice = "The figure is still being computed; press Enter again in a moment."
    return []
  }

  /// The figure that the exercise is about, where it is computed with the parameters that are shown.
  private func outcomeOfExercise(_ exercise: LessonExercise) -> Outcome? {
    guard let reference = exercise.block.figure, let state = figures[key(of: reference)],
      state.pending == nil, state.problem == nil
    else { return nil }
    return state.outcome
  }

  private mutating func judgeTurned(_ exercise: LessonExercise) -> [Effect] {
    guard let outcome = outcomeOfExercise(exercise), let reference = exercise.block.figure,
      let state = figures[key(of: reference)]
    else { return waiting() }
    let changed = zip(state.settings.entries, state.given.entries).filter { $0.value != $1.value }
    let answer = changed.map { "\($0.0.name)=\($0.0.value.typed)" }.joined(separator: " ")
    return take(exercise.mark(answer, outcome: outcome), answer, exercise)
  }

  private mutating func take(
    _ marking: Marking, _ answer: String, _ exercise: LessonExercise
  ) -> [Effect] {
    guard marking.verdict != .invalid else {
      notice = marking.says
      return []
    }
    var state = exerciseState
    state.take(marking)
    exercises[exercise.id] = state
    let attempt = Attempt(.typed, answer: answer, marking)
    progress.add(attempt, at: exercise.key)
    revealExercise()
    return [.record(attempt, exercise: exercise.key)]
  }

  mutating func hint(by offset: Int) -> [Effect] {
    guard let exercise else {
      notice = "There is no exercise on this page."
      return []
    }
    let count = exercise.block.hints.count
    var state = exerciseState
    guard state.walk(by: offset, of: count) else {
      notice = offset < 0 ? "No hint is shown." : "That was the last hint. x: the worked answer."
      return []
    }
    exercises[exercise.id] = state
    progress.see(hints: state.hints, of: exercise.key)
    revealExercise()
    return [.save(progress)]
  }

  /// Shows the worked answer: after a second key, unless it is solved.
  mutating func giveUp(isSure: Bool) -> [Effect] {
    guard let exercise, !exercise.solution.isEmpty else {
      notice = "There is no worked answer on this page."
      return []
    }
    var state = exerciseState
    guard isSure || state.isSolved || state.showsSolution else {
      isAskingToGiveUp = true
      notice = "x once more shows the worked answer; the exercise then counts as given up."
      return []
    }
    if !state.isSolved { progress.giveUp(exercise.key) }
    state.showsSolution = true
    exercises[exercise.id] = state
    revealExercise()
    return [.save(progress)]
  }

  /// Scrolls until what was said last is in sight.
  private mutating func revealExercise() {
    guard let end = pageLayout.exerciseEnd else { return }
    if end > scroll + bodySize.rows { scroll = min(end - bodySize.rows, scrollLimit) }
  }
}
