import Formula
import Testing

struct LatexTests {
  @Test(arguments: NotesFormulas.displays + NotesFormulas.inline)
  func `a formula of the notes is read without an unknown part`(latex: String) throws {
    #expect(try Expression(latex: latex).unknowns.isEmpty)
  }

  /// Every name, number and operation of the source is in the tree as often as in the source.
  @Test(arguments: NotesFormulas.displays + NotesFormulas.inline)
  func `nothing of a formula of the notes is lost`(latex: String) throws {
    let outline = try Expression(latex: latex).outline
    for name in ["alpha", "beta", "epsilon", "mu", "sigma", "theta", "eta"] {
      #expect(count(of: name, in: outline) == count(of: name, in: latex))
    }
    for (command, name) in [
      ("\\bar", "_bar"), ("\\tilde", "_tilde"), ("\\sqrt", "(sqrt"), ("\\frac", "(frac"),
      ("\\mathcal", "cal:"), ("-", "(- "), ("=", "equal"), (",", "comma"),
      ("\\\\\n&", "(row empty"),
    ] {
      let isTie = command == "," ? count(of: "\\,", in: latex) : 0
      #expect(count(of: name, in: outline) == count(of: command, in: latex) - isTie)
    }
  }

  private func count(of part: String, in text: String) -> Int {
    text.indices.count { text[$0...].hasPrefix(part) }
  }

  @Test(arguments: [
    (#"\bar\alpha_t"#, "alpha_bar[t]"),
    (#"\bar{\alpha}_t"#, "alpha_bar[t]"),
    (#"\bar{\alpha_t}"#, "alpha_bar[t]"),
    (#"\overline{\alpha}_{t}"#, "alpha_bar[t]"),
    (#"\varepsilon_\theta"#, "epsilon[theta]"),
    (#"\mathbf{x}_0"#, "bold:x[0]"),
    (#"\boldsymbol\epsilon"#, "bold:epsilon"),
    (#"\mathrm{SNR}(t)"#, "(call rm:SNR t)"),
    (#"\text{SNR}(t)"#, "(call rm:SNR t)"),
    (#"\sigma_\text{max}"#, "sigma[rm:max]"),
    (#"\sigma_{\mathrm{max}}"#, "sigma[rm:max]"),
    (#"\sigma_{max}"#, "sigma[rm:max]"),
    (#"\overline{a+b}"#, "(bar (+ a b))"),
    (#"x_t^*"#, "x*[t]"),
    (#"x^{*}_t"#, "x*[t]"),
    (#"f'(x)"#, "(call f' x)"),
    (#"\theta^-"#, "theta-"),
    (#"\sigma_{\max}"#, "sigma[rm:max]"),
    (#"\mathbb{1}"#, "bb:1"),
  ])
  func `a symbol is one, however it is marked`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"\frac12"#, "(frac 1 2)"),
    (#"\dfrac1{2}x"#, "(* (frac 1 2) x)"),
    (#"\frac ab"#, "(frac a b)"),
    (#"\sqrt2"#, "(sqrt 2)"),
    (#"\sqrt[3]{x}"#, "(sqrt x 3)"),
    (#"\sqrt\bar\alpha_t x"#, "(* (sqrt alpha_bar[t]) x)"),
    (#"\sqrt(1-x)"#, "(sqrt (+ 1 (- x)))"),
    (#"x^23"#, "(* (^ x 2) 3)"),
    (#"x^{-1}"#, "(^ x (+ (- 1)))"),
    (#"x^-1"#, "(^ x (+ (- 1)))"),
    (#"\sigma_t^2"#, "(^ sigma[t] 2)"),
    (#"\sigma^2_t"#, "(^ sigma[t] 2)"),
    (#"a \cdot -b"#, "(* a (+ (- b)))"),
    (#"-a + b"#, "(+ (- a) b)"),
    (#"a/b c"#, "(* a (/ b) c)"),
    (#"\left( \frac{a}{b} \right)^2"#, "(^ (parentheses (frac a b)) 2)"),
    (#"\big( a \bigr)"#, "(parentheses a)"),
    (#"\sum_{i=1}^n a_i + b"#, "(+ (big-sum {i equal 1} n a[i]) b)"),
    (#"\int_0^1 f(x) \, dx"#, "(big-integral 0 1 (* (call f x) d x))"),
    (#"1e-4"#, "1e-4"),
    (#"\beta_1, \ldots, \beta_T"#, "{beta[1] comma ... comma beta[T]}"),
    (#"a %, b"# + "\n+ c", "(+ a c)"),
    (#"\displaystyle a \tag{1} \label{eq}"#, "a"),
    (#"x_{1:T}"#, "x[(* 1 <:> T)]"),
    (#"x = y."#, "{x equal y}"),
    (#"x = y,"#, "{x equal y}"),
    (#"a := b \propto c \approx d"#, "{a defined b proportional c approximately d}"),
  ])
  func `a formula is read as it is typeset`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"\alpha_t(1-\alpha_{t-1})"#, "(* alpha[t] (parentheses (+ 1 (- alpha[(+ t (- 1))]))))"),
    (#"w(a-b)"#, "(* w (parentheses (+ a (- b))))"),
    (#"\tilde\mu_t(x_t,t)"#, "(call mu_tilde[t] {x[t] comma t})"),
    (#"\epsilon_\theta(x_t)"#, "(call epsilon[theta] x[t])"),
    (#"q(x)^2"#, "(^ (call q x) 2)"),
    (#"\log\bar\alpha_t + 1"#, "(+ (call rm:log alpha_bar[t]) 1)"),
    (#"\log(\bar\alpha_t)"#, "(call rm:log alpha_bar[t])"),
    (#"\sin 2\pi t"#, "(call rm:sin (* 2 pi t))"),
    (#"\sin^2 x \cos x"#, "(* (call (^ rm:sin 2) x) (call rm:cos x))"),
    (#"\log p(x)"#, "(call rm:log (call p x))"),
    (#"\mathbb E_{q}[x]"#, "(call-brackets bb:E[q] x)"),
    (#"\exp\{-x\}"#, "(call-braces rm:exp (+ (- x)))"),
    (#"\operatorname{Var}(x)"#, "(call rm:Var x)"),
    (#"\max(a, b)"#, "(call rm:max {a comma b})"),
    (#"\arg\min_\theta L"#, "(call rm:arg (call rm:min[theta] L))"),
  ])
  func `a name with brackets is a call or a product`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"|x|"#, "(bars x)"),
    (#"2|x| + |y|"#, "(+ (* 2 (bars x)) (bars y))"),
    (#"q(x|y)"#, "(call q {x given y})"),
    (#"p(x|y, z|w)"#, "(call p {x given y comma z given w})"),
    (#"p(x \mid y)"#, "(call p {x given y})"),
    (#"D_{KL}(q \| p)"#, "(call D[rm:KL] {q doubleBar p})"),
    (#"D_{KL}(q(x) || p(x))"#, "(call D[rm:KL] {(call q x) doubleBar (call p x)})"),
    (#"\mathbb E||x - y||^2"#, "(* bb:E (^ (doubleBars (+ x (- y))) 2))"),
    (#"(w\|x\|^2)"#, "(parentheses (* w (^ (doubleBars x) 2)))"),
    (#"\lVert x \rVert_2^2"#, "(^ (doubleBars x)[2] 2)"),
    (#"\log|x|"#, "(call rm:log (bars x))"),
    (#"\left|a\right|"#, "(bars a)"),
  ])
  func `a bar encloses or separates`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"a \\ b"#, "(rows (row a) (row b))"),
    (
      #"\begin{align*} a &= b \\[4pt] &= c \end{align*}"#,
      "(aligned (row a {empty equal b}) (row empty {empty equal c}))"
    ),
    (
      #"\begin{equation}\begin{split}a&=b\end{split}\end{equation}"#,
      "(aligned (row a {empty equal b}))"
    ),
    (#"\begin{gathered} a \\ b \end{gathered}"#, "(rows (row a) (row b))"),
  ])
  func `rows keep their cells`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"\foo{x} + 1"#, ["\\foo"]),
    (#"\begin{weird} a & b \\ c \end{weird}"#, [#"\begin{weird} a & b \\ c \end{weird}"#]),
    (#"[0, 1)"#, ["[", ")"]),
    (#"\left. x \right|_0"#, ["\\left.", "\\right|"]),
    (#"a = (b \\ + c)"#, ["(", ")"]),
    (#"\lfloor x \rfloor"#, ["\\lfloor", "\\rfloor"]),
    (#"a \pm b"#, ["\\pm"]),
    (#"#"#, ["#"]),
    (#"\"#, ["\\"]),
  ])
  func `what is not known is kept as its source`(latex: String, unknowns: [String]) throws {
    #expect(try Expression(latex: latex).unknowns.map(\.source) == unknowns)
  }

  @Test(arguments: ["", " ", "^", "x_", "_", "=", "+", "a +", "{}", "a,,b", "&", #"\\"#, "'", "^*"])
  func `a formula with a part missing is a tree with a gap`(latex: String) throws {
    _ = try Expression(latex: latex)
  }

  @Test func `a part knows where in the source it stands`() throws {
    let latex = #"ε + \sqrt{\bar\alpha_t}"#
    guard case .sum(let terms) = try Expression(latex: latex).node else {
      Issue.record("a sum was expected")
      return
    }
    #expect(terms.map(\.value.range) == [0..<2, 5..<24])
  }

  @Test func `a formula tells the names that it uses, and where`() throws {
    let symbols = try Expression(latex: #"\prod_{s=1}^t \bar\alpha_s + \mathbf x"#).symbols
    #expect(symbols.map(\.symbol.canonicalName) == ["s", "t", "alpha_bar", "s", "x"])
    #expect(symbols[2].range == 14..<24)
  }
}
