import Testing

/// A formula and how it looks in 60 columns.
struct Specimen: Sendable, CustomTestStringConvertible {
  let name: String
  let latex: String
  let unicode: String
  let ascii: String

  init(_ name: String, _ latex: String, unicode: String, ascii: String) {
    self.name = name
    self.latex = latex
    self.unicode = unicode
    self.ascii = ascii
  }

  var testDescription: String { name }
}

extension Specimen {
  static let all = notes + further + chains + scores + structures

  /// The displayed formulas of a set of notes on diffusion models, with the slips that they have.
  static let notes = [
    Specimen(
      "one forward step", #"q(x_t|x_{t-1})=\mathcal N(x_t; \sqrt{1 - \beta_t}x_{t-1}, \beta_tI)"#,
      unicode: #"""
        q(xₜ | xₜ₋₁) = 𝒩(xₜ; √(1 - βₜ) xₜ₋₁, βₜI)
        """#,
      ascii: #"""
        q(x_t | x_{t-1})
          = N(x_t; sqrt(1 - beta_t) x_{t-1}, beta_t I)
        """#),
    Specimen(
      "the merged steps",
      #"""
      \begin{aligned}
      x_t &= \sqrt{\alpha_t}x_{t-1}+ \sqrt{1-\alpha_t}\epsilon_{1} \\
      &= \sqrt{\alpha_t}(\sqrt{\alpha_{t-1}}x_{t-2}+ \sqrt{1-\alpha_{t-1}}\epsilon_{2})+ \sqrt{1-\alpha_t}\epsilon_{1}  \\
      &= \sqrt{\alpha_t\alpha_{t-1}}x_{t-2}+\sqrt{\alpha_t(1-\alpha_{t-1})}\epsilon_{2}+ \sqrt{1-\alpha_t}\epsilon_{1}  \\
      &= \sqrt{\alpha_t\alpha_{t-1}}x_{t-2}+\sqrt{1-\alpha_t\alpha_{t-1}} \epsilon_{2}  \\
      &= \cdots \\
      &= \sqrt{\bar \alpha_{t}}x_{0}+\sqrt{1-\bar \alpha_{t}} \epsilon_{t} \\
      \end{aligned}
      """#,
      unicode: #"""
        xₜ = √αₜ xₜ₋₁ + √(1 - αₜ) ϵ₁
           = √αₜ (√αₜ₋₁ xₜ₋₂ + √(1 - αₜ₋₁) ϵ₂) + √(1 - αₜ) ϵ₁
           = √(αₜαₜ₋₁) xₜ₋₂ + √(αₜ(1 - αₜ₋₁)) ϵ₂ + √(1 - αₜ) ϵ₁
           = √(αₜαₜ₋₁) xₜ₋₂ + √(1 - αₜαₜ₋₁) ϵ₂
           = ⋯
           = √ᾱₜ x₀ + √(1 - ᾱₜ) ϵₜ
        """#,
      ascii: #"""
        x_t = sqrt(alpha_t) x_{t-1} + sqrt(1 - alpha_t) eps_1
            = sqrt(alpha_t) (sqrt(alpha_{t-1}) x_{t-2}
                             + sqrt(1 - alpha_{t-1}) eps_2)
              + sqrt(1 - alpha_t) eps_1
            = sqrt(alpha_t alpha_{t-1}) x_{t-2}
              + sqrt(alpha_t * (1 - alpha_{t-1})) eps_2
              + sqrt(1 - alpha_t) eps_1
            = sqrt(alpha_t alpha_{t-1}) x_{t-2}
              + sqrt(1 - alpha_t alpha_{t-1}) eps_2
            = ...
            = sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps_t
        """#),
    Specimen(
      "two normals merged",
      #"\mathcal N(0, {\alpha_t(1-\alpha_{t-1})})+\mathcal N(0, {1-\alpha_{t}}) \rightarrow \mathcal N(0, {1-\alpha_t\alpha_{t-1}})"#,
      unicode: #"""
        𝒩(0, αₜ(1 - αₜ₋₁)) + 𝒩(0, 1 - αₜ) → 𝒩(0, 1 - αₜαₜ₋₁)
        """#,
      ascii: #"""
        N(0, alpha_t * (1 - alpha_{t-1})) + N(0, 1 - alpha_t)
          -> N(0, 1 - alpha_t alpha_{t-1})
        """#),
    Specimen(
      "the reverse kernel",
      #"q(x_{t-1}|x_t) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t, t), \tilde\beta_tI)"#,
      unicode: #"""
        q(xₜ₋₁ | xₜ) = 𝒩(xₜ₋₁; μ̃ₜ(xₜ, t), β̃ₜI)
        """#,
      ascii: #"""
        q(x_{t-1} | x_t) = N(x_{t-1}; mu~_t(x_t, t), beta~_t I)
        """#),
    Specimen(
      "a reverse step", #"x_{t-1} = \tilde\mu_t(x_t, t)+\tilde \beta_t z_t"#,
      unicode: #"""
        xₜ₋₁ = μ̃ₜ(xₜ, t) + β̃ₜzₜ
        """#,
      ascii: #"""
        x_{t-1} = mu~_t(x_t, t) + beta~_t z_t
        """#),
    Specimen(
      "the posterior's variance and mean",
      #"""
      \tilde\beta_t = \frac {1 - \bar \alpha_{t-1}} {1 - \bar \alpha_{t}} \beta_t\\
      \tilde\mu_t(x_t, t)=\frac {1} {\sqrt{\alpha_t}} (x_t-\frac{1-\alpha_t}{\sqrt{1-\bar \alpha_t}}\epsilon_t)
      """#,
      unicode: #"""
             1 - ᾱₜ₋₁
        β̃ₜ = ──────── βₜ
              1 - ᾱₜ

                     1  ⎛      1 - αₜ     ⎞
        μ̃ₜ(xₜ, t) = ─── ⎜xₜ - ───────── ϵₜ⎟
                    √αₜ ⎝     √(1 - ᾱₜ)   ⎠
        """#,
      ascii: #"""
                  1 - abar_{t-1}
        beta~_t = -------------- beta_t
                    1 - abar_t

                              1       /        1 - alpha_t         \
        mu~_t(x_t, t) = ------------- |x_t - ---------------- eps_t|
                        sqrt(alpha_t) \      sqrt(1 - abar_t)      /
        """#),
    Specimen(
      "the loss",
      #"\mathcal L=\mathbb E_{t,x_0,\epsilon_t}||\epsilon_t -\epsilon_\theta(x_0, t)||^2"#,
      unicode: #"""
        ℒ = 𝔼_{t,x₀,ϵₜ} ‖ϵₜ - ϵ_θ(x₀, t)‖²
        """#,
      ascii: #"""
        L = E_{t,x_0,eps_t} ||eps_t - eps_theta(x_0, t)||^2
        """#),
    Specimen(
      "the DDIM step",
      #"""
      \begin{aligned}
      x_{t-1} &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1}} \epsilon_{t-1} \\
      &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \epsilon_{t} +\sigma_t z_t \\
      &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \frac {x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}} +\sigma_t z_t \\
      \end{aligned}
      """#,
      unicode: #"""
        xₜ₋₁ = √ᾱₜ₋₁ x₀ + √(1 - ᾱₜ₋₁) ϵₜ₋₁
             = √ᾱₜ₋₁ x₀ + √(1 - ᾱₜ₋₁ - σₜ²) ϵₜ + σₜzₜ

                                            xₜ - √αₜ x₀
             = √ᾱₜ₋₁ x₀ + √(1 - ᾱₜ₋₁ - σₜ²) ─────────── + σₜzₜ
                                             √(1 - αₜ)
        """#,
      ascii: #"""
        x_{t-1} = sqrt(abar_{t-1}) x_0
                  + sqrt(1 - abar_{t-1}) eps_{t-1}
                = sqrt(abar_{t-1}) x_0
                  + sqrt(1 - abar_{t-1} - sigma_t^2) eps_t
                  + sigma_t z_t
                = sqrt(abar_{t-1}) x_0
                  + sqrt(1 - abar_{t-1} - sigma_t^2)

                        x_t - sqrt(alpha_t) x_0
                      * -----------------------
                           sqrt(1 - alpha_t)

                  + sigma_t z_t
        """#),
    Specimen(
      "the DDIM mean and variance",
      #"""
      \tilde\mu_t(x_t, t)=\sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \frac {x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}} \\
      \tilde\beta_t = \sigma_t^2= \frac {1 - \bar \alpha_{t-1}} {1 - \bar \alpha_{t}} \beta_t
      """#,
      unicode: #"""
                                                 xₜ - √αₜ x₀
        μ̃ₜ(xₜ, t) = √ᾱₜ₋₁ x₀ + √(1 - ᾱₜ₋₁ - σₜ²) ───────────
                                                  √(1 - αₜ)

                   1 - ᾱₜ₋₁
        β̃ₜ = σₜ² = ──────── βₜ
                    1 - ᾱₜ
        """#,
      ascii: #"""
        mu~_t(x_t, t) = sqrt(abar_{t-1}) x_0
                        + sqrt(1 - abar_{t-1} - sigma_t^2)

                              x_t - sqrt(alpha_t) x_0
                            * -----------------------
                                 sqrt(1 - alpha_t)

                              1 - abar_{t-1}
        beta~_t = sigma_t^2 = -------------- beta_t
                                1 - abar_t
        """#),
    Specimen(
      "classifier-free guidance",
      #"""
      \begin{aligned}
      \bar\epsilon_\theta(x_0, t, y) &= \epsilon_\theta(x_0, t, y) + w(\epsilon_\theta(x_0, t, y) - \epsilon_\theta(x_0, t)) \\
      &=(w+1)\epsilon_\theta(x_0, t, y) - w\epsilon_\theta(x_0, t)
      \end{aligned}
      """#,
      unicode: #"""
        ϵ̄_θ(x₀, t, y) = ϵ_θ(x₀, t, y)
                        + w(ϵ_θ(x₀, t, y) - ϵ_θ(x₀, t))
                      = (w + 1) ϵ_θ(x₀, t, y) - w ϵ_θ(x₀, t)
        """#,
      ascii: #"""
        epsbar_theta(x_0, t, y)
          = eps_theta(x_0, t, y)
            + w * (eps_theta(x_0, t, y) - eps_theta(x_0, t))
          = (w + 1) eps_theta(x_0, t, y) - w eps_theta(x_0, t)
        """#),
  ]
}
