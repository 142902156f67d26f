import LessonText
import Symbols
import Testing

@testable import Lessons

/// The failed items of a built-in lesson's text where some of it is replaced.
func failures(
  of lesson: String, replacing original: String, with replacement: String
) throws -> [VerifiedItem] {
  let (name, text) = try #require(embeddedLessons.first { $0.name.contains(lesson) })
  #expect(text.contains(original), "the text has \(original)")
  var catalog = try Catalog.builtIn()
  let changed = text.replacing(original, with: replacement, maxReplacements: 1)
  _ = try catalog.add(name: name, text: changed, origin: .file(path: name))
  return try catalog.entry(named: lesson).verification.filter { $0.verdict.outcome == .fails }
}
