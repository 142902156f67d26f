import Canvas
import Formula
import Testing
import Typesetting

struct FittingTests {
  /// A formula of everything that can be broken.
  static let step = #"""
    \begin{aligned}
    x_{t-1} &= \sqrt{\bar\alpha_{t-1}}x_0 + \sqrt{1-\bar\alpha_{t-1}}\epsilon \\
    &= w(\epsilon_1 + \epsilon_2) \frac{x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}}
    \end{aligned}
    """#

  /// The narrow widths, where most has to be broken, and some of the others.
  static let widths = Array(1...16) + Array(stride(from: 18, through: 70, by: 4))

  @Test(arguments: Specimen.all, GlyphSet.allCases)
  func `no width is exceeded`(specimen: Specimen, glyphs: GlyphSet) throws {
    let formula = try Expression(latex: specimen.latex)
    for columns in Self.widths {
      let typeset = formula.typeset(glyphs: glyphs, columns: columns)
      #expect(typeset.screen.size.columns <= columns)
      #expect(typeset.baseline < typeset.screen.size.rows)
    }
  }

  /// On one line a binomial coefficient has a name of its own.
  @Test(arguments: Specimen.all.filter { !$0.latex.contains("binom") })
  func `no letter or digit is lost in a narrow place`(specimen: Specimen) throws {
    let formula = try Expression(latex: specimen.latex)
    let all = lettersAndDigits(picture(formula, .ascii, 500))
    for columns in Self.widths {
      #expect(lettersAndDigits(picture(formula, .ascii, columns)) == all)
    }
  }

  @Test func `40 columns break at terms`() throws {
    #expect(
      try picture(Self.step, .ascii, columns: 40) == """
        x_{t-1} = sqrt(abar_{t-1}) x_0
                  + sqrt(1 - abar_{t-1}) eps
                = w * (eps_1 + eps_2)

                      x_t - sqrt(alpha_t) x_0
                    * -----------------------
                         sqrt(1 - alpha_t)
        """)
  }

  @Test func `20 columns put the right sides below and break at factors`() throws {
    #expect(
      try picture(Self.step, .braille, columns: 20) == """
        xₜ₋₁
          = √ᾱₜ₋₁ x₀
            + √(1 - ᾱₜ₋₁) ϵ
          = w(ϵ₁ + ϵ₂)

                xₜ - √αₜ x₀
              · ───────────
                 √(1 - αₜ)
        """)
  }

  @Test func `a part that can't be broken is written on one line and that broken at spaces`() throws
  {
    #expect(
      try picture(#"x / \frac{\sqrt{\alpha_t}}{x_t - x_0} = 1"#, .ascii, columns: 16) == """
        x
          / (sqrt(alpha_
              t)/(x_t -
              x_0))
          = 1
        """)
  }

  @Test func `a chain of relations is broken before each`() throws {
    #expect(
      try picture(#"\alpha = \beta + \gamma = \delta \leq \zeta"#, .ascii, columns: 20) == """
        alpha = beta + gamma
              = delta
              <= zeta
        """)
  }

  @Test func `a side that leaves no room stands above`() throws {
    #expect(
      try picture(#"\epsilon_\theta(x_t, t) = \alpha_t + \beta_t"#, .ascii, columns: 24) == """
        eps_theta(x_t, t)
          = alpha_t + beta_t
        """)
  }

  @Test func `brackets go over several lines`() throws {
    #expect(
      try picture(#"\sqrt2(\alpha_t x_t + \beta_t x_0)"#, .ascii, columns: 26) == """
        sqrt(2) (alpha_t x_t
                 + beta_t x_0)
        """)
  }

  @Test func `a list is broken after its commas`() throws {
    #expect(
      try picture(#"\alpha = 1, \beta = 2, \gamma = 3"#, .ascii, columns: 20) == """
        alpha = 1, beta = 2,
        gamma = 3
        """)
  }

  @Test func `a word longer than the line goes on in the next`() throws {
    #expect(try picture(#"\text{probability}"#, .ascii, columns: 4) == "prob\nabil\nity")
  }

  /// Formulas as long and as deep as the parser lets them be; each is laid out on a few columns.
  @Test(arguments: [
    (String(repeating: #"\frac{1"#, count: 90), String(repeating: "}{2}", count: 90)),
    (String(repeating: #"\sqrt{1+"#, count: 90), "2" + String(repeating: "}", count: 90)),
    (String(repeating: "x_{", count: 90), "2" + String(repeating: "}", count: 90)),
    (String(repeating: "f(", count: 90), "2" + String(repeating: ")", count: 90)),
    (String(repeating: "a + ", count: 4_900), "b"),
    (String(repeating: #"a \\ "#, count: 3_900), "b"),
  ])
  func `a formula of any size is laid out`(start: String, end: String) throws {
    let formula = try Expression(latex: start + end)
    for columns in [1, 20, 60, Int.max] {
      let size = formula.typeset(glyphs: .braille, columns: columns).screen.size
      #expect(size.columns <= min(columns, 512))
    }
    #expect(!formula.words.isEmpty)
  }

  private func lettersAndDigits(_ picture: String) -> [Character] {
    picture.filter { $0.isLetter || $0.isNumber }.sorted()
  }
}
