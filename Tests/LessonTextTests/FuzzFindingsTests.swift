import Testing

@testable import LessonText

/// What libFuzzer found in the parser of Markdown (`scripts/fuzz Markdown`), made as small as it is
/// still found by.
@Suite struct `What fuzzing found` {
  /// md4c ends an emphasis there that it has never begun.
  @Test(arguments: ["[](*)*", "[a](*)*b", "> [](*)*", "- [](*)*\n- c", "[](*)*[](*)*", "![](**)**"])
  func `in text does not take the rest of it away`(_ text: String) throws {
    for directives in [true, false] {
      let document = Document.read("\(text)\n\nafter\n", directives: directives).0
      guard case .paragraph(let words)? = document.blocks.last?.content else {
        Issue.record("The last paragraph is gone.")
        continue
      }
      #expect(words == [.text("after")])
    }
  }
}
