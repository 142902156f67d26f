import Canvas
package import Exercises
package import Figures
import Formula
package import LessonText
import Symbols

/// An exercise of a lesson's page, ready to be shown and judged.
package struct LessonExercise: Sendable {
  package let block: ExerciseBlock
  package let lesson: String
  /// The id of the page that it stands on.
  package let page: String
  /// Its settings and those of its page, with the numbers of this student.
  var settings: [Setting]
  let figures: [Figure]

  package var id: String { block.id }

  /// The exercise of the program that judges it, where there is one.
  package var task: Exercise? {
    block.task.flatMap { name in Exercise.all.first { $0.id == name.text } }
  }

  /// The name under which its attempts are kept.
  package var key: String { block.kind == .program ? task?.id ?? id : id }

  /// The figure that it is about.
  package var figure: Figure? {
    block.figure.flatMap { reference in Figure.named(reference.figure.text, of: figures) }
  }
}

extension Catalog.Entry {
  /// The lesson's exercises in their order, with the numbers of a student; nil is everybody else.
  package func exercises(student: String? = nil) -> [LessonExercise] {
    lesson.steps.compactMap { exercise(of: $0, student: student) }
  }

  /// The exercise of a page, if it has one.
  package func exercise(of step: Step, student: String? = nil) -> LessonExercise? {
    step.exercise.map { block in
      LessonExercise(
        block: block, lesson: lesson.id, page: step.id,
        settings: step.settings + block.settings + block.numbers(of: student), figures: figures)
    }
  }
}

extension Catalog {
  /// An exercise of any lesson by its id.
  package func exercise(named id: String, student: String? = nil) -> LessonExercise? {
    entries.lazy.flatMap { $0.exercises(student: student) }.first { $0.id == id }
  }
}

extension ExerciseBlock {
  /// The varied names with the values of a student, drawn by the exercise's and the student's name.
  fileprivate func numbers(of student: String?) -> [Setting] {
    varied.map { varied in
      let draw = "\(id) \(varied.name) \(student ?? "")".utf8.reduce(14_695_981_039_346_656_037) {
        (hash: UInt64, byte) in (hash ^ UInt64(byte)) &* 1_099_511_628_211
      }
      let index = student == nil ? 0 : Int((draw ^ (draw >> 32)) % UInt64(varied.values.count))
      return Setting(name: varied.name, value: varied.values[index], at: varied.position)
    }
  }
}

extension LessonExercise {
  /// What is asked for, with its numbers filled in.
  package var asks: String { text(block.asks) }

  /// From a nudge to all but the answer, with their numbers filled in.
  package var hints: [String] { block.hints.map(text) }

  /// The worked answer, with its numbers filled in.
  package var solution: String {
    let worked = text(block.solution)
    guard block.kind == .order else { return worked }
    return "\(orderTask.solution). \(worked)"
  }

  /// The rows of its derivation as they are shown, each with its letter or number.
  package var rows: [(label: String, latex: String)] {
    let rows = latexRows(block.latex).map { $0.filter { $0 != "&" } }
    switch block.kind {
    case .order: return orderTask.shown.enumerated().map { (letter($0.offset), rows[$0.element]) }
    case .wrongLine: return rows.enumerated().map { ("\($0.offset + 1)", $0.element) }
    default: return []
    }
  }

  var orderTask: OrderTask { OrderTask(latexRows(block.latex).count, id: block.id) }

  private func text(_ parts: [Claim.Part]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .expression(let source): (try? number(source.text))?.short(significant: 6) ?? source.text
      }
    }.joined()
  }

  /// The value of an expression under the exercise's settings; where they name no schedule, under
  /// the running example's.
  func number(_ expression: String) throws -> Double {
    let names = Parameter.schedule.map(\.name)
    let running = [("schedule", "custom"), ("betas", "0.1,0.2,0.5")].map {
      Setting(name: $0.0, value: $0.1, at: block.position)
    }
    let own = settings.contains { names.contains($0.name) } ? settings : running + settings
    let value = try Judge(try Conditions(own)).value(of: Expression(typed: expression))
    guard let number = value.scalar else { throw FigureError.unfit("One number is wanted.") }
    return number
  }
}
