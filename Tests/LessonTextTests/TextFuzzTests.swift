import LessonText
import Testing

@Suite struct `Any text` {
  /// Fragments that mean something to one of the readers, and words that must not get lost.
  private static let fragments = [
    "$", "$$", "\\[", "\\]", "\\(", "\\)", "`", "``", "```", "~~~", "> ", ">", "- ", "1. ", "|",
    "---", "***", "===", "<!-- step", "<!--", "-->", "{", "}", "\n", "\n", "\n\n", "    ", "\t",
    "# ", "\\", "\\begin{align}", "\\end{align}", "```math\n", "```figure\n", "id: a\n", "[",
    "](b)",
    "]: c", "![", "<br>", "<div>", "<a ", "&amp;", "&", "*", "**", "_", " ", "é", "א", "👩‍👩‍👧", "\r\n",
    "\u{0}", "\u{FEFF}", "|---|---|", "a | b", "\"", "'", ": ", "&x", "!t", "?", "5",
  ]

  @Test(arguments: 0..<400)
  func `is read without a trap, and its places lie in it`(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let text = randomText(&generator)
    for directives in [true, false] {
      let (document, problems) = Document.read(text, directives: directives)
      let places = Places(text)
      for position in positions(in: document.blocks) + problems.map(\.position) {
        #expect(places.contain(position), "\(position) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: 0..<400)
  func `of notes keeps each of its words`(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let text = randomText(&generator)
    let shown = outline(Document.read(text, directives: false).document)
    for word in (0..<20).map({ "word\($0)z" }) where text.contains(word) && !mayVanish(word, text) {
      #expect(shown.contains(word), "\(word) of \(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<200)
  func `is a lesson or a list of problems`(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let text = "---\nminutes: 20\ngoals: [a]\nid: a\n---\n# A\n" + randomText(&generator)
    let places = Places(text)
    switch Lesson.read(name: "01-a.md", text: text) {
    case .success(let lesson): #expect(lesson.steps.first?.id == "start")
    case .failure(let errors):
      #expect(!errors.all.isEmpty)
      for error in errors.all { #expect(places.contain(error.position), "\(error) in \(text)") }
    }
  }

  private func randomText(_ generator: inout SplitMix) -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...40, using: &generator) {
      text += Self.fragments.randomElement(using: &generator) ?? ""
      if index < 20, Bool.random(using: &generator) { text += "word\(index)z" }
    }
    return text
  }
}

/// Whether Markdown hides the word: in a comment, a tag, an address or the words after a fence.
private func mayVanish(_ word: String, _ text: String) -> Bool {
  guard let range = text.firstRange(of: word) else { return true }
  let before = text[..<range.lowerBound]
  let line = before.split(omittingEmptySubsequences: false) { $0.isNewline }.last ?? ""
  return before.contains("<") || line.contains("```") || line.contains("~~~") || line.contains("[")
    || before.contains("]")
}

/// The lines of a text, to see whether a place lies in it.
private struct Places {
  private let lengths: [Int]

  init(_ text: String) {
    lengths = text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{85}" }
      .map(\.count)
  }

  /// The place after the last character of a line is one too.
  func contain(_ position: SourcePosition) -> Bool {
    lengths.indices.contains(position.line - 1)
      && (1...lengths[position.line - 1] + 1).contains(position.column)
  }
}

private func positions(in blocks: [Block]) -> [SourcePosition] {
  blocks.flatMap { [$0.position] + positions(in: $0.content) }
}

private func positions(in content: Block.Content) -> [SourcePosition] {
  switch content {
  case .quote(let blocks): positions(in: blocks)
  case .list(let items, _): items.flatMap { positions(in: $0) }
  case .paragraph(let inlines), .heading(_, let inlines): positions(in: inlines)
  case .table(let header, let rows, _): ([header] + rows).joined().flatMap { positions(in: $0) }
  case .keys(_, let keys, _), .step(let keys): [keys.position] + keys.entries.map(\.position)
  case .code, .rule, .formula: []
  }
}

private func positions(in inlines: [Inline]) -> [SourcePosition] {
  inlines.flatMap { inline -> [SourcePosition] in
    switch inline {
    case .formula(_, let position): [position]
    case .emphasis(let inner), .strong(let inner), .link(let inner, _): positions(in: inner)
    default: []
    }
  }
}

/// SplitMix64, so that equal seeds make equal texts.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
