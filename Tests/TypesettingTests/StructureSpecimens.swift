extension Specimen {
  /// Formulas with structures of their own: matrices, cases, labels, signs between sets.
  static let structures = [
    Specimen(
      "a divergence as an integral",
      #"D_{\mathrm{KL}}(q \| p) = \int q(x) \log \frac{q(x)}{p(x)}\, dx"#,
      unicode: #"""
                                 q(x)
        D_KL(q ‖ p) = ∫ q(x) log ──── dx
                                 p(x)
        """#,
      ascii: #"""
                                    q(x)
        D_KL(q || p) = int q(x) log ---- dx
                                    p(x)
        """#),
    Specimen(
      "attention",
      #"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#,
      unicode: #"""
                                    ⎛QKᵀ⎞
        Attention(Q, K, V) = softmax⎜───⎟ V
                                    ⎝√dₖ⎠
        """#,
      ascii: #"""
                                    /  Q K^T  \
        Attention(Q, K, V) = softmax|---------| V
                                    \sqrt(d_k)/
        """#),
    Specimen(
      "a covariance",
      #"\Sigma = \begin{pmatrix} \sigma_1^2 & \rho\sigma_1\sigma_2 \\ \rho\sigma_1\sigma_2 & \sigma_2^2 \end{pmatrix}"#,
      unicode: #"""
            ⎛ σ₁²   ρσ₁σ₂⎞
        Σ = ⎝ρσ₁σ₂   σ₂² ⎠
        """#,
      ascii: #"""
                /     sigma_1^2       rho sigma_1 sigma_2\
        Sigma = \rho sigma_1 sigma_2       sigma_2^2     /
        """#),
    Specimen(
      "a joint law",
      #"\begin{bmatrix} x_t \\ x_0 \end{bmatrix} \sim \mathcal N\left(0, \begin{bmatrix} 1 & \sqrt{\bar\alpha_t} \\ \sqrt{\bar\alpha_t} & 1 \end{bmatrix}\right)"#,
      unicode: #"""
        ⎡xₜ⎤    ⎛   ⎡ 1   √ᾱₜ⎤⎞
        ⎣x₀⎦ ∼ 𝒩⎝0, ⎣√ᾱₜ   1 ⎦⎠
        """#,
      ascii: #"""
        [x_t]    /   [     1        sqrt(abar_t)]\
        [x_0] ~ N\0, [sqrt(abar_t)       1      ]/
        """#),
    Specimen(
      "relations with words above",
      #"X_n \xrightarrow{d} \mathcal N(0,1), \quad x_i \overset{\text{iid}}{\sim} p"#,
      unicode: #"""
           d              iid
        Xₙ → 𝒩(0, 1),  xᵢ  ∼  p
        """#,
      ascii: #"""
            d                iid
        X_n -> N(0, 1),  x_i  ~  p
        """#),
    Specimen(
      "a binomial coefficient",
      #"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#,
      unicode: #"""
        ⎛n⎞       n!
        ⎝k⎠ = ──────────
              k!(n - k)!
        """#,
      ascii: #"""
        /n\       n!
        \k/ = ----------
              k!(n - k)!
        """#),
    Specimen(
      "two conditions below a sum",
      #"\sum_{\substack{i=1 \\ i\neq j}}^n a_{ij}"#,
      unicode: #"""
           n
           ∑   aᵢⱼ
        i=1,i≠j
        """#,
      ascii: #"""
            n
           sum  a_{i j}
        i=1,i!=j
        """#),
    Specimen(
      "roots",
      #"\sqrt[3]{x} + \sqrt{\frac{a}{b}} + \sqrt{\sigma_\theta^2} + \sqrt[n]{1+x}"#,
      unicode: #"""
               ┌─────┐
               │  a
        ³√x +  │ ───   + √(σ²_θ) + ⁿ√(1 + x)
              ╲│  b
        """#,
      ascii: #"""
                      / a \
        x^(1/3) + sqrt|---| + sqrt(sigma_theta^2) + (1 + x)^(1/n)
                      \ b /
        """#),
    Specimen(
      "functions without brackets",
      #"\sin^2\theta + \cos^2\theta = 1, \quad \log x^2 y, \quad \exp(-x)\,y, \quad 2\log\sigma, \quad \frac{\log x}{\log y}, \quad \log x / \log y, \quad (\log x)^2"#,
      unicode: #"""
        sin² θ + cos² θ = 1,  log(x²y),  exp(-x) y,  2 log σ,

        log x
        ─────,  log(x)/log y,  (log x)²
        log y
        """#,
      ascii: #"""
        sin^2 theta + cos^2 theta = 1,  log(x^2 y),  exp(-x) y,

                      log x
        2 log sigma,  -----,  log(x)/log y,  (log x)^2
                      log y
        """#),
    Specimen(
      "statements",
      #"\forall t\in\{1,\dots,T\}: \quad \epsilon_t \perp x_0, \quad A\cup B\subseteq C\setminus\emptyset"#,
      unicode: #"""
        ∀t ∈ {1, …, T}:  ϵₜ ⊥ x₀,  A ∪ B ⊆ C ∖ ∅
        """#,
      ascii: #"""
        forall t in {1, ..., T}:  eps_t perp x_0,
        A union B subseteq C setminus emptyset
        """#),
    Specimen(
      "arrows",
      #"a \not= b, \quad a \pm b \mp c, \quad \lceil x\rceil, \quad f\colon X\to Y, \quad x\mapsto x^2, \quad p \iff q \implies r"#,
      unicode: #"""
        a ≠ b,  a ± b ∓ c,  ⌈x⌉,  f: X → Y,  x ↦ x²,  p ⇔ q ⇒ r
        """#,
      ascii: #"""
        a != b,  a +/- b -/+ c,  ceil(x),  f: X -> Y,  x |-> x^2,
        p <=> q => r
        """#),
    Specimen(
      "integrals",
      #"\int_0^1 \beta(s)\,ds, \quad \int_0^t\!\!\int f\,dx\,dy, \quad \iint f\,dx\,dy, \quad \oint f\,dz"#,
      unicode: #"""
        1           t
        ∫ β(s) ds,  ∫ ∫ f dx dy,  ∬ f dx dy,  ∮ f dz
        0           0
        """#,
      ascii: #"""
         1                t
        int beta(s) ds,  int int f dx dy,  iint f dx dy,  oint f dz
         0                0
        """#),
  ]
}
