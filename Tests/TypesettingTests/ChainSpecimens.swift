extension Specimen {
  /// Formulas of noising and denoising step by step, and of the bound on the likelihood.
  static let chains = [
    Specimen(
      "the whole forward process",
      #"q(x_{1:T} | x_0) = \prod_{t=1}^T q(x_t | x_{t-1})"#,
      unicode: #"""
                           T
        q(x_{1:T} | x₀) =  ∏ q(xₜ | xₜ₋₁)
                          t=1
        """#,
      ascii: #"""
                             T
        q(x_{1:T} | x_0) = prod q(x_t | x_{t-1})
                           t=1
        """#),
    Specimen(
      "a jump, and its noise",
      #"x_t = \sqrt{\bar\alpha_t}\,x_0 + \sqrt{1-\bar\alpha_t}\,\epsilon, \quad \epsilon\sim\mathcal N(0, \mathbf I)"#,
      unicode: #"""
        xₜ = √ᾱₜ x₀ + √(1 - ᾱₜ) ϵ,  ϵ ∼ 𝒩(0, I)
        """#,
      ascii: #"""
        x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) eps,
        eps ~ N(0, I)
        """#),
    Specimen(
      "the whole reverse process",
      #"p_\theta(x_{0:T}) = p(x_T)\prod_{t=1}^T p_\theta(x_{t-1}|x_t), \qquad p(x_T) = \mathcal N(x_T; 0, I)"#,
      unicode: #"""
                               T
        p_θ(x_{0:T}) = p(x_T)  ∏ p_θ(xₜ₋₁ | xₜ),
                              t=1

        p(x_T) = 𝒩(x_T; 0, I)
        """#,
      ascii: #"""
                                    T
        p_theta(x_{0:T}) = p(x_T) prod p_theta(x_{t-1} | x_t),
                                  t=1

        p(x_T) = N(x_T; 0, I)
        """#),
    Specimen(
      "a reverse kernel with a network",
      #"p_\theta(x_{t-1}|x_t) = \mathcal N(x_{t-1}; \mu_\theta(x_t,t), \Sigma_\theta(x_t,t))"#,
      unicode: #"""
        p_θ(xₜ₋₁ | xₜ) = 𝒩(xₜ₋₁; μ_θ(xₜ, t), Σ_θ(xₜ, t))
        """#,
      ascii: #"""
        p_theta(x_{t-1} | x_t)
          = N(x_{t-1}; mu_theta(x_t, t), Sigma_theta(x_t, t))
        """#),
    Specimen(
      "Bayes' rule for a step back",
      #"q(x_{t-1}|x_t,x_0) = q(x_t|x_{t-1},x_0)\frac{q(x_{t-1}|x_0)}{q(x_t|x_0)}"#,
      unicode: #"""
                                            q(xₜ₋₁ | x₀)
        q(xₜ₋₁ | xₜ, x₀) = q(xₜ | xₜ₋₁, x₀) ────────────
                                             q(xₜ | x₀)
        """#,
      ascii: #"""
        q(x_{t-1} | x_t, x_0)

                                  q(x_{t-1} | x_0)
          = q(x_t | x_{t-1}, x_0) ----------------
                                    q(x_t | x_0)
        """#),
    Specimen(
      "the mean with predicted noise",
      #"\mu_\theta(x_t,t) = \frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{\beta_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta(x_t,t)\right)"#,
      unicode: #"""
                      1  ⎛        βₜ               ⎞
        μ_θ(xₜ, t) = ─── ⎜xₜ - ───────── ϵ_θ(xₜ, t)⎟
                     √αₜ ⎝     √(1 - ᾱₜ)           ⎠
        """#,
      ascii: #"""
        mu_theta(x_t, t)

                  1       /           beta_t                       \
          = ------------- |x_t - ---------------- eps_theta(x_t, t)|
            sqrt(alpha_t) \      sqrt(1 - abar_t)                  /
        """#),
    Specimen(
      "the simple loss",
      #"L_{\text{simple}}(\theta) = \mathbb E_{t,x_0,\epsilon}\left[\left\|\epsilon - \epsilon_\theta\left(\sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon, t\right)\right\|^2\right]"#,
      unicode: #"""
        L_simple(θ)
          = 𝔼_{t,x₀,ϵ}[‖ϵ - ϵ_θ(√ᾱₜ x₀ + √(1 - ᾱₜ) ϵ, t)‖²]
        """#,
      ascii: #"""
        L_simple(theta)
          = E_{t,x_0,eps}[||eps
                            - eps_theta(sqrt(abar_t) x_0
                                        + sqrt(1 - abar_t)
                                            * eps, t)||^2]
        """#),
    Specimen(
      "a term of the bound",
      #"L_{t-1} = \mathbb E_q\left[\frac{1}{2\sigma_t^2}\|\tilde\mu_t(x_t,x_0)-\mu_\theta(x_t,t)\|^2\right] + C"#,
      unicode: #"""
                  ⎡ 1                             ⎤
        Lₜ₋₁ = 𝔼_q⎢──── ‖μ̃ₜ(xₜ, x₀) - μ_θ(xₜ, t)‖²⎥ + C
                  ⎣2σₜ²                           ⎦
        """#,
      ascii: #"""
                     [     1                                      ]
        L_{t-1} = E_q[-----------                                 ]
                     [2 sigma_t^2                                 ]
                     [                                            ]
                     [  * ||mu~_t(x_t, x_0) - mu_theta(x_t, t)||^2]

                  + C
        """#),
    Specimen(
      "the bound in parts",
      #"L_{\mathrm{VLB}} = \underbrace{D_{\mathrm{KL}}(q(x_T|x_0)\,\|\,p(x_T))}_{L_T} + \sum_{t>1} \underbrace{D_{KL}(q(x_{t-1}|x_t,x_0)\|p_\theta(x_{t-1}|x_t))}_{L_{t-1}} - \underbrace{\log p_\theta(x_0|x_1)}_{L_0}"#,
      unicode: #"""
        L_VLB = D_KL(q(x_T | x₀) ‖ p(x_T))
                ╰───────────┬────────────╯
                           L_T

                +  ∑ D_KL(q(xₜ₋₁ | xₜ, x₀) ‖ p_θ(xₜ₋₁ | xₜ))
                  t>1╰──────────────────┬──────────────────╯
                                      Lₜ₋₁

                - log p_θ(x₀ | x₁)
                  ╰──────┬───────╯
                         L₀
        """#,
      ascii: #"""
        L_VLB = D_KL(q(x_T | x_0) || p(x_T))
                \__________________________/
                            L_T

                + sum D_KL(q(x_{t-1} | x_t, x_0) ||
                  t>1      p_theta(x_{t-1} | x_t))
                      \___________________________/
                                 L_{t-1}

                - log p_theta(x_0 | x_1)
                  \____________________/
                           L_0
        """#),
    Specimen(
      "the evidence lower bound",
      #"\log p(x) \geq \mathbb E_{q(z|x)}\left[\log\frac{p(x,z)}{q(z|x)}\right] = \mathrm{ELBO}"#,
      unicode: #"""
                             ⎡    p(x, z) ⎤
        log p(x) ≥ 𝔼_{q(z|x)}⎢log ────────⎥ = ELBO
                             ⎣    q(z | x)⎦
        """#,
      ascii: #"""
                              [    p(x, z) ]
        log p(x) >= E_{q(z|x)}[log --------] = ELBO
                              [    q(z | x)]
        """#),
    Specimen(
      "a likelihood over all paths",
      #"\log p_\theta(x_0) = \log \int p_\theta(x_{0:T})\,dx_{1:T}"#,
      unicode: #"""
        log p_θ(x₀) = log ∫ p_θ(x_{0:T}) dx_{1:T}
        """#,
      ascii: #"""
        log p_theta(x_0) = log int p_theta(x_{0:T}) dx_{1:T}
        """#),
    Specimen(
      "the divergence of two normals",
      #"D_{\mathrm{KL}}(\mathcal N_1\|\mathcal N_2) = \log\frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2} - \frac12"#,
      unicode: #"""
                            σ₂    σ₁² + (μ₁ - μ₂)²    1
        D_KL(𝒩₁ ‖ 𝒩₂) = log ─── + ──────────────── - ───
                            σ₁          2σ₂²          2
        """#,
      ascii: #"""
                               sigma_2   sigma_1^2 + (mu_1 - mu_2)^2
        D_KL(N_1 || N_2) = log ------- + ---------------------------
                               sigma_1           2 sigma_2^2

                              1
                           - ---
                              2
        """#),
    Specimen(
      "a normal density in many dimensions",
      #"\mathcal N(x;\mu,\Sigma) = \frac{1}{(2\pi)^{d/2}|\Sigma|^{1/2}}\exp\left(-\frac12(x-\mu)^\top\Sigma^{-1}(x-\mu)\right)"#,
      unicode: #"""
                           1          ⎛   1                    ⎞
        𝒩(x; μ, Σ) = ───────────── exp⎜- ─── (x - μ)ᵀΣ⁻¹(x - μ)⎟
                         d/2   1/2    ⎝   2                    ⎠
                     (2π)   |Σ|
        """#,
      ascii: #"""
        N(x; mu, Sigma)

                        1
          = --------------------------
            (2 pi)^(d/2) |Sigma|^(1/2)

                   /   1                                \
              * exp|- --- (x - mu)^T Sigma^(-1) (x - mu)|
                   \   2                                /
        """#),
    Specimen(
      "the parts of a DDIM step",
      #"x_{t-1} = \sqrt{\bar\alpha_{t-1}}\underbrace{\left(\frac{x_t-\sqrt{1-\bar\alpha_t}\epsilon_\theta^{(t)}(x_t)}{\sqrt{\bar\alpha_t}}\right)}_{\text{predicted } x_0} + \underbrace{\sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\cdot\epsilon_\theta^{(t)}(x_t)}_{\text{direction pointing to } x_t} + \underbrace{\sigma_t\epsilon_t}_{\text{random noise}}"#,
      unicode: #"""
                     ⎛xₜ - √(1 - ᾱₜ) ϵ⁽ᵗ⁾_θ(xₜ)⎞
        xₜ₋₁ = √ᾱₜ₋₁ ⎜─────────────────────────⎟
                     ⎝           √ᾱₜ           ⎠
                     ╰────────────┬────────────╯
                            predicted x₀

               + √(1 - ᾱₜ₋₁ - σₜ²) · ϵ⁽ᵗ⁾_θ(xₜ) +     σₜϵₜ
                 ╰─────────────┬──────────────╯       ╰┬─╯
                    direction pointing to xₜ      random noise
        """#,
      ascii: #"""
        x_{t-1}
          = sqrt(abar_{t-1})

                /x_t - sqrt(1 - abar_t) eps_theta^(t)(x_t)\
              * |-----------------------------------------|
                \              sqrt(abar_t)               /
                \_________________________________________/
                               predicted x_0

            + sqrt(1 - abar_{t-1} - sigma_t^2) * eps_theta^(t)(x_t)
              \___________________________________________________/
                            direction pointing to x_t

            + sigma_t eps_t
              \___________/
              random noise
        """#),
    Specimen(
      "predicted data",
      #"\hat x_0(x_t) = \frac{x_t - \sqrt{1-\bar\alpha_t}\,\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}"#,
      unicode: #"""
                 xₜ - √(1 - ᾱₜ) ϵ_θ(xₜ, t)
        x̂₀(xₜ) = ─────────────────────────
                            √ᾱₜ
        """#,
      ascii: #"""
                      x_t - sqrt(1 - abar_t) eps_theta(x_t, t)
        xhat_0(x_t) = ----------------------------------------
                                    sqrt(abar_t)
        """#),
    Specimen(
      "a cosine schedule",
      #"\bar\alpha_t = \frac{f(t)}{f(0)},\quad f(t) = \cos\left(\frac{t/T+s}{1+s}\cdot\frac{\pi}{2}\right)^2"#,
      unicode: #"""
             f(t)             ⎛t/T + s    π ⎞²
        ᾱₜ = ────,  f(t) = cos⎜─────── · ───⎟
             f(0)             ⎝ 1 + s     2 ⎠
        """#,
      ascii: #"""
                 f(t)             /t/T + s   pi \^2
        abar_t = ----,  f(t) = cos|------- * ---|
                 f(0)             \ 1 + s     2 /
        """#),
    Specimen(
      "the last step without noise",
      #"z_{t-1} = \begin{cases} \mu_\theta + \sigma_t z & \text{if } t > 1, \\ \mu_\theta & \text{otherwise.} \end{cases}"#,
      unicode: #"""
               ⎧ μ_θ + σₜz  if t > 1
        zₜ₋₁ = ⎨
               ⎩ μ_θ        otherwise.
        """#,
      ascii: #"""
                  / mu_theta + sigma_t z  if t > 1
        z_{t-1} = {
                  \ mu_theta              otherwise.
        """#),
  ]
}
