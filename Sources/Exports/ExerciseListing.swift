import Canvas
package import Exercises
import LessonText
package import Lessons
package import OrderedJSON

extension [Exercise] {
  /// The exercises as `exercises` prints them, by their lessons.
  package var listing: String {
    var text = ""
    for lesson in map(\.lesson).uniqued {
      text += "\(lesson)\n"
      for exercise in self where exercise.lesson == lesson {
        text += "  \(exercise.id)\n"
        text += exercise.asks.lines(after: "    ")
      }
    }
    return text
  }

  /// The same with those that stand on the pages of these lessons.
  package func listing(with entries: [Catalog.Entry]) -> String {
    let known = Set(map(\.id))
    let lessons = entries.map { entry in
      let ours = filter { $0.lesson == entry.lesson.id }
      let further = entry.exercises().filter { !known.contains($0.id) }
      let heading = ours.isEmpty && !further.isEmpty ? "\(entry.lesson.id)\n" : ""
      return ours.listing + heading
        + further.map { "  \($0.id)\n" + $0.asks.lines(after: "    ") }.joined()
    }
    let ids = Set(entries.map(\.lesson.id))
    return lessons.joined() + filter { !ids.contains($0.lesson) }.listing
  }

  /// The exercises as `exercises --json` prints them.
  package var json: JSON { .object([("exercises", .array(map(\.json)))]) }
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
      text += "noisebook exercises \(id) --template python prints one to start from.\n"
    }
    return text
  }

  private func table(_ rows: [(name: String, meaning: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, meaning in
      meaning.lines(after: "  " + name + String(repeating: " ", count: width + 2 - name.count))
    }.joined()
  }

  fileprivate var json: JSON {
    .object([
      ("id", .text(id)), ("lesson", .text(lesson)), ("asks", .text(asks)),
      ("formula", formula?.json ?? .null), ("program", program?.json ?? .null),
    ])
  }
}

extension Variable.Domain {
  fileprivate var words: String {
    switch self {
    case .draws: "any number"
    case .range(let range): "from \(range.lowerBound.whole) to \(range.upperBound.whole)"
    case .belowEtaBound: "from 0 up to its bound"
    }
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

extension Double {
  /// A bound without a point where it needs none.
  fileprivate var whole: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension [String] {
  fileprivate var uniqued: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension String {
  /// The text in lines of 78 columns, those after the first indented as far as that begins.
  fileprivate func lines(after start: String = "") -> String {
    wrapped(to: 78, after: start, indent: start.count).map { "\($0)\n" }.joined()
  }
}
