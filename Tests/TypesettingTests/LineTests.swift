import Canvas
import Formula
import Testing
import Typesetting

extension Specimen {
  /// Whether it has what typed maths does not: words, a factorial, a bracketed index above, half-open
  /// brackets.
  fileprivate var isSentence: Bool {
    ["\\text", "!", "^{(", "\\right),"].contains { latex.contains($0) }
  }
}

struct LineTests {
  @Test(arguments: [
    (
      #"\tilde\beta_t = \frac{1 - \bar\alpha_{t-1}}{1 - \bar\alpha_t} \beta_t"#,
      "β̃ₜ = ((1 - ᾱₜ₋₁)/(1 - ᾱₜ)) βₜ",
      "beta~_t = ((1 - abar_{t-1})/(1 - abar_t)) * beta_t"
    ),
    (
      #"\sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon"#,
      "√ᾱₜ x₀ + √(1 - ᾱₜ) ϵ", "sqrt(abar_t) * x_0 + sqrt(1 - abar_t) * eps"
    ),
    (
      #"\mathbb E_{t,x_0}\|\epsilon - \epsilon_\theta(x_t, t)\|^2"#,
      "𝔼_{t,x₀} ‖ϵ - ϵ_θ(xₜ, t)‖²", "E_{t,x_0} ||eps - eps_theta(x_t, t)||^2"
    ),
    (
      #"\bar\alpha_t = \prod_{i=1}^t\alpha_i"#, "ᾱₜ = ∏_{i=1}ᵗ αᵢ",
      "abar_t = prod(i, 1, t, alpha_i)"
    ),
    (#"e^{-\frac{x^2}{2}} \sqrt[3]{x+1}"#, "e^(-x²/2) (x + 1)^(1/3)", "e^(-x^2/2) * (x + 1)^(1/3)"),
    (
      #"\begin{aligned} x &= a + b \\ &= c \\ y &= d\end{aligned}"#,
      "x = a + b; = c; y = d", "x = a + b; = c; y = d"
    ),
    (#"\hat x_0, \bar\epsilon, \overline{a+b}"#, "x̂₀, ϵ̄, bar(a + b)", "xhat_0, epsbar, bar(a + b)"),
  ])
  func `a line brackets all that two dimensions group`(
    latex: String, unicode: String, ascii: String
  ) throws {
    let formula = try Expression(latex: latex)
    #expect(formula.line(glyphs: .braille) == unicode)
    #expect(formula.line(glyphs: .ascii) == ascii)
    #expect(formula.typedLine == ascii)
  }

  /// Formulas that have a value for the symbols of `scope`.
  static let evaluable = [
    #"\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#,
    #"\frac{1}{\sqrt{\alpha_t}}(x_t-\frac{1-\alpha_t}{\sqrt{1-\bar\alpha_t}}\epsilon)"#,
    #"\sqrt{\bar\alpha_{t-1}}x_0+\sqrt{1-\bar\alpha_{t-1}-\sigma^2}\frac{x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}}+\sigma z"#,
    #"\sqrt{\alpha_t}(\sqrt{\alpha_{t-1}}x_0+\sqrt{1-\alpha_{t-1}}\epsilon)+\sqrt{1-\alpha_t}z"#,
    #"\prod_{i=1}^t\alpha_i"#, #"\sum_{i=1}^t(\beta_i - w)z"#, #"w \sum_{i=1}^t \beta_i z + z"#,
    #"(w+1)z - w\epsilon"#, #"-\frac{z}{w} - -z"#, #"-z^2"#, #"(-z)^2"#, #"2^{-t}"#, #"2^{w^2}"#,
    #"(2^w)^2"#, #"\sqrt{w}^3"#, #"\sqrt[3]{w+1}"#, #"w/t/z"#, #"w/(tz)"#, #"w/tz"#,
    #"\frac{w}{\frac{t}{z}}"#, #"\frac{\frac{w}{t}}{z}"#, #"w\cdot 3\times 2 z"#, #"z - (w - t)"#,
    #"\exp(-\frac{z^2}{2}) + \log w + |z - w|"#, #"e^{-z^2/2}"#, #"\min(z, w)"#, #"\sin^2 z"#,
    #"\sigma_{\text{max}}w"#, #"\eta\sqrt{\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}}"#,
  ]

  static let scope: Scope = {
    let alpha = [0.9, 0.8, 0.5]
    let abar = [1, 0.9, 0.72, 0.36]
    var bindings: [String: Scope.Binding] = [
      "alpha": Scope.table(alpha), "beta": Scope.table(alpha.map { 1 - $0 }),
      "alpha_bar": Scope.table(from: 0, abar),
    ]
    let numbers = [
      "t": 3, "x_0": 0.3, "x_t": 1.7, "epsilon": -0.4, "z": 0.6, "w": 2.5, "sigma": 0.2, "eta": 0.7,
      "e": 2.718, "sigma_max": 80,
    ]
    for (name, number) in numbers { bindings[name] = .value(.scalar(number)) }
    return Scope(bindings)
  }()

  @Test(arguments: evaluable, GlyphSet.allCases)
  func `a typed line means what it was made from`(latex: String, glyphs: GlyphSet) throws {
    let formula = try Expression(latex: latex)
    let value = try #require(try formula.value(in: Self.scope).scalar)
    let typed = try Expression(plain: formula.line(glyphs: glyphs))
    let back = try #require(try typed.value(in: Self.scope).scalar)
    // The same operations in the same order, but for the bracketing of quotients.
    #expect(abs(back - value) <= 1e-14 * abs(value), "\(formula.line(glyphs: glyphs))")
  }

  @Test(arguments: evaluable.filter { !$0.contains("frac") && !$0.contains("_{i=1}") })
  func `a picture of one row of ASCII can be typed back`(latex: String) throws {
    let formula = try Expression(latex: latex)
    let rows = formula.typeset(glyphs: .ascii, columns: 500).screen.lines
    #expect(rows.count == 1)
    let value = try #require(try formula.value(in: Self.scope).scalar)
    let back = try #require(try Expression(plain: rows[0]).value(in: Self.scope).scalar)
    #expect(abs(back - value) <= 1e-14 * abs(value), "\(rows[0])")
  }

  @Test(arguments: Specimen.all.filter { !$0.isSentence })
  func `a typed line stays the same when typed back twice`(specimen: Specimen) throws {
    let line = try Expression(latex: specimen.latex).typedLine
    #expect(try Expression(plain: line).typedLine == line)
  }
}
