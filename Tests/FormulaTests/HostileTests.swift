import Formula
import Testing

/// Whatever is thrown at the parsers, they answer at once with a tree or an error.
struct HostileTests {
  @Test(arguments: [
    "{", "\\frac", "\\frac{", "\\sqrt", "\\sqrt{", "(", "^", "x^", "_", "x_", "x_{", "-", "|", "||",
    "\\bar", "\\mathbf", "\\sum", "\\log", "\\left(", "\\begin{aligned}", "\\begin{x}", "\\text{",
    "\\mathrm{", "x|", "\\{", "[", "a(", "\\end{a}", "&", "\\\\", "'", "^'", "%", "$", "a_b^c",
    "\\sqrt[", "2^", "\u{304}", "\u{0}", "ₜ", ",", "=", "+", "1e", ".", "~", "\\", "log ", "x~",
    "dx", "d", "\\mathrm d", "\\log d", "\\log 2", "\\overset{", "\\overset{a}", "\\overset a=",
    "\\underbrace", "\\underbrace{x}_", "\\substack{", "\\substack{a\\\\b}", "\\begin{cases}",
    "\\binom", "\\xrightarrow", "\\min_x", "\\not", "\\pm", "|a|", "|a||", "||a", "x:", "\\foo{",
    "\\lfloor", "d_{", "\\log x\\,", "\\log{x}", "=^", "\\operatorname{", "\\rm ", "da_{b",
  ])
  func `repeated thousands of times, a piece is no trap`(piece: String) {
    let text = String(repeating: piece, count: 19_990 / piece.utf8.count)
    _ = try? Expression(latex: text)
    _ = try? Expression(plain: text)
  }

  @Test(arguments: [
    ("{", "}"), ("\\frac{", "}{}"), ("\\sqrt{", "}"), ("(", ")"), ("x^{", "}"),
    ("\\left(", "\\right)"),
  ])
  func `nesting is read to a hundred levels and refused beyond`(open: String, close: String) throws
  {
    func nested(_ count: Int) -> String {
      String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
    }
    _ = try Expression(latex: nested(100))
    #expect(throws: FormulaError.self) { try Expression(latex: nested(101)) }
    #expect(throws: FormulaError.self) { try Expression(latex: nested(10_000)) }
  }

  @Test(arguments: ["a", "{", "(", "x+", "\\frac"])
  func `a megabyte is refused by its size`(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let error = FormulaError(.tooLong(limit: 20_000), at: 0..<text.utf8.count)
    #expect(throws: error) { try Expression(latex: text) }
    #expect(throws: error) { try Expression(plain: text) }
  }

  @Test(arguments: [
    "x_{", "}", "(x", "x)", #"\left(x"#, #"x\right)"#, #"\begin{aligned} x"#, #"x \end{aligned}"#,
    #"\begin{aligned} x \end{align}"#, "{(x}", "({x)}",
  ])
  func `what is not closed or not opened is an error`(latex: String) {
    #expect(throws: FormulaError.self) { try Expression(latex: latex) }
  }

  @Test func `a long sum is no deep one`() throws {
    let sum = try Expression(plain: String(repeating: "x+", count: 5000) + "x")
    guard case .sum(let terms) = sum.node else {
      Issue.record("a sum was expected")
      return
    }
    #expect(terms.count == 5001)
  }

  /// Any mixture of pieces gives a tree or an error, and the same each time.
  @Test(arguments: 0..<40)
  func `pieces in any order give a tree or an error`(seed: Int) {
    let pieces = [
      "x", "_", "^", "{", "}", "(", ")", "[", "]", "|", "\\|", "\\frac", "\\sqrt", "\\left(",
      "\\right)", "\\bar", "+", "-", "=", ",", "&", "\\\\", "12", "\\log", "\\sum", "'", "*", " ",
      "\\begin{aligned}", "\\end{aligned}", "dx", "\\,", "\\overset{a}", "\\underbrace{x}",
      "\\begin{cases}", "\\end{cases}", "\\substack{", "\\pm", "\\lfloor", "\\rfloor", "|a||b|",
      "\\mathcal", "\\text{a}", "\\quad", ".", "\\epsilon",
    ]
    var state = UInt64(seed) &+ 1
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      #expect((try? Expression(latex: text)) == (try? Expression(latex: text)))
      _ = try? Expression(plain: text)
    }
  }
}
