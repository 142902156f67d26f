import LessonText
import Testing

@Suite struct `Formulas in a text` {
  @Test(arguments: [
    ("a $x_t$ b", "1:1 p a «x_t»1:4 b"),
    ("the variance $$\\beta_t$$ within", "1:1 p the variance «\\beta_t»1:16 within"),
    ("$5 and $6", "1:1 p $5 and $6"),
    ("it costs $5, $x$ does not", "1:1 p it costs $5, «x»1:15 does not"),
    ("USD$20 and USD$30", "1:1 p USD$20 and USD$30"),
    ("a \\$x\\$ b", "1:1 p a $x$ b"),
    ("$a \\$ b$", "1:1 p «a \\$ b»1:2"),
    ("$ x$ and $x $", "1:1 p $ x$ and $x $"),
    ("3$\\sigma$-rule, $a$$b$", "1:1 p 3«\\sigma»1:3-rule, «a»1:18«b»1:21"),
    ("`$x$` and $y$", "1:1 p ‹$x$› and «y»1:12"),
    ("``a ` $x$`` $y$", "1:1 p ‹a ` $x$› «y»1:14"),
    ("`open $y$", "1:1 p `open «y»1:8"),
    ("$`x_t`$ b", "1:1 p «x_t»1:3 b"),
    ("*a $x_1$ b $y_1$*", "1:1 p _a «x_1»1:5 b «y_1»1:13_"),
    ("**$x$**, _$y$_", "1:1 p *«x»1:4*, _«y»1:12_"),
    ("$a_b$ and $c_d$", "1:1 p «a_b»1:2 and «c_d»1:12"),
    ("[$x$](a$b$c)", "1:1 p [«x»1:3](a$b$c)"),
    ("if a <b and $x$ > 3", "1:1 p if a <b and «x»1:14 > 3"),
    ("\\(a_t\\), \\\\(b\\\\)", "1:1 p «a_t»1:3, \\(b\\)"),
    ("see \\[1\\] and \\[ x \\]", "1:1 p see [1] and «x»1:18"),
    ("über $α$ é", "1:1 p über «α»1:7 é"),
    ("$a\nb$", "1:1 p «a\nb»1:2"),
    ("$a\n\nb$", "1:1 p $a\n3:1 p b$"),
    ("$$ open", "1:1 p $$ open"),
    ("$$\nopen\n\nand $x$", "1:1 p $$ open\n4:1 p and «x»4:6"),
    ("> \\[ a\n\nb \\]", "1:1 quote\n· 1:3 p [ a\n3:1 p b ]"),
    ("> $$ a\nb $$ c", "1:1 quote\n· 1:3 p $$ a b $$ c"),
    ("$$$$ and $$ $$", "1:1 p $$$$ and $$ $$"),
  ])
  func `are told from money, code and escapes`(_ markdown: String, _ expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("$$\nx\n$$", "2:1 formula \"x\""),
    ("a\n$$x$$\nb", "1:1 p a\n2:3 formula \"x\"\n3:1 p b"),
    ("  $$ x  $$  ", "1:6 formula \"x\""),
    ("\\[ x \\]", "1:4 formula \"x\""),
    (
      "$$\n- a\n\n# b\n> c\n|d|\n1. e\n---\n$$",
      "2:1 formula \"- a\\n\\n# b\\n> c\\n|d|\\n1. e\\n---\""
    ),
    ("```math\nx\ny\n```\nz", "2:1 formula \"x\\ny\"\n5:1 p z"),
    (
      "\\begin{align*}\na&=b\\\\\n&=c\n\\end{align*}",
      "1:1 formula \"\\\\begin{align*}\\na&=b\\\\\\\\\\n&=c\\n\\\\end{align*}\""
    ),
    ("a \\begin{align}x\\end{align}", "1:1 p a «\\begin{align}x\\end{align}»1:3"),
    ("\\begin{verse}x\\end{verse}", "1:1 p \\begin{verse}x\\end{verse}"),
    ("- a\n  $$\n  x\n  y\n  $$\n- b", "1:1 ul\n· 1:3 p a\n  3:3 formula \"x\\n  y\"\n· 6:3 p b"),
    ("> a\n> $$\n> x\n> y\n> $$", "1:1 quote\n· 1:3 p a\n  3:3 formula \"x\\n  y\""),
    ("$$x$$\n---", "1:3 formula \"x\"\n2:1 rule"),
    ("$$\nx\n$$ (1)", "1:1 p «x»2:1 (1)"),
    ("| a | b |\n|---|---|\n| $|x|$ | $$y|z$$ |", "1:1 table ll\n· a | b\n· «|x|»3:4 | «y|z»3:13"),
  ])
  func `that stand alone are blocks`(_ markdown: String, _ expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("```\n$x$ and $$\n$$\n```", "1:1 code[] \"$x$ and $$\\n$$\\n\""),
    ("a\n\n    $$\n    x\n      y\n    $$\n", "1:1 p a\n3:5 code[] \"$$\\nx\\n  y\\n$$\\n\""),
    ("~~~tex\n$x$\n~~~\n$x$", "1:1 code[tex] \"$x$\\n\"\n4:1 p «x»4:2"),
    ("```\n$x$", "1:1 code[] \"$x$\\n\""),
    ("> ```\n> $x$\n\n$y$", "1:1 quote\n· 1:3 code[] \"$x$\\n\"\n4:1 p «y»4:2"),
    ("- ```\n  $x$\n\n$y$", "1:1 ul\n· 1:3 code[] \"$x$\\n\\n\"\n4:1 p «y»4:2"),
  ])
  func `are not looked for in code`(_ markdown: String, _ expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: ["א", "一", "\u{E000}", "\u{1}", "\u{0}", "\u{FFFC}", "x"])
  func `survive every character that a mask could be made of`(_ mark: Character) {
    let text = String(repeating: mark, count: 3)
    let shown = mark == "\u{0}" ? "\u{FFFD}\u{FFFD}\u{FFFD}" : text
    #expect(outline("\(text) $\(text)$ \(text)") == "1:1 p \(shown) «\(text)»1:6 \(shown)")
  }
}
