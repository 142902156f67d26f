import Canvas
import Figures
import LessonText
import Lessons
package import Notebook
package import OrderedJSON

extension [Catalog.Entry] {
  /// The lessons as `list` prints them; in full with figures and pages.
  package func listing(progress: Progress, inFull: Bool) -> String {
    map { entry in
      let lesson = entry.lesson
      let pages = lesson.pages
      let seen = pages.filter { progress.lessons[lesson.id]?.pages.contains($0.id) ?? false }.count
      let head =
        "\(lesson.number)  \(lesson.id)  \(lesson.title), \(lesson.minutes.words) minutes, "
        + "\(seen) of \(pages.count) pages seen\n"
      return (inFull ? head + entry.details(pages) : head).visible
    }.joined()
  }

  /// The lessons as `list --json` prints them.
  package func json(progress: Progress) -> JSON {
    .object([("lessons", .array(map { $0.json(progress) }))])
  }
}

extension Catalog.Entry {
  fileprivate func details(_ pages: [Page]) -> String {
    var text = "\nYou will be able to\n"
    for goal in lesson.goals { text += "  - \(goal)\n" }
    text += "\nPages\n"
    for (index, page) in pages.enumerated() {
      text += "  \(index + 1)  \(page.id)  \(page.title)\n"
    }
    text += "\nFigures, for: noisebook run \(lesson.id)/FIGURE --set NAME=VALUE\n"
    for figure in figures {
      text += "  \(figure.name)  \(figure.title)\n"
      for parameter in figure.parameters {
        text +=
          "    \(parameter.name)=\(parameter.standard)  \(parameter.range): "
          + "\(parameter.summary)\n"
      }
      for formula in figure.formulas {
        text += "    --formula '\(formula.name)=\(formula.standard)'  \(formula.summary)\n"
      }
    }
    guard !exerciseNames.isEmpty else { return text }
    text += "\nExercises, for: noisebook exercises EXERCISE\n"
    for name in exerciseNames { text += "  \(name)\n" }
    return text
  }

  fileprivate func json(_ progress: Progress) -> JSON {
    let pages = lesson.pages
    let seen = progress.lessons[lesson.id]?.pages ?? []
    return .object([
      ("id", .text(lesson.id)), ("number", .text(lesson.number)), ("title", .text(lesson.title)),
      ("minutes", .integer(lesson.minutes.upperBound)),
      ("needs", .array(lesson.needs.map { .text($0.text) })),
      ("goals", .array(lesson.goals.map(JSON.text))),
      (
        "pages",
        .array(
          pages.map { page in
            .object([
              ("id", .text(page.id)), ("title", .text(page.title)),
              ("seen", .truth(seen.contains(page.id))),
            ])
          })
      ),
      ("figures", .array(figures.map(\.json))),
      (
        "exercises",
        .array(exerciseNames.map { (progress.exercises[$0] ?? Tried()).json($0) })
      ),
    ])
  }
}

extension Figure {
  fileprivate var json: JSON {
    .object([
      ("name", .text(name)), ("title", .text(title)),
      (
        "parameters",
        .array(
          parameters.map { parameter in
            .object([
              ("name", .text(parameter.name)), ("default", .text(parameter.standard)),
              ("range", .text(parameter.range)), ("means", .text(parameter.summary)),
            ])
          })
      ),
      (
        "formulas",
        .array(
          formulas.map { formula in
            .object([
              ("name", .text(formula.name)), ("default", .text(formula.standard)),
              ("means", .text(formula.summary)),
            ])
          })
      ),
    ])
  }
}
