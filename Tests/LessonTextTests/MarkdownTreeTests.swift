import LessonText
import Testing

@Suite struct `A tree of Markdown` {
  @Test(arguments: [
    ("# A *b*\ntext\n\nB\n---\n", "1:1 h1 A _b_\n2:1 p text\n4:1 h2 B"),
    ("a\nb  \nc\\\nd", "1:1 p a b⏎c⏎d"),
    ("- a\n- b\n\n  c\n   - d\n", "1:1 ul\n· 1:3 p a\n· 2:3 p b\n  4:3 p c\n  5:4 ul\n  · 5:6 p d"),
    ("3. a\n4. **b** c", "1:1 ol 3\n· 1:4 p a\n· 2:4 p *b* c"),
    ("- - a", "1:1 ul\n· 1:3 ul\n  · 1:5 p a"),
    ("> a\n> > b", "1:1 quote\n· 1:3 p a\n  2:3 quote\n  · 2:5 p b"),
    ("a\n\n***\n\nb\n- - -\n", "1:1 p a\n3:1 rule\n5:1 p b\n6:1 rule"),
    ("A\n---\n\n---\n\n---", "1:1 h2 A\n4:1 rule\n6:1 rule"),
    ("```swift x\nlet a\n```", "1:1 code[swift] \"let a\\n\""),
    ("```\n\n\na\n```", "1:1 code[] \"\\n\\na\\n\""),
    ("|a|b|\n|:-:|--:|\n|1|2|", "1:1 table cr\n· a | b\n· 1 | 2"),
    ("|a|b|\n|-|:-|\n|$x$|2|\n\n$y$", "1:1 table ll\n· a | b\n· «x»3:3 | 2\n5:1 p «y»5:2"),
    ("a\n\n|-|-| `|-|` |-|", "1:1 p a\n3:1 p |-|-| ‹|-|› |-|"),
    ("```\n|-|-|\n```", "1:1 code[] \"|-|-|\\n\""),
    ("[a *b*](c \"d\") <http://e.f>", "1:1 p [a _b_](c) [http://e.f](http://e.f)"),
    ("![a $x$](b&amp;c)", "1:1 p ![a $x$](b&c)"),
    ("&alpha;&#x3B2;&lt;&nosuch;", "1:1 p αβ<&nosuch;"),
    ("a<br>b <img alt='c &amp; d' src=e> <b>f</b>", "1:1 p a⏎b ![c & d](e) f"),
    ("<div>\n<p align=\"center\">$x$ a\n</div>\n\nb", "1:1 p «x»2:20 a\n5:1 p b"),
    ("a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf", "1:1 p a  c\n7:1 p f"),
    ("\u{FEFF}a\r\nb\r\n\r\n$c$\r", "1:1 p a b\n4:1 p «c»4:2"),
    ("\ta\n\tb\n\nc\td", "1:2 code[] \"a\\nb\\n\"\n4:1 p c\td"),
    ("", ""),
  ])
  func `keeps structure, words and places`(_ markdown: String, _ expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test func `tells which bytes were no text`() throws {
    let bytes = Array("a\r\né".utf8) + [0xFF] + Array("b $x$".utf8)
    let document = try Document(markdown: bytes, directives: false)
    #expect(outline(document) == "1:1 p a é\u{FFFD}b «x»2:6")
    #expect(
      described(document.repairs) == ["2:2: These bytes are no UTF-8 text: save the file as UTF-8."]
    )
  }

  @Test func `prints an error as compilers do`() {
    let error = TextError("No.", at: SourcePosition(line: 3, column: 14))
    #expect(error.described(in: "lessons/a.md") == "lessons/a.md:3:14: No.")
  }
}
