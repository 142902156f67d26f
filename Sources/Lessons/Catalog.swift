package import Figures
package import LessonText

/// All lessons with their figures, in the order of their numbers.
package struct Catalog: Sendable {
  package private(set) var entries: [Entry]

  package struct Entry: Sendable {
    package let lesson: Lesson
    package let figures: [Figure]
    package let origin: Origin

    /// A figure by its name: one of the lesson's own, or another lesson's as `ddim/sample`.
    package func figure(named name: String) -> Figure? { Figure.named(name, of: figures) }
  }

  package enum Origin: Hashable, Sendable {
    case builtIn(name: String)
    case file(path: String)

    /// The text's name in messages about its lines.
    package var path: String {
      switch self {
      case .builtIn(let name): "lessons/\(name)"
      case .file(let path): path
      }
    }
  }

  /// The lessons that came with the program.
  package static func builtIn() throws(CatalogError) -> Catalog {
    var catalog = Catalog(entries: [])
    for (name, text) in embeddedLessons {
      _ = try catalog.add(name: name, text: text, origin: .builtIn(name: name))
    }
    return catalog
  }

  /// Adds a lesson, or replaces the one of the same id.
  ///
  /// A lesson of one's own has the figures of the built-in lesson that it replaces, and those of
  /// all others by their full names.
  /// - Returns: a notice where one was replaced.
  package mutating func add(
    name: String, text: String, origin: Origin
  ) throws(CatalogError) -> String? {
    let lesson: Lesson
    switch Lesson.read(name: name, text: text) {
    case .success(let read): lesson = read
    case .failure(let problems): throw .malformed(origin.path, problems.all)
    }
    let entry = Entry(lesson: lesson, figures: Figure.all(of: lesson.id), origin: origin)
    defer { entries.sort { ($0.lesson.number, $0.lesson.id) < ($1.lesson.number, $1.lesson.id) } }
    guard let index = entries.firstIndex(where: { $0.lesson.id == lesson.id }) else {
      entries.append(entry)
      return nil
    }
    if case .file(let other) = entries[index].origin {
      throw .twice(lesson.id, other, origin.path)
    }
    entries[index] = entry
    return "\(origin.path) replaces the built-in lesson \(lesson.id)."
  }
}

extension Catalog.Entry {
  /// A figure of the lesson by its name.
  package func knownFigure(named name: String) throws(CatalogError) -> Figure {
    if let figure = figure(named: name) { return figure }
    let names = figures.map(\.name)
    throw .unknownFigure(name, lesson: lesson.id, nearest: nearest(name, in: names), known: names)
  }
}

/// Why a lesson or a figure is not there.
package enum CatalogError: Error, Hashable, Sendable, CustomStringConvertible {
  case malformed(String, [TextError])
  case unreadable(String)
  case twice(String, String, String)
  case unknownLesson(String, nearest: [String], known: [String])
  case unknownFigure(String, lesson: String, nearest: [String], known: [String])

  package var description: String {
    switch self {
    case .malformed(let path, let problems):
      problems.map { $0.described(in: path) }.joined(separator: "\n")
    case .unreadable(let reason): reason
    case .twice(let id, let first, let second):
      "\(first) and \(second) both have the id \(id); give one of them another."
    case .unknownLesson(let name, let nearest, let known):
      "There is no lesson \"\(name)\". \(advice(nearest, known))"
    case .unknownFigure(let name, let lesson, let nearest, let known):
      "There is no figure \"\(name)\" in \(lesson). \(advice(nearest, known))"
    }
  }

  private func advice(_ nearest: [String], _ known: [String]) -> String {
    didYouMean(nearest, else: "There are: \(known.joined(separator: ", ")).")
  }
}
