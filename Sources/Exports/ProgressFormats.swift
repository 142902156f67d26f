import Canvas
import Exercises
import LessonText
package import Lessons
package import Notebook
package import OrderedJSON

extension [Catalog.Entry] {
  /// The reader's progress as `progress` prints it.
  package func progressListing(_ progress: Progress) -> String {
    var text = progress.reader.map { "\($0)\n\n" } ?? ""
    let width = map(\.lesson.id.count).max() ?? 0
    for entry in self {
      let exercises = entry.exerciseNames
      let solved = exercises.filter { progress.exercises[$0]?.isSolved ?? false }.count
      text += entry.lesson.id + String(repeating: " ", count: width + 2 - entry.lesson.id.count)
      text += "\(progress.seen(of: entry)) of \(entry.lesson.pages.count) pages"
      text +=
        exercises.isEmpty
        ? "\n" : ", \(solved) of \(exercises.count) exercise\(exercises.count == 1 ? "" : "s")\n"
      for exercise in exercises {
        guard let tried = progress.exercises[exercise] else { continue }
        text += tried.words.wrapped(to: 78, after: "  \(exercise): ", indent: 4)
          .map { "\($0)\n" }.joined()
      }
    }
    return text.visible
  }

  /// The reader's progress as `progress --json` prints it.
  package func progressJSON(_ progress: Progress, path: String) -> JSON {
    .object([
      ("reader", .optional(progress.reader)), ("file", .text(path)),
      (
        "place",
        progress.place.map {
          .object([("lesson", .text($0.lesson)), ("page", .text($0.page))])
        } ?? .null
      ),
      (
        "lessons",
        .array(
          map { entry in
            .object([
              ("id", .text(entry.lesson.id)), ("pages", .integer(entry.lesson.pages.count)),
              ("seen", .integer(progress.seen(of: entry))),
              (
                "exercises",
                .array(entry.exerciseNames.map { (progress.exercises[$0] ?? Tried()).json($0) })
              ),
            ])
          })
      ),
    ])
  }
}

extension Catalog.Entry {
  /// The names of the lesson's exercises in a progress file.
  package var exerciseNames: [String] {
    let known = Exercise.all.filter { $0.lesson == lesson.id }.map(\.id)
    return known + exercises().map(\.key).filter { !known.contains($0) }
  }
}

extension Progress {
  fileprivate func seen(of entry: Catalog.Entry) -> Int {
    entry.lesson.pages.filter { lessons[entry.lesson.id]?.pages.contains($0.id) ?? false }.count
  }
}

extension Tried {
  fileprivate var words: String {
    var parts = [isSolved ? "solved" : hasGivenUp ? "given up" : "open"]
    parts.append("\(attempts.count) attempt\(attempts.count == 1 ? "" : "s")")
    if hints > 0 { parts.append("\(hints) hint\(hints == 1 ? "" : "s")") }
    return parts.joined(separator: ", ")
      + (misconceptions.isEmpty ? "" : " (\(misconceptions.joined(separator: ", ")))")
  }

  package func json(_ exercise: String) -> JSON {
    .object([
      ("id", .text(exercise)), ("solved", .truth(isSolved)), ("attempts", .integer(attempts.count)),
      ("hints", .integer(hints)), ("gave_up", .truth(hasGivenUp)),
      ("misconceptions", .array(misconceptions.map(JSON.text))),
    ])
  }
}
