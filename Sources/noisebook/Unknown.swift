import Canvas
import LessonText
import Lessons
import Notebook

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Catalog.Entry {
  /// What to say of a page that the lesson does not have.
  func unknownPage(_ name: String) -> String {
    let pages = lesson.pages
    let advice = didYouMean(
      nearest(name, in: pages.map(\.id)),
      else: "Pages go from 1 to \(pages.count); noisebook list \(lesson.id) names them.")
    return "There is no page \"\(name)\" in \(lesson.id). \(advice)"
  }
}

/// Says something on standard error that does not end the command.
func warn(_ sentence: String) { tell("noisebook: \(sentence.visible)\n") }

/// Writes on standard error.
func tell(_ text: String) {
  let bytes = Array(text.utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
