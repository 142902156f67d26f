extension Specimen {
  /// Formulas around the notes, for what the notes do not have.
  static let further = [
    Specimen(
      "the posterior's mean from both ends",
      #"\tilde\mu_t = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0+\frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t"#,
      unicode: #"""
             √ᾱₜ₋₁ βₜ      √αₜ (1 - ᾱₜ₋₁)
        μ̃ₜ = ──────── x₀ + ────────────── xₜ
              1 - ᾱₜ           1 - ᾱₜ
        """#,
      ascii: #"""
                sqrt(abar_{t-1}) beta_t
        mu~_t = ----------------------- x_0
                      1 - abar_t

                  sqrt(alpha_t) (1 - abar_{t-1})
                + ------------------------------ x_t
                            1 - abar_t
        """#),
    Specimen(
      "the noise of DDIM",
      #"\sigma_t = \eta\sqrt{\frac{1-\bar\alpha_p}{1-\bar\alpha_t}}\sqrt{1-\frac{\bar\alpha_t}{\bar\alpha_p}}"#,
      unicode: #"""
                ┌────────┐  ┌─────────┐
                │ 1 - ᾱₚ    │     ᾱₜ
        σₜ = η  │ ──────    │ 1 - ───
               ╲│ 1 - ᾱₜ   ╲│     ᾱₚ
        """#,
      ascii: #"""
                          /1 - abar_p\     /    abar_t\
        sigma_t = eta sqrt|----------| sqrt|1 - ------|
                          \1 - abar_t/     \    abar_p/
        """#),
    Specimen(
      "a normal density",
      #"p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)"#,
      unicode: #"""
                  1       ⎛  (x - μ)²⎞
        p(x) = ─────── exp⎜- ────────⎟
               √(2πσ²)    ⎝    2σ²   ⎠
        """#,
      ascii: #"""
                       1             /  (x - mu)^2\
        p(x) = ------------------ exp|- ----------|
               sqrt(2 pi sigma^2)    \  2 sigma^2 /
        """#),
    Specimen(
      "the bound's terms",
      #"\sum_{t=2}^T \mathbb E_q\left[\frac{\beta_t^2}{2\sigma_t^2\alpha_t(1-\bar\alpha_t)}\|\epsilon-\epsilon_\theta(x_t,t)\|^2\right]"#,
      unicode: #"""
         T    ⎡     βₜ²                        ⎤
         ∑ 𝔼_q⎢────────────── ‖ϵ - ϵ_θ(xₜ, t)‖²⎥
        t=2   ⎣2σₜ²αₜ(1 - ᾱₜ)                  ⎦
        """#,
      ascii: #"""
         T     [             beta_t^2             ]
        sum E_q[----------------------------------]
        t=2    [2 sigma_t^2 alpha_t * (1 - abar_t)]
               [                                  ]
               [  * ||eps - eps_theta(x_t, t)||^2 ]
        """#),
    Specimen(
      "the reverse process", #"p_\theta(x_{0:T}) := p(x_T)\prod_{t=1}^T p_\theta(x_{t-1}|x_t)"#,
      unicode: #"""
                               T
        p_θ(x_{0:T}) ≔ p(x_T)  ∏ p_θ(xₜ₋₁ | xₜ)
                              t=1
        """#,
      ascii: #"""
                                     T
        p_theta(x_{0:T}) := p(x_T) prod p_theta(x_{t-1} | x_t)
                                   t=1
        """#),
    Specimen(
      "a divergence", #"D_{KL}(q(x_{t-1}|x_t,x_0) \| p_\theta(x_{t-1}|x_t)) \geq 0"#,
      unicode: #"""
        D_KL(q(xₜ₋₁ | xₜ, x₀) ‖ p_θ(xₜ₋₁ | xₜ)) ≥ 0
        """#,
      ascii: #"""
        D_KL(q(x_{t-1} | x_t, x_0) || p_theta(x_{t-1} | x_t)) >= 0
        """#),
    Specimen(
      "a score", #"\nabla_{x_t} \log p(y|x_t) \approx -\frac{1}{2}\hat x"#,
      unicode: #"""
                                  1
        ∇_{xₜ} log p(y | xₜ) ≈ - ─── x̂
                                  2
        """#,
      ascii: #"""
                                         1
        nabla_{x_t} log p(y | x_t) ~= - --- xhat
                                         2
        """#),
    Specimen(
      "an integral", #"\int_{-\infty}^{\infty} p(x) dx = 1"#,
      unicode: #"""
         ∞
         ∫ p(x) dx = 1
        -∞
        """#,
      ascii: #"""
         infinity
           int   p(x) dx = 1
        -infinity
        """#),
    Specimen(
      "exponents", #"e^{-\frac{x^2}{2}} + e^{-x^2/2} + 2^{n+1} + A^{-1} + \sigma_\theta^2"#,
      unicode: #"""
           x²
         - ───
            2     -x²/2
        e      + e      + 2ⁿ⁺¹ + A⁻¹ + σ²_θ
        """#,
      ascii: #"""
        e^(-x^2/2) + e^(-x^2/2) + 2^(n+1) + A^(-1) + sigma_theta^2
        """#),
    Specimen(
      "roots", #"\sqrt{2} + \sqrt[3]{x} + \sqrt[n]{1+x} + \sqrt{x}^2 + \sqrt{\sigma_\theta}"#,
      unicode: #"""
        √2 + ³√x + ⁿ√(1 + x) + (√x)² + √σ_θ
        """#,
      ascii: #"""
        sqrt(2) + x^(1/3) + (1 + x)^(1/n) + sqrt(x)^2
        + sqrt(sigma_theta)
        """#),
    Specimen(
      "nested fractions", #"\frac{\frac{a}{b}}{\frac{c}{d}} - \left(\frac{a}{b}\right)^2"#,
      unicode: #"""
          a
         ───
          b     ⎛ a ⎞²
        ───── - ⎜───⎟
          c     ⎝ b ⎠
         ───
          d
        """#,
      ascii: #"""
          a
         ---
          b     / a \^2
        ----- - |---|
          c     \ b /
         ---
          d
        """#),
    Specimen(
      "brackets",
      #"\left[\frac{a}{b}\right]_i, \left\{\frac{a}{b}\right\}, \left|\frac{a}{b}\right|, \left\|\frac{a}{b}\right\|"#,
      unicode: #"""
        ⎡ a ⎤   ⎧ a ⎫  │ a │  ║ a ║
        ⎢───⎥ , ⎨───⎬, │───│, ║───║
        ⎣ b ⎦ᵢ  ⎩ b ⎭  │ b │  ║ b ║
        """#,
      ascii: #"""
        [ a ]    / a \  | a |  || a ||
        [---]  , {---}, |---|, ||---||
        [ b ]_i  \ b /  | b |  || b ||
        """#),
    Specimen(
      "brackets that are no pair", #"t \in \left[0, 1\right), \left.\frac{a}{b}\right|_{x=0}"#,
      unicode: #"""
                     a │
        t ∈ [0, 1), ───│
                     b │ₓ₌₀
        """#,
      ascii: #"""
                      a |
        t in [0, 1), ---|
                      b |_{x=0}
        """#),
    Specimen(
      "a condition beside a fraction", #"p\left(x \mid \frac{y}{2}\right)"#,
      unicode: #"""
         ⎛  │  y ⎞
        p⎜x │ ───⎟
         ⎝  │  2 ⎠
        """#,
      ascii: #"""
         /  |  y \
        p|x | ---|
         \  |  2 /
        """#),
    Specimen(
      "signs of multiplication", #"2 \cdot 3, 2 \times 10^{-4}, x 2, \eta\sigma_t z, w(a+b)(c)"#,
      unicode: #"""
        2 · 3, 2 × 10⁻⁴, x · 2, ησₜz, w(a + b)(c)
        """#,
      ascii: #"""
        2 * 3, 2 * 10^(-4), x * 2, eta sigma_t z, w * (a + b) (c)
        """#),
    Specimen(
      "marks", #"f'(x), x^*, \theta^-, \hat x_0, \vec v, \dot x, \overline{a+b}"#,
      unicode: #"""
                                 _____
        f′(x), x*, θ⁻, x̂₀, v⃗, ẋ, a + b
        """#,
      ascii: #"""
        f'(x), x^*, theta^-, xhat_0, vvec, xdot, bar(a + b)
        """#),
    Specimen(
      "words", #"z = 0 \text{ if } t = 1"#,
      unicode: #"""
        z = 0 if t = 1
        """#,
      ascii: #"""
        z = 0 if t = 1
        """#),
    Specimen(
      "limits below names",
      #"\lim_{t \to \infty} \bar\alpha_t = 0, \theta^* = \arg\min_\theta E(\theta), \max(a, b_{ij})"#,
      unicode: #"""
        lim ᾱₜ = 0, θ* = arg min E(θ), max(a, bᵢⱼ)
        t→∞                   θ
        """#,
      ascii: #"""
            lim    abar_t = 0, theta^* = arg  min E(theta),
        t->infinity                          theta

        max(a, b_{i j})
        """#),
    Specimen(
      "two columns",
      #"\begin{aligned} a &= b & c &= d \\ \alpha_t &= 1 & \beta_t &= 0 \end{aligned}"#,
      unicode: #"""
         a = b    c = d
        αₜ = 1   βₜ = 0
        """#,
      ascii: #"""
              a = b        c = d
        alpha_t = 1   beta_t = 0
        """#),
  ]
}
