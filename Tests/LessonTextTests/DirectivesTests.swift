import LessonText
import Testing

@Suite struct `Blocks of keys` {
  @Test(arguments: [
    ("```figure\nid: a\n```", "1:1 figure id=\"a\"@2:5"),
    (
      "a\n~~~ claim\nid: b\nsays: \"c: d\"\n---\n$$\n  x\n~~~\ne",
      "1:1 p a\n2:1 claim id=\"b\"@3:5 says=\"c: d\"@4:7 raw \"$$\\n  x\"\n9:1 p e"
    ),
    ("```note\n```", "1:1 note "),
    (
      "- a\n  ```exercise\n  id: é\n  list:\n    - x\n  ---\n  raw\n   y\n  ```",
      "1:1 ul\n· 1:3 p a\n  2:3 exercise id=\"é\"@3:7 list=[\"x\"@5:7]@5:5 raw \"raw\\n y\""
    ),
    ("> ```note\n> id: a\n> ---\n> text\n> ```", "1:1 quote\n· 1:3 note id=\"a\"@2:7 raw \"text\""),
    (
      "```derivation\nlines: [{a: b}, c]\n```",
      "1:1 derivation lines=[{a=\"b\"@2:13}@2:9 \"c\"@2:17]@2:8"
    ),
    ("<!-- step\nid: a\n-->\n## B", "1:1 step id=\"a\"@2:5\n4:1 h2 B"),
    ("a\n<!-- step id: b -->\n<!-- stepwise -->", "1:1 p a\n2:1 step id=\"b\"@2:15"),
    ("<!-- step -->", "1:1 step "),
    ("```python\nid: a\n```", "1:1 code[python] \"id: a\\n\""),
  ])
  func `are read with the place of each value`(_ markdown: String, _ expected: String) throws {
    #expect(outline(try Document(markdown: markdown)) == expected)
  }

  @Test func `stay code in foreign notes`() {
    #expect(outline("```figure\na\n```\n<!-- step\n&\n-->") == "1:1 code[figure] \"a\\n\"")
  }

  @Test(arguments: [
    (
      "```figure\nid: a",
      "1:1: This `figure` block is never closed: end it with a line of backticks."
    ),
    ("a\n<!-- step\nid: b", "2:1: This comment is never closed: end it with `-->`."),
    (
      "a\n    ```note\n    id: b\n    ```",
      "2:5: This `note` block must begin a line, with at most three spaces before it."
    ),
    (
      "see <!-- step id: a --> there",
      "1:5: This step must begin a line, with at most three spaces before it."
    ),
    ("```claim\nword\n```", "2:1: Here must stand keys: lines such as `name: value`."),
    ("---\n- a\n---\n", "2:1: Here must stand keys: lines such as `name: value`."),
  ])
  func `that are malformed are named with their place`(_ markdown: String, _ expected: String) {
    #expect(described(Document.read(markdown).problems) == [expected])
  }

  @Test func `before the text are front matter`() throws {
    let document = try Document(markdown: "\u{FEFF}---\r\nid: a\r\ngoals:\r\n- b\r\n---\r\n# C\r\n")
    #expect(document.frontMatter.map(words) == "id=\"a\"@2:5 goals=[\"b\"@4:3]@4:1")
    #expect(outline(document) == "6:1 h1 C")
  }

  @Test func `that are no YAML are text in foreign notes`() {
    #expect(outline("---\nwords\n---\n\nmore") == "1:1 rule\n2:1 h2 words\n5:1 p more")
  }
}
