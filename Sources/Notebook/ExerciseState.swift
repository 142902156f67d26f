package import Exercises
import LessonText
package import Lessons

/// How far a reader is with an exercise of a page.
package struct ExerciseState: Hashable, Sendable {
  /// How many hints are shown, from the first on.
  package var hints = 0
  package var isSolved = false
  /// Whether the worked answer is shown.
  package var showsSolution = false
  /// What was said of the last answer.
  package var said: Said?

  package struct Said: Hashable, Sendable {
    package let isRight: Bool
    package let text: String

    package init(_ marking: Marking) {
      isRight = marking.verdict == .right
      text = marking.report
    }
  }

  package init() {}

  /// What is remembered of earlier times.
  package init(_ tried: Tried?, of exercise: LessonExercise) {
    let kind = exercise.block.kind == .program ? Attempt.Kind.program : .typed
    isSolved = tried?.attempts.contains { $0.isRight && $0.kind == kind } ?? false
    showsSolution = tried?.hasGivenUp ?? false
  }

  /// Whether a figure that was to be predicted may be seen.
  var isAnswered: Bool { isSolved || showsSolution || said != nil }

  /// Takes the verdict on an answer.
  package mutating func take(_ marking: Marking) {
    said = Said(marking)
    isSolved = isSolved || marking.verdict == .right
  }

  /// One hint more or less; false where there is none.
  package mutating func walk(by offset: Int, of count: Int) -> Bool {
    guard (0...count).contains(hints + offset) else { return false }
    hints += offset
    return true
  }
}
