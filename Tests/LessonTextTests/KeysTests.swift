import LessonText
import Testing

@Suite struct `Keys of YAML` {
  @Test(arguments: [
    ("", ""),
    ("# only a comment", ""),
    ("a: 1.0\nb: yes\nc: ~\nd:", "a=\"1.0\"@1:4 b=\"yes\"@2:4 c=\"~\"@3:4 d=\"\"@4:3"),
    ("a: 'it''s'\nb: \"x\\ty\"", "a=\"it\\'s\"@1:4 b=\"x\\ty\"@2:4"),
    ("a: |\n  b\n  c\nd: >-\n  e\n  f", "a=\"b\\nc\\n\"@1:4 d=\"e f\"@4:4"),
    ("é: [ü, {ö: ä}]", "é=[\"ü\"@1:5 {ö=\"ä\"@1:12}@1:8]@1:4"),
  ])
  func `are strings, lists and mappings`(_ yaml: String, _ expected: String) throws {
    #expect(words(try Keys(yaml: yaml)) == expected)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "12:1: The key `a` stands here twice: keep one."),
    (
      "a: &x 1\nb: *x",
      "10:8: Anchors are not allowed: put quotes around a value that begins with `*` or `&`."
    ),
    (
      "a: *x",
      "10:8: Anchors are not allowed: put quotes around a value that begins with `*` or `&`."
    ),
    ("a: !!str b", "10:8: Tags are not allowed: put quotes around a value that begins with `!`."),
    ("[a]: b", "10:5: A key must be a word, no list or mapping."),
    ("- a", "10:5: Here must stand keys: lines such as `name: value`."),
    ("a: b\n--- \nc: d", "11:1: Only one group of keys may stand here."),
    (
      "a: b: c",
      "10:9: These keys cannot be read (mapping values are not allowed in this context): put quotes "
        + "around a value that contains `: `."
    ),
    (
      "a: \"\\beta\\q\"",
      "10:14: These keys cannot be read (found unknown escape character): write single quotes, in "
        + "which a backslash is a backslash."
    ),
    (
      "ä: \u{1}",
      "10:8: These keys hold a character that YAML forbids (control characters are not allowed): "
        + "delete it."
    ),
  ])
  func `that mean more than they say are refused`(_ yaml: String, _ expected: String) {
    let start = SourcePosition(line: 10, column: 5)
    let error = #expect(throws: TextError.self) { try Keys(yaml: yaml, at: start) }
    #expect(described(error.map { [$0] } ?? []) == [expected])
  }

  @Test func `nested without end are refused`() {
    for yaml in [String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 9_000)] {
      let error = #expect(throws: TextError.self) { try Keys(yaml: "a: " + yaml) }
      #expect(error?.message == "These keys are nested more than 20 deep: flatten them.")
    }
  }

  @Test func `longer than any lesson needs are refused`() {
    let error = #expect(throws: TextError.self) {
      try Keys(yaml: "a: " + String(repeating: "b", count: 70_000))
    }
    #expect(error?.message == "These keys are longer than 65536 bytes: shorten them.")
  }
}
