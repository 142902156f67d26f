import Canvas
package import Exercises
import LessonText
package import Lessons

/// What there is to solve: an exercise of the program, one that a lesson's page poses, or both in one.
package struct ExerciseItem: Sendable {
  /// The program's own, which anybody may answer without a lesson.
  package let own: Exercise?
  /// The one on a lesson's page.
  package let posed: LessonExercise?

  package var id: String { own?.id ?? posed?.id ?? "" }
  package var lesson: String { own?.lesson ?? posed?.lesson ?? "" }
  /// The program's exercise that judges it, where there is one.
  package var task: Exercise? { own ?? posed?.task }
  var asks: String { own?.asks ?? posed?.asks ?? "" }
}

extension [Catalog.Entry] {
  /// The exercises by their lessons, in the numbers of a student; last those of which no lesson
  /// speaks yet.
  package func exerciseItems(student: String? = nil) -> [ExerciseItem] {
    let known = Set(Exercise.all.map(\.id))
    let posed = map { $0.exercises(student: student) }
    let ofLessons = zip(self, posed).flatMap { entry, posed in
      Exercise.all.filter { $0.lesson == entry.lesson.id }.map { own in
        ExerciseItem(own: own, posed: posed.first { $0.id == own.id })
      } + posed.filter { !known.contains($0.id) }.map { ExerciseItem(own: nil, posed: $0) }
    }
    let lessons = Set(map(\.lesson.id))
    return ofLessons
      + Exercise.all.filter { !lessons.contains($0.lesson) }
      .map { ExerciseItem(own: $0, posed: nil) }
  }
}

extension [ExerciseItem] {
  /// The exercises as `exercises` prints them, by their lessons.
  package var listing: String {
    var (text, lesson) = ("", "")
    for item in self {
      if item.lesson != lesson { text += "\(item.lesson)\n" }
      lesson = item.lesson
      text += "  \(item.id): \(item.kindInWords)\n" + item.asks.lines(after: "    ")
    }
    return text
  }
}

extension ExerciseItem {
  fileprivate var kindInWords: String {
    if let own {
      return [own.formula.map { _ in "a formula" }, own.program.map { _ in "a program" }]
        .compactMap(\.self).joined(separator: " or ")
    }
    return switch posed?.block.kind {
    case .formula: "a formula"
    case .number: "a number"
    case .choice: "a choice"
    case .order: "lines in order"
    case .wrongLine: "a wrong line"
    case .predict: "a prediction"
    case .turn: "a figure to turn"
    case .program, nil: "a program"
    }
  }
}

extension Exercise {
  /// All that is to know for solving it.
  package var details: String {
    var text = "\(id), of the lesson \(lesson)\n\n" + "Give \(asks).".lines()
    if let formula {
      text += "\nAs a formula: noisebook answer \(id) 'FORMULA'\n"
      text += "It may use \(formula.allowed.joined(separator: ", ")).".lines()
      text += table(formula.variables.map { ($0.typed, "\($0.meaning); \($0.domain.words)") })
    }
    if let program {
      text += "\nAs a program: noisebook check \(id) -- COMMAND\n"
      text += "Its inputs are\n" + table(program.inputs.map { ($0.name, $0.meaning) })
      text += "Its result is \(program.result.words).".lines()
      text += "noisebook exercises \(id) --template python prints one to start from.".lines()
    }
    return text
  }

  private func table(_ rows: [(name: String, meaning: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, meaning in
      meaning.lines(after: "  " + name + String(repeating: " ", count: width + 2 - name.count))
    }.joined()
  }
}

extension Variable.Domain {
  var words: String {
    switch self {
    case .draws: "any number"
    case .range(let range): "from \(range.lowerBound.whole) to \(range.upperBound.whole)"
    case .belowEtaBound: "from 0 up to its bound"
    }
  }
}

extension Double {
  /// A bound without a point where it needs none.
  fileprivate var whole: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension String {
  /// The text in lines of 78 columns, those after the first indented as far as that begins.
  fileprivate func lines(after start: String = "") -> String {
    wrapped(to: 78, after: start, indent: start.count).map { "\($0)\n" }.joined()
  }
}
