import Formula
import Testing

struct PlainTests {
  @Test(arguments: [
    ("abar_t", #"\bar\alpha_t"#), ("abar[t]", #"\bar\alpha_t"#), ("abar_{t}", #"\bar\alpha_t"#),
    ("alpha_bar[t]", #"\bar\alpha_t"#), ("alphaBar[t]", #"\bar\alpha_t"#),
    ("alpha_bar_t", #"\bar\alpha_t"#), ("ᾱ_t", #"\bar\alpha_t"#), ("ᾱₜ", #"\bar\alpha_t"#),
    ("\u{1FB1}ₜ", #"\bar\alpha_t"#), ("abar_(t-1)", #"\bar\alpha_{t-1}"#),
    ("abar_{t-1}", #"\bar\alpha_{t-1}"#), ("abar[t-1]", #"\bar\alpha_{t-1}"#),
    ("ᾱₜ₋₁", #"\bar\alpha_{t-1}"#), ("btilde[t]", #"\tilde\beta_t"#),
    ("beta~_t", #"\tilde\beta_t"#),
    ("beta_tilde_t", #"\tilde\beta_t"#), ("betaTilde[t]", #"\tilde\beta_t"#),
    ("mu~_t(x_t, t)", #"\tilde\mu_t(x_t, t)"#), ("eps", #"\epsilon"#), ("epsilon", #"\varepsilon"#),
    ("ϵ", #"\epsilon"#), ("eps_theta(x_t, t)", #"\epsilon_\theta(x_t, t)"#),
    ("eps_c", #"\epsilon_c"#),
    ("x0", "x_0"), ("x_0", "x_{0}"), ("x[0]", "x_0"), ("x₀", "x_0"), ("xt", "x_t"), ("x_t", "x_t"),
    ("x_{t-1}", "x_{t-1}"), ("sigma_max", #"\sigma_\text{max}"#), ("xdot", #"\dot x"#),
    ("nabla_x", #"\nabla_x"#), ("theta^-_t", #"\theta^-_t"#),
    ("SNR(t)", #"\mathrm{SNR}(t)"#),
    ("xhat_0", #"\hat x_0"#), ("x_hat_0", #"\hat{x}_0"#), ("q(x_t|x0)", "q(x_t|x_0)"),
    ("x_t ~ N(0, I)", #"x_t \sim \mathcal N(0, I)"#),
    ("x_t~N(0, I)", #"x_t \sim \mathcal N(0, I)"#),
    ("E[x]", #"\mathbb E[x]"#), ("E_t[x]", #"\mathbb E_t[x]"#),
  ])
  func `every spelling of a quantity gives the tree of its LaTeX`(
    plain: String, latex: String
  ) throws {
    #expect(try Expression(plain: plain) == Expression(latex: latex))
  }

  @Test(arguments: [
    ("sqrt(abar[t])", #"\sqrt{\bar\alpha_t}"#), ("√(x+1)", #"\sqrt{x+1}"#),
    ("√ᾱₜ x0", #"\sqrt{\bar\alpha_t}x_0"#),
    ("x²", "x^2"), ("x**2", "x^2"), ("x^(t-1)", "x^{t-1}"), ("x^-1", "x^{-1}"), ("x⁻¹", "x^{-1}"),
    ("a · b", #"a \cdot b"#), ("a × b", #"a \times b"#), ("a − b", "a - b"),
    ("2alpha", #"2\alpha"#),
    ("sqrt(a) x0", #"\sqrt{a} x_0"#), ("|x|", "|x|"), ("abs(x)", "|x|"), ("1e-4", "1e-4"),
    ("-x^2 + 1", "-x^2 + 1"), ("exp(-x)", #"\exp(-x)"#), ("log x", #"\log x"#),
    ("prod(s, 1, t, alpha[s])", #"\prod_{s=1}^t \alpha_s"#),
    ("sum(i, 1, t, beta[i])", #"\sum_{i=1}^{t}\beta_i"#),
    ("sum(i, 1, t, 1 - beta[i])", #"\sum_{i=1}^{t}(1 - \beta_i)"#),
    ("t in {1, ..., T}", #"t \in \{1, \ldots, T\}"#),
    ("a ~= b === c propto d", #"a \approx b \equiv c \propto d"#),
    ("sum_{i=1}^t beta_i", #"\sum_{i=1}^t \beta_i"#), ("sum_t x_t", #"\sum_t x_t"#),
    ("∏_{i=1}^t α_i", #"\prod_{i=1}^t \alpha_i"#),
    ("a == b <= c >= d != e", #"a = b \le c \ge d \ne e"#),
    ("α·(1−ᾱₜ)", #"\alpha\cdot(1-\bar\alpha_t)"#),
    ("||x||^2", #"\|x\|^2"#), ("a +/- b", #"a \pm b"#), ("floor(x)", #"\lfloor x \rfloor"#),
    ("⌈x⌉ ⊙ y", #"\lceil x\rceil \odot y"#), ("binom(n, k)", #"\binom nk"#),
    ("int_0^1 x dtheta", #"\int_0^1 x\,d\theta"#),
    ("a =^d b", #"a \overset{d}{=} b"#), ("x_{1:T}", "x_{1:T}"), ("a <=> b", #"a \iff b"#),
    ("a <-b", "a < -b"), ("2^3^2", "2^{3^2}"),
  ])
  func `an operation has the tree of its LaTeX`(plain: String, latex: String) throws {
    #expect(try Expression(plain: plain) == Expression(latex: latex))
  }

  @Test func `a whole answer is read factor by factor`() throws {
    let answer = "eta * sqrt((1-abar[p])/(1-abar[t]) * (1-abar[t]/abar[p]))"
    #expect(
      try Expression(plain: answer).outline
        == """
        (* eta (sqrt (* (parentheses (+ 1 (- alpha_bar[p]))) (/ (parentheses (+ 1 (- \
        alpha_bar[t])))) (parentheses (+ 1 (- (* alpha_bar[t] (/ alpha_bar[p]))))))))
        """)
  }

  @Test func `a typed answer with a backslash is LaTeX`() throws {
    #expect(try Expression(typed: #"\sqrt 2x0"#) == Expression(typed: "√2 x_0"))
    #expect(try Expression(typed: #"\sqrt{x_0}"#) == Expression(typed: "sqrt(x0)"))
    #expect(try Expression(typed: #"\sqrt{abar_t}\,eps"#) == Expression(plain: "sqrt(abar_t) eps"))
  }

  @Test(arguments: [
    ("x + $", FormulaError(.unexpected("$"), at: 4..<5)),
    ("ä", FormulaError(.unexpected("ä"), at: 0..<2)),
    ("x + y.", FormulaError(.unexpected("."), at: 5..<6)),
    ("x +", FormulaError(.missingOperand(before: ""), at: 3..<3)),
    ("(x * )", FormulaError(.missingOperand(before: ")"), at: 5..<6)),
    ("x = = y", FormulaError(.missingOperand(before: "="), at: 4..<5)),
    ("* x", FormulaError(.missingOperand(before: "*"), at: 0..<1)),
    ("exp + 1", FormulaError(.missingOperand(before: "+"), at: 4..<5)),
    ("(x", FormulaError(.unclosed("("), at: 0..<1)),
    ("x)", FormulaError(.unopened(")"), at: 1..<2)),
    ("(x]", FormulaError(.unopened("]"), at: 2..<3)),
    ("|x", FormulaError(.unclosed("|"), at: 0..<1)),
    ("", FormulaError(.nothing, at: 0..<0)),
    ("  ", FormulaError(.nothing, at: 0..<2)),
  ])
  func `an error points at its place`(plain: String, error: FormulaError) {
    #expect(throws: error) { try Expression(plain: plain) }
  }
}
