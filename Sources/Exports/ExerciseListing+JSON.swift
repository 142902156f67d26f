import Exercises
import LessonText
import Lessons
import Notebook
package import OrderedJSON

extension [ExerciseItem] {
  /// The exercises as `exercises --json` prints them.
  ///
  /// All have the same keys, null or empty where an exercise has none: `page` and `level` of those
  /// that stand on a page, `choices`, `lines` and `figure` by their kind, `formula` and `program` of
  /// those that are answered so.
  package var json: JSON { .object([("exercises", .array(map(\.json)))]) }
}

extension ExerciseItem {
  fileprivate var json: JSON {
    let block = posed?.block
    return .object([
      ("id", .text(id)), ("lesson", .text(lesson)), ("page", .optional(posed?.page)),
      ("kind", .text(kind.rawValue)), ("level", .optional(block?.level.rawValue)),
      ("points", .integer(block?.points ?? 1)), ("asks", .text(asks)),
      ("task", .optional(task?.id)), ("hints", .integer(block?.hints.count ?? 0)),
      (
        "choices",
        .array(
          (block?.choices ?? []).enumerated().map {
            .object([("letter", .text(letter($0))), ("text", .text($1.text))])
          })
      ),
      (
        "lines",
        .array(
          (posed?.rows ?? []).map {
            .object([("label", .text($0.label)), ("latex", .text($0.latex))])
          })
      ), ("figure", posed?.figureJSON ?? .null),
      ("formula", formula?.json ?? .null), ("program", program?.json ?? .null),
    ])
  }

  private var kind: ExerciseBlock.Kind {
    posed?.block.kind ?? (own?.formula == nil ? .program : .formula)
  }

  private var formula: FormulaTask? {
    own?.formula ?? (kind == .formula ? posed?.formulaTask : nil)
  }

  private var program: ProgramTask? {
    own?.program ?? (kind == .program ? posed?.task?.program : nil)
  }
}

extension LessonExercise {
  /// The figure that is predicted or turned, with the parameters that it has at first.
  fileprivate var figureJSON: JSON? {
    guard let reference = block.figure else { return nil }
    return .object([
      ("name", .text("\(lesson)/\(reference.figure.text)")),
      ("set", .object(reference.settings.map { ($0.name, .text($0.value)) })),
      ("until", .optional(block.until?.text)),
    ])
  }
}

extension FormulaTask {
  fileprivate var json: JSON {
    .object([
      ("allowed", .array(allowed.map(JSON.text))),
      (
        "symbols",
        .array(
          variables.map { variable in
            .object([
              ("name", .text(variable.typed)), ("means", .text(variable.meaning)),
              ("domain", .text(variable.domain.words)),
            ])
          })
      ),
    ])
  }
}

extension ProgramTask {
  fileprivate var json: JSON {
    .object([
      (
        "inputs",
        .array(
          inputs.map { input in
            .object([
              ("name", .text(input.name)), ("kind", .text(input.kind.rawValue)),
              ("means", .text(input.meaning)),
            ])
          })
      ), ("result", .text(result.words)),
    ])
  }
}
