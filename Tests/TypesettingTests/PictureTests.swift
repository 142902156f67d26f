import Canvas
import Formula
import Testing
import Typesetting

struct PictureTests {
  @Test(arguments: Specimen.all)
  func `a formula looks as drawn in Unicode`(specimen: Specimen) throws {
    #expect(try picture(specimen.latex, .braille) == specimen.unicode)
  }

  @Test(arguments: Specimen.all)
  func `a formula looks as drawn in ASCII`(specimen: Specimen) throws {
    #expect(try picture(specimen.latex, .ascii) == specimen.ascii)
  }

  @Test(arguments: [
    (#"\beta_t"#, "βₜ", "beta_t"),
    (#"\{\epsilon_t\} \sim \mathcal N(0, I)"#, "{ϵₜ} ∼ 𝒩(0, I)", "{eps_t} ~ N(0, I)"),
    (#"\epsilon_{1}, \epsilon_{2}"#, "ϵ₁, ϵ₂", "eps_1, eps_2"),
    (
      #"\{\beta_1, \beta_2, \cdots, \beta_t\}"#, "{β₁, β₂, ⋯, βₜ}",
      "{beta_1, beta_2, ..., beta_t}"
    ),
    (#"\tilde \beta_t = \beta_t"#, "β̃ₜ = βₜ", "beta~_t = beta_t"),
    (#"\eta \ge  0"#, "η ≥ 0", "eta >= 0"),
    (#"\eta \tilde \beta_t = \sigma_t^2"#, "ηβ̃ₜ = σₜ²", "eta beta~_t = sigma_t^2"),
    (#"S = T = 1000"#, "S = T = 1000", "S = T = 1000"),
    (#"S <T"#, "S < T", "S < T"),
    (#"S=50\sim100"#, "S = 50 ∼ 100", "S = 50 ~ 100"),
    (#"x \neq y \leq z \to 0"#, "x ≠ y ≤ z → 0", "x != y <= z -> 0"),
    (#"p \propto q := r \equiv s"#, "p ∝ q ≔ r ≡ s", "p propto q := r === s"),
    (#"\sigma_{max} x_{0} \sigma_{\text{max}}"#, "σ_max x₀ σ_max", nil),
  ])
  func `a formula inside a sentence is one row`(latex: String, unicode: String, ascii: String?)
    throws
  {
    #expect(try picture(latex, .braille) == unicode)
    if let ascii { #expect(try picture(latex, .ascii) == ascii) }
  }

  @Test func `the baseline is the row of the text around`() throws {
    let formula = try Expression(latex: #"x_\theta = \frac{\frac ab}{c}"#)
    let typeset = formula.typeset(glyphs: .ascii, columns: 60)
    #expect(typeset.baseline == 3)
    #expect(typeset.screen.lines[3].hasPrefix("x_theta = -"))
  }

  @Test(arguments: GlyphSet.allCases)
  func `ASCII is asked for and nothing else comes`(glyphs: GlyphSet) throws {
    let isASCII = try Specimen.all.allSatisfy {
      try picture($0.latex, glyphs).utf8.allSatisfy { $0 < 0x80 }
    }
    #expect(isASCII == !glyphs.isUnicode)
  }

  @Test func `nothing is an empty row`() throws {
    let typeset = try Expression(latex: "").typeset(glyphs: .braille, columns: 60)
    #expect(typeset.screen.lines == [""])
    #expect(typeset.baseline == 0)
  }

  @Test(arguments: [
    (#"\foo x + 1"#, #"\foo x + 1"#),
    (#"\begin{weird} a & b \end{weird} = 2"#, #"\begin{weird} a & b \end{weird} = 2"#),
    ("\\text{a\u{1B}[31mb}", "a\u{FFFD}[31mb"),
  ])
  func `what the parser does not know is shown as its source`(latex: String, shown: String) throws {
    #expect(try picture(latex, .braille) == shown)
  }

  @Test func `a tree gets the brackets that it needs`() {
    let sum = Expression(.sum([Expression.Term(.x), Expression.Term(.y, isNegative: true)]))
    let product = Expression(.product([.init(.juxtaposed, sum), .init(.juxtaposed, .x)]))
    let power = Expression(.power(product, exponent: Expression(.number("2"))))
    let quotient = Expression(.product([.init(.juxtaposed, .x), .init(.slash, product)]))
    #expect(picture(power, .braille, 60) == "((x - y)x)²")
    #expect(picture(quotient, .braille, 60) == "x/((x - y)x)")
    #expect(quotient.line(glyphs: .ascii) == "x/((x - y) * x)")
  }
}

extension Expression {
  fileprivate static let x = Expression(.symbol(Symbol("x")))
  fileprivate static let y = Expression(.symbol(Symbol("y")))
}

func picture(_ latex: String, _ glyphs: GlyphSet, columns: Int = 60) throws -> String {
  picture(try Expression(latex: latex), glyphs, columns)
}

func picture(_ formula: Expression, _ glyphs: GlyphSet, _ columns: Int) -> String {
  formula.typeset(glyphs: glyphs, columns: columns).screen.lines.joined(separator: "\n")
}
