import Canvas
import Exercises
import LessonText
import Lessons
import Notebook

/// Answering line by line.
extension PlainSession {
  /// How to answer the page's exercise here.
  var adviceForExercises: String? {
    switch exercise?.block.kind {
    case nil, .program: nil
    case .turn: "set NAME=VALUE turns the figure, a judges it. \(Self.advice)"
    default: "a ANSWER answers. \(Self.advice)"
    }
  }

  private static let advice =
    "hint gives a hint, less takes one back, worked shows the worked answer."

  private var exercise: LessonExercise? {
    guard let place else { return nil }
    let entry = catalog.entries[place.lesson]
    let page = entry.lesson.pages[place.page]
    return entry.exercise(of: entry.lesson.steps[page.step], student: progress.student)
  }

  var exerciseState: ExerciseState {
    guard let exercise else { return ExerciseState() }
    return exercises[exercise.id]
      ?? ExerciseState(progress.exercises[exercise.key], of: exercise)
  }

  /// Judges an answer; of a figure that is turned, an empty one is what was set.
  mutating func answer(_ text: String) {
    guard let exercise else { return print("There is no exercise on this page.") }
    let answer = text.isEmpty ? settings(of: exercise) : text
    let marking = exercise.mark(answer)
    guard marking.verdict != .invalid else {
      return print(marking.report.visible)
    }
    var state = exerciseState
    state.take(marking)
    exercises[exercise.id] = state
    let attempt = Attempt(.typed, answer: answer, marking)
    progress.add(attempt, at: exercise.key)
    if let problem = store.record(attempt, at: exercise.key) { print(problem) }
    print(state.said?.text.visible ?? "")
  }

  private func settings(of exercise: LessonExercise) -> String {
    guard let figure = exercise.block.figure else { return "" }
    return (turned["\(exercise.lesson)/\(figure.id)"]?.settings ?? [])
      .map { "\($0.name)=\($0.text)" }.joined(separator: " ")
  }

  mutating func hint(by offset: Int) {
    guard let exercise else { return print("There is no exercise on this page.") }
    let hints = exercise.hints
    var state = exerciseState
    guard state.walk(by: offset, of: hints.count) else {
      return print(offset < 0 ? "No hint is shown." : "That was the last hint; worked shows more.")
    }
    exercises[exercise.id] = state
    progress.see(hints: state.hints, of: exercise.key)
    if let problem = store.save(progress) { print(problem) }
    guard state.hints > 0 else { return print("No hint is shown any more.") }
    print("Hint \(state.hints) of \(hints.count): \(hints[state.hints - 1])".visible)
  }

  mutating func showWorkedAnswer() {
    guard let exercise, !exercise.solution.isEmpty else {
      return print("There is no worked answer on this page.")
    }
    var state = exerciseState
    if !state.isSolved {
      progress.giveUp(exercise.key)
      if let problem = store.save(progress) { print(problem) }
    }
    state.showsSolution = true
    exercises[exercise.id] = state
    print("Worked answer: \(exercise.solution)".visible)
  }
}
