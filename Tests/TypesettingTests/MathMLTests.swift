import Formula
import Testing

@testable import Typesetting

@Suite struct `A formula as MathML` {
  @Test(arguments: [
    ("x_t", "<msub><mi>x</mi><mi>t</mi></msub>"),
    ("x_t^2", "<msubsup><mi>x</mi><mi>t</mi><mn>2</mn></msubsup>"),
    ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    ("\\sqrt{a}", "<msqrt><mi>a</mi></msqrt>"),
    ("-a-b", "<mrow><mo>\u{2212}</mo><mi>a</mi><mo>\u{2212}</mo><mi>b</mi></mrow>"),
    ("ab", "<mrow><mi>a</mi><mo>\u{2062}</mo><mi>b</mi></mrow>"),
    ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
    ("\\tilde\\beta", "<mover accent=\"true\"><mi>β</mi><mo stretchy=\"false\">~</mo></mover>"),
    (
      "\\lVert x\\rVert",
      "<mrow><mo fence=\"true\" stretchy=\"false\" form=\"prefix\">\u{2016}</mo><mi>x</mi>"
        + "<mo fence=\"true\" stretchy=\"false\" form=\"postfix\">\u{2016}</mo></mrow>"
    ),
  ])
  func `has the element of each part`(latex: String, markup: String) throws {
    let html = try Expression(latex: latex).mathML(isDisplayed: false)
    #expect(html.hasSuffix(">\(markup)</math>"), "\(html)")
  }

  @Test func `aligns the lines of a derivation at their signs`() throws {
    let html = try Expression(latex: "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}")
      .mathML(isDisplayed: true)
    #expect(html.hasPrefix("<math display=\"block\" alttext="))
    #expect(html.split(separator: "<mtr>").count == 3)
    #expect(html.contains("text-align:right"))
  }
}
