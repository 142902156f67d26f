import LessonText
import Testing

/// Each text would take minutes, or the whole stack, if anything in its reading were quadratic or
/// recursive; that the test ends is the claim.
@Suite struct `A hostile text` {
  @Test(arguments: [
    ">", "- ", "1. ", "> - ", "*a ", "**a _b ", "[", "![", "[a](", "`", "` ``", "$", "$$", "$a ",
    "$$a\n\n", "$`", "\\[", "\\(", "\\(\\[", "\\begin{align}", "\\begin{align}\\begin{gather}",
    "<!--", "<", "<a ", "<a b='", "&", "```\n", "~~~\n", "```math\n", "[a]\n", "[a]: ", "|a", "\t",
    "- a\n\n", "\n", "a\n", "é", "\\", "---\n", "#", "```note\n", "<!-- step -->\n", "a<b",
  ])
  func `of one mark is read to its end`(_ mark: String) {
    let text = String(repeating: mark, count: 30_000 / mark.utf8.count)
    for directives in [true, false] {
      let document = Document.read(text, directives: directives).document
      #expect(depth(document.blocks) <= 51)
    }
  }

  @Test(arguments: [
    (">", ""), ("- ", ""), ("*a ", ""), ("[", "](b)"), ("**a ", "**"), ("_a ", "_"),
  ])
  func `nested ten thousand deep loses no word`(_ opening: String, _ closing: String) {
    let text =
      String(repeating: opening, count: 10_000) + "kernel"
      + String(repeating: closing, count: 10_000)
    let document = Document.read(text, directives: false).document
    #expect(depth(document.blocks) <= 51)
    #expect(outline(document).contains("kernel"))
  }

  @Test func `of lists within lists and then nothing is read to its end`() {
    let text =
      String(repeating: "- ", count: 50_000) + "a" + String(repeating: "\n", count: 100_000)
    #expect(depth(Document.read(text).document.blocks) <= 51)
  }

  @Test func `of one long address used often is read to its end`() {
    let text =
      "[a]: " + String(repeating: "b", count: 100_000) + "\n\n"
      + String(repeating: "[a] ", count: 25_000)
    #expect(Document.read(text).document.blocks.count == 2)
  }

  @Test func `longer than any notes is refused`() {
    let error = #expect(throws: TextError.self) {
      try Document(markdown: String(repeating: "a", count: 16_000_001))
    }
    #expect(error?.message == "This text is longer than 16 MB: split it.")
  }
}

private func depth(_ blocks: [Block]) -> Int { blocks.map(depth).max() ?? 0 }

private func depth(_ block: Block) -> Int {
  switch block.content {
  case .quote(let blocks): 1 + depth(blocks)
  case .list(let items, _): 1 + (items.map(depth).max() ?? 0)
  case .paragraph(let inlines), .heading(_, let inlines): 1 + depth(inlines)
  default: 1
  }
}

private func depth(_ inlines: [Inline]) -> Int {
  inlines.map { inline in
    switch inline {
    case .emphasis(let inner), .strong(let inner), .link(let inner, _): 1 + depth(inner)
    default: 1
    }
  }.max() ?? 0
}
