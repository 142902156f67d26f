import Formula
import Testing
import Typesetting

struct WordsTests {
  @Test(arguments: [
    (
      #"x_t = \sqrt{\bar\alpha_t}x_{t-1} + z"#,
      "x t equals the square root of alpha bar t, times x sub t minus 1, plus z"
    ),
    (
      #"\sqrt{1-\bar\alpha_t}\epsilon"#,
      "the square root of the quantity 1 minus alpha bar t end quantity, times epsilon"
    ),
    (
      #"\tilde\beta_t = \frac{1-\bar\alpha_p}{1-\bar\alpha_t}\beta_t"#,
      "beta tilde t equals the quantity 1 minus alpha bar p end quantity, over the quantity "
        + "1 minus alpha bar t end quantity, times beta t"
    ),
    (#"1 - \bar\alpha_{t-1}"#, "1, minus alpha bar sub t minus 1"),
    (#"1 - \bar\alpha_t - 1"#, "1 minus alpha bar t minus 1"),
    (#"\frac{a}{b}c"#, "a over b, times c"),
    (#"\frac{a}{bc}"#, "a over the quantity b times c end quantity"),
    (#"w(a - b)"#, "w times the quantity a minus b end quantity"),
    (#"q(x_t|x_{t-1})"#, "q of x t given x sub t minus 1"),
    (#"\epsilon_\theta(x_t, t, y)"#, "epsilon theta of x t, t and y"),
    (
      #"\mathcal N(x_t; a + b, \beta_tI)"#,
      "script N of x t semicolon a plus b comma beta t times I end arguments"
    ),
    (
      #"\mathbb E_{t,x_0}\|\epsilon - z\|^2"#,
      "E sub t, x 0 end sub, the norm of epsilon minus z end norm squared"
    ),
    (
      #"\prod_{i=1}^t (\alpha_i + 1)"#,
      "the product over i from 1 to t of the quantity alpha i plus 1 end quantity"
    ),
    (#"\sigma_t^2 \geq 0"#, "sigma t squared is at least 0"),
    (#"(x+y)^2"#, "the quantity x plus y end quantity squared"),
    (#"\sqrt{x}^2"#, "the quantity the square root of x end quantity squared"),
    (
      #"\mathbb E[x^2] - \mathbb E[x]^2"#,
      "E of x squared, minus the quantity E of x end quantity squared"
    ),
    (#"a_{ij}"#, "a i j"),
    (#"\sqrt{x^2}"#, "the square root of x squared"),
    (#"x^{n+1}"#, "x to the power the quantity n plus 1 end quantity"),
    (
      #"\{\beta_1, \cdots, \beta_T\}, z \sim q"#,
      "the set of beta 1, and so on, beta T end set, z is distributed as q"
    ),
    (#"\begin{aligned} x &= y \\ &= z \end{aligned}"#, "x equals y; equals z"),
    (#"f'(x), x^*, \vec v"#, "f prime of x, x star, v vector"),
    (#"z = 0 \text{ if } t = 1"#, "z equals 0 if t equals 1"),
    (
      #"\int q \log\frac{q}{p}\,dx"#,
      "the integral of the quantity q times log of the quantity q over p end quantity, d x end "
        + "quantity"
    ),
    (
      #"\begin{cases} 1 & t > 0 \\ 0 \end{cases}"#,
      "the cases: 1, t is greater than 0; 0; end cases"
    ),
    (
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
      "the matrix with the rows: a, b; c, d; end matrix"
    ),
    (
      #"A^\top \odot B, \underbrace{x}_{\text{data}}, \binom nk"#,
      "A transpose elementwise times B, x called data, n choose k"
    ),
    (
      #"x \overset{d}{=} y \pm z, \nabla\cdot f, \lfloor x \rfloor, x_{1:T}"#,
      "x equals, with d above, y plus or minus z, nabla dot f, the floor of x end floor, "
        + "x sub 1 to T end sub"
    ),
    (#"\foo x"#, #"\foo x"#), ("", ""),
  ])
  func `a formula is said so that it can be written down again`(latex: String, words: String)
    throws
  {
    #expect(try Expression(latex: latex).words == words)
  }
}
