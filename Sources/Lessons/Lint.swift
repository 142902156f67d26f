import Figures
import LessonText
import Symbols

/// A lesson's file, as its author checks it.
package struct LessonFile: Hashable, Sendable {
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    (self.path, self.text) = (path, text)
  }

  /// The name of the file, which is the lesson's number and id.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Catalog {
  /// Everything that is wrong with lessons of one's own, as `path:line:column: message`.
  package static func problems(of files: [LessonFile]) -> [String] {
    var lint = Lint()
    return files.flatMap { lint.problems(of: $0) } + lint.problemsOfOrder
  }
}

/// Reads the files of an author one by one, and remembers which ids are taken.
private struct Lint {
  private var entries: [Catalog.Entry] = []
  /// Where the exercises of the files stand, by their ids.
  private var exercises: [String: String] = [:]

  mutating func problems(of file: LessonFile) -> [String] {
    var catalog = Catalog(entries: [])
    do throws(CatalogError) {
      _ = try catalog.add(name: file.name, text: file.text, origin: .file(path: file.path))
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
    return catalog.entries.flatMap { entry in
      defer { entries.append(entry) }
      let problems =
        twice(entry) + entry.exerciseProblems + exercisesTwice(entry) + entry.figureProblems
        + entry.failures
      return TextErrors(problems).all.map { $0.described(in: file.path) }
    }
  }

  private func twice(_ entry: Catalog.Entry) -> [TextError] {
    guard let other = entries.first(where: { $0.lesson.id == entry.lesson.id }) else { return [] }
    return [
      TextError(
        "The id `\(entry.lesson.id)` belongs to \(other.origin.path) already: choose another.",
        at: entry.lesson.position)
    ]
  }

  private mutating func exercisesTwice(_ entry: Catalog.Entry) -> [TextError] {
    entry.lesson.steps.compactMap(\.exercise).compactMap { block in
      let place = "\(entry.origin.path), line \(block.position.line)"
      guard let other = exercises.updateValue(place, forKey: block.id) else { return nil }
      return TextError(
        "The exercise `\(block.id)` is in \(other), too: answers are kept under its id.",
        at: block.position)
    }
  }

  /// Lessons that are needed must be there and come before.
  var problemsOfOrder: [String] {
    let own = Set(entries.map(\.lesson.id))
    let known =
      entries + ((try? Catalog.builtIn())?.entries ?? []).filter { !own.contains($0.lesson.id) }
    return entries.flatMap { entry in
      entry.lesson.needs.compactMap { need in
        reason(need.text, of: entry.lesson, among: known.map(\.lesson))
          .map { TextError($0, at: need.position).described(in: entry.origin.path) }
      }
    }
  }

  private func reason(_ need: String, of lesson: Lesson, among known: [Lesson]) -> String? {
    guard let other = known.first(where: { $0.id == need }) else {
      return "There is no lesson `\(need)`.\(didYouMean(need, in: known.map(\.id)))"
    }
    guard (other.number, other.id) >= (lesson.number, lesson.id) else { return nil }
    return "The lesson `\(need)` has the number \(other.number) and does not come before this one."
  }
}

extension Catalog.Entry {
  /// Figures that there are not, and parameters that they can't take.
  fileprivate var figureProblems: [TextError] {
    lesson.steps.flatMap(\.figures).compactMap { reference in
      guard let figure = figure(named: reference.figure.text) else {
        return TextError(unknown(reference.figure.text), at: reference.figure.position)
      }
      do throws(FigureError) {
        _ = try figure.settings(given: reference.settings.map { ($0.name, $0.value) })
        return nil
      } catch {
        let place = reference.settings.first { setting in
          (try? figure.settings(given: [(setting.name, setting.value)])) == nil
        }
        return TextError(error.description, at: place?.position ?? reference.position)
      }
    }
  }

  private func unknown(_ name: String) -> String {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let (owner, own) = parts.count == 2 ? ("\(parts[0])/", Figure.all(of: parts[0])) : ("", figures)
    let names = nearest(parts.last ?? "", in: own.map(\.name)).map { "`\(owner)\($0)`" }
    return "There is no figure `\(name)`. "
      + didYouMean(names, else: "`noisebook list LESSON` names a lesson's figures.")
  }

  /// Formulas, lines and claims that are not so.
  fileprivate var failures: [TextError] {
    verification.filter { $0.verdict.outcome == .fails }.map { item in
      TextError(
        "The \(item.kind.rawValue) \(item.id) fails. \(item.verdict.says)", at: item.position)
    }
  }
}
