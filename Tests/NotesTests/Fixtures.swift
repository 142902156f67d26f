import Foundation
import Testing

@testable import Notes
@testable import Symbols

/// Texts in the letters of papers, a blog and a course; their words are our own.
enum Fixture: String, CaseIterable {
  case firstWeek = "first-week.md"
  case firstWeekCorrected = "first-week-corrected.md"
  case ddpm = "ddpm-style.tex"
  case ddim = "ddim-style.tex"
  case blog = "blog-style.md"
  case course = "course-style.md"
  case variancePreserving = "variance-preserving.md"
  case normalLaws = "normal-laws.md"
  case score = "score-style.md"

  func check() throws -> NotesCheck {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(rawValue)")
    let text = try String(contentsOf: file, encoding: .utf8)
    return NotesCheck(of: text, in: rawValue.hasSuffix(".tex") ? .latex : .markdown)
  }
}

extension NotesCheck {
  /// A line for each relation: where it stands, the verdict, the slip, for what it is true.
  var summary: [String] {
    relations.map { relation in
      let parts = [
        "\(relation.line)", relation.verdict.outcome.rawValue, relation.verdict.slip,
        relation.verdict.condition.map { "(\($0))" },
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }
}
