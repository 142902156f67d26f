import Canvas
import Formula
import LessonText
import Lessons
import Typesetting

/// What was searched for, and the pages that have it.
struct Search: Hashable, Sendable {
  let term: String
  let matches: [Reading.Location]
  var current = 0

  init() {
    term = ""
    matches = []
  }

  /// The pages of all lessons whose words hold the term, without regard to case.
  init(_ text: String, in catalog: Catalog) {
    term = text
    let wanted = text.searchable
    guard !wanted.isEmpty else {
      matches = []
      return
    }
    matches = catalog.entries.enumerated().flatMap { index, entry -> [Reading.Location] in
      let texts = entry.lesson.steps.map { step in
        (step.plainText + " " + step.shownFormulas).searchable
      }
      return entry.lesson.pages.enumerated().compactMap { number, page in
        // Of a derivation's pages, the first stands for all.
        guard (page.shownLines ?? 1) == 1, texts[page.step].contains(wanted) else { return nil }
        return Reading.Location(lesson: index, page: number)
      }
    }
  }

  /// Moves on; a first step goes to the first match from `place` on.
  mutating func step(by offset: Int, from place: Reading.Location) {
    guard !matches.isEmpty else { return }
    if offset == 0 {
      current =
        matches.firstIndex { ($0.lesson, $0.page) >= (place.lesson, place.page) } ?? 0
    } else {
      current = (current + offset + matches.count) % matches.count
    }
  }
}

extension String {
  /// The text as it is searched: case and hyphens make no difference.
  fileprivate var searchable: String {
    String(lowercased().map { $0 == "-" || $0 == "\n" ? " " : $0 })
  }
}

extension Screen {
  /// Marks the places of a text in each row; returns the first row that has it.
  @discardableResult
  mutating func mark(_ term: String) -> Int? {
    let wanted = Array(term.searchable)
    guard !wanted.isEmpty else { return nil }
    var first: Int?
    for row in 0..<size.rows {
      let letters = self[row: row].map { String($0.character).searchable.first ?? " " }
      guard letters.count >= wanted.count else { continue }
      for column in 0...letters.count - wanted.count
      where letters[column...].starts(with: wanted) {
        first = first ?? row
        for place in column..<column + wanted.count {
          self[column: place, row: row].style.attributes.insert(.reverse)
        }
      }
    }
    return first
  }
}

extension Step {
  /// The step's formulas as the screen shows them, in Unicode and in ASCII.
  fileprivate var shownFormulas: String {
    formulas.compactMap { try? Expression(latex: $0) }
      .map { "\($0.line(glyphs: .braille)) \($0.line(glyphs: .ascii))" }.joined(separator: " ")
  }

  /// The words of the step: title, text, captions and claims.
  var plainText: String {
    elements.reduce(title) { text, element in
      switch element {
      case .block(let block): text + "\n" + block.plainText
      case .formula(let formula): text + "\n" + formula.latex
      case .derivation(let derivation):
        text + "\n" + derivation.lines.map(\.says).joined(separator: "\n")
      case .claim(let claim): text + "\n" + claim.words
      case .figure(let reference): text + "\n" + (reference.caption ?? "")
      case .note, .exercise: text
      }
    }
  }
}

extension Claim {
  /// The sentence's words, without its numbers.
  fileprivate var words: String {
    says.map { part in
      if case .words(let words) = part { words } else { "" }
    }.joined()
  }
}

extension Block {
  /// The block's words, formulas as their LaTeX.
  fileprivate var plainText: String {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .list(let items, _):
      items.map { $0.map(\.plainText).joined(separator: "\n") }.joined(separator: "\n")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: "\n")
    case .code(let text, _): text
    case .table(let header, let rows, _):
      ([header] + rows).map { $0.map(\.plainText).joined(separator: " ") }
        .joined(separator: "\n")
    case .formula(let latex): latex
    case .rule, .keys, .step: ""
    }
  }
}

extension Catalog {
  /// The pages whose words hold a term, without regard to case.
  package func places(of term: String) -> [Reading.Location] { Search(term, in: self).matches }
}
