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
    (#"\int_0^1 f(x) \, dx"#, "(big-integral 0 1 (* (call f x) d:x))"),
    (#"1e-4"#, "1e-4"),
    (#"\beta_1, \ldots, \beta_T"#, "{beta[1] comma ... comma beta[T]}"),
    (#"a %, b"# + "\n+ c", "(+ a c)"),
    (#"\displaystyle a \tag{1} \label{eq}"#, "a"),
    (#"x_{1:T}"#, "x[{1 colon T}]"),
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
    (#"\mathcal L(\theta) + L(a + b)"#, "(+ (call cal:L theta) (* L (parentheses (+ a b))))"),
    (#"D(E(x)) + P(\frac QP)^2"#, "(+ (call D (call E x)) (* P (^ (parentheses (frac Q P)) 2)))"),
    (#"\beta(t) + v(x_t) + c(0)"#, "(+ (call beta t) (call v x[t]) (call c 0))"),
    (#"\epsilon_\theta(x_t)"#, "(call epsilon[theta] x[t])"),
    (#"q(x)^2"#, "(^ (call q x) 2)"),
    (#"\log\bar\alpha_t + 1"#, "(+ (of rm:log alpha_bar[t]) 1)"),
    (#"\log(\bar\alpha_t)"#, "(call rm:log alpha_bar[t])"),
    (#"\sin 2\pi t"#, "(of rm:sin (* 2 pi t))"),
    (#"\sin^2 x \cos x"#, "(* (of (^ rm:sin 2) x) (of rm:cos x))"),
    (#"\log p(x)"#, "(of rm:log (call p x))"),
    (#"\mathbb E_{q}[x]"#, "(call-brackets bb:E[q] x)"),
    (#"\exp\{-x\}"#, "(call-braces rm:exp (+ (- x)))"),
    (#"\operatorname{Var}(x)"#, "(call rm:Var x)"),
    (#"\max(a, b)"#, "(call rm:max {a comma b})"),
    (#"\arg\min_\theta L"#, "(of rm:arg (of rm:min[theta] L))"),
  ])
  func `a name with brackets is a call or a product`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"\log q(x) r(x)"#, "(* (of rm:log (call q x)) (call r x))"),
    (#"\log x\, p(x)"#, "(* (of rm:log x) (call p x))"),
    (#"\log x~y\ z"#, "(* (of rm:log x) y z)"),
    (#"\log x p(x)"#, "(* (of rm:log x) (call p x))"),
    (#"\log 2 p(x)"#, "(of rm:log (* 2 (call p x)))"),
    (#"\log\frac ab c"#, "(* (of rm:log (frac a b)) c)"),
    (#"\log|x|y"#, "(* (of rm:log (bars x)) y)"),
    (#"\log 2\pi\sigma^2"#, "(of rm:log (* 2 pi (^ sigma 2)))"),
    (#"\sin\theta\,d\theta"#, "(* (of rm:sin theta) d:theta)"),
    (#"\int \log x dx"#, "(big-integral _ _ (* (of rm:log x) d:x))"),
    (#"\min_\theta a b + c"#, "(+ (of rm:min[theta] (* a b)) c)"),
    (#"\underset{\theta}{\max} f"#, "(of rm:max[theta] f)"),
    (#"\operatorname*{arg\,min}_x f"#, "(of rm:argmin[x] f)"),
    (#"\mathop{\rm argmin}\limits_x f"#, "(of rm:argmin[x] f)"),
    (#"\operatorname{tr} A"#, "(of rm:tr A)"),
    (#"\log"#, "rm:log"),
  ])
  func `an argument without brackets ends where one reads it to`(latex: String, outline: String)
    throws
  {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"dx = f\,dt + g\,d\bar w"#, "{d:x equal (+ (* f d:t) (* g d:w_bar))}"),
    (#"\mathrm{d}x \mathrm d y"#, "(* d:x d:y)"),
    (#"\frac{dx}{dt}"#, "(frac d:x d:t)"),
    (#"\int\!\!\int f dx dy"#, "(big-integral _ _ (big-integral _ _ (* f d:x d:y)))"),
    (#"\int p\,dx_{1:T}"#, "(big-integral _ _ (* p d:x[{1 colon T}]))"),
    (#"f\,d\gamma(x, y)"#, "(* f d:(call gamma {x comma y}))"),
    (#"2 d n"#, "(* 2 d n)"), (#"d_k"#, "d[k]"), (#"\sqrt{d}x"#, "(* (sqrt d) x)"),
    (#"ddd"#, "(* d d d)"),
  ])
  func `a differential is told from a product`(latex: String, outline: String) throws {
    #expect(try Expression(latex: latex).outline == outline)
  }

  @Test(arguments: [
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "(matrix-parentheses (row a b) (row c d))"),
    (#"\left[\begin{array}{cc} a & b \end{array}\right]"#, "(brackets (matrix (row a b)))"),
    (
      #"\begin{cases} 1 & \text{if } x > 0, \\ 0 & x = 0. \end{cases}"#,
      #"(cases (row 1 {(* "if " x) greater 0}) (row 0 {x equal 0}))"#
    ),
    (#"A^\top"#, "(^ A top)"),
    (#"\underbrace{a + b}_{\text{sum}} c"#, "(* (underbrace (+ a b) rm:sum) c)"),
    (#"\binom nk"#, "(choose n k)"),
    (#"a \pm b \cup c"#, "(+ a (plusOrMinus b) (union c))"),
    (#"a \odot b \circ c"#, "(* a elementwise b composed c)"),
    (#"\lfloor x \rfloor + \left\lceil y \right\rceil"#, "(+ (floor x) (ceiling y))"),
    (#"a \overset{d}{=} b \stackrel d\to c"#, "{a equal^d b tendsTo^d c}"),
    (#"a \xrightarrow[n]{d} b"#, "{a tendsTo^{d comma n} b}"),
    (#"\overset{*}{x}"#, "(above x (* empty empty))"),
    (
      #"\sum_{\substack{i=1 \\ i \ne j}} a_i"#,
      "(big-sum {{i equal 1} comma {i notEqual j}} _ a[i])"
    ),
    (#"a \not= b \not\in C"#, "{a notEqual b notElement C}"),
    (#"a + \dots + b, \dots, \cdots"#, "{(+ a centred b) comma ... comma centred}"),
    (#"\mathbf 1 \mathbb 1"#, "(* bold:1 bb:1)"),
    (#"\left\| x \right\|"#, "(doubleBars x)"),
    (#"\boxed{\color{red} x \hspace*{2em}\phantom{y}}"#, "x"),
    (#"{\rm KL} {\bf x}"#, "(* rm:KL bold:x)"),
    (#"f\colon X \to Y"#, "{f colon {X tendsTo Y}}"),
  ])
  func `what courses write is read with its meaning`(latex: String, outline: String) throws {
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
    (#"|a||b|"#, "(* (bars a) (bars b))"),
    (#"||a|| + |b||c|"#, "(+ (doubleBars a) (* (bars b) (bars c)))"),
    (#"p(x||y)"#, "(call p {x doubleBar y})"),
    (#"\log|x|"#, "(of rm:log (bars x))"),
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
    (#"\foo{x}{y} z + 1"#, [#"\foo{x}{y}"#]),
    (#"\begin{weird} a & b \\ c \end{weird}"#, [#"\begin{weird} a & b \\ c \end{weird}"#]),
    (#"[0, 1)"#, ["[", ")"]),
    (#"\left. x \right|_0"#, ["\\left.", "\\right|"]),
    (#"a = (b \\ + c)"#, ["(", ")"]),
    (#"\not\subset"#, ["\\not"]),
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
