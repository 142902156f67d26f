extension Specimen {
  /// Formulas of scores, guidance, stochastic equations and flows.
  static let scores = [
    Specimen(
      "a score",
      #"\nabla_{x_t}\log q(x_t|x_0) = -\frac{x_t-\sqrt{\bar\alpha_t}x_0}{1-\bar\alpha_t} = -\frac{\epsilon}{\sqrt{1-\bar\alpha_t}}"#,
      unicode: #"""
                                  xₜ - √ᾱₜ x₀         ϵ
        ∇_{xₜ} log q(xₜ | x₀) = - ─────────── = - ─────────
                                    1 - ᾱₜ        √(1 - ᾱₜ)
        """#,
      ascii: #"""
                                         x_t - sqrt(abar_t) x_0
        nabla_{x_t} log q(x_t | x_0) = - ----------------------
                                               1 - abar_t

                                               eps
                                     = - ----------------
                                         sqrt(1 - abar_t)
        """#),
    Specimen(
      "a stochastic equation",
      #"\mathrm{d}x = f(x,t)\,\mathrm{d}t + g(t)\,\mathrm{d}w"#,
      unicode: #"""
        dx = f(x, t) dt + g(t) dw
        """#,
      ascii: #"""
        dx = f(x, t) dt + g(t) dw
        """#),
    Specimen(
      "the reversed equation",
      #"dx = \left[f(x,t) - g(t)^2\nabla_x\log p_t(x)\right]dt + g(t)\,d\bar w"#,
      unicode: #"""
        dx = [f(x, t) - g(t)² ∇ₓ log pₜ(x)] dt + g(t) dw̄
        """#,
      ascii: #"""
        dx = [f(x, t) - g(t)^2 nabla_x log p_t(x)] dt + g(t) dwbar
        """#),
    Specimen(
      "the equation of the flow",
      #"\frac{dx}{dt} = f(x,t) - \frac12 g(t)^2\nabla_x\log p_t(x)"#,
      unicode: #"""
        dx               1
        ─── = f(x, t) - ─── g(t)² ∇ₓ log pₜ(x)
        dt               2
        """#,
      ascii: #"""
        dx               1
        --- = f(x, t) - --- g(t)^2 nabla_x log p_t(x)
        dt               2
        """#),
    Specimen(
      "the change of a density",
      #"\frac{\partial p}{\partial t} = -\nabla\cdot(fp) + \frac12 g^2\Delta p"#,
      unicode: #"""
        ∂p                 1
        ─── = -∇ · (fp) + ─── g²Δp
        ∂t                 2
        """#,
      ascii: #"""
        partial p                     1
        --------- = -nabla * (f p) + --- g^2 Delta p
        partial t                     2
        """#),
    Specimen(
      "score matching",
      #"J(\theta) = \frac12\mathbb E_{p(x)}\left[\|s_\theta(x)\|^2\right] + \mathbb E_{p(x)}[\operatorname{tr}(\nabla_x s_\theta(x))]"#,
      unicode: #"""
                1
        J(θ) = ─── 𝔼_{p(x)}[‖s_θ(x)‖²] + 𝔼_{p(x)}[tr(∇ₓs_θ(x))]
                2
        """#,
      ascii: #"""
                    1
        J(theta) = --- E_{p(x)}[||s_theta(x)||^2]
                    2

                   + E_{p(x)}[tr(nabla_x s_theta(x))]
        """#),
    Specimen(
      "a step of Langevin dynamics",
      #"x_{i+1} = x_i + \frac{\delta}{2} \nabla_x \log p(x_i) + \sqrt{\delta}\, z_i"#,
      unicode: #"""
                     δ
        xᵢ₊₁ = xᵢ + ─── ∇ₓ log p(xᵢ) + √δ zᵢ
                     2
        """#,
      ascii: #"""
                        delta
        x_{i+1} = x_i + ----- nabla_x log p(x_i) + sqrt(delta) z_i
                          2
        """#),
    Specimen(
      "classifier-free guidance with no class",
      #"\tilde\epsilon_\theta(x_t, c) = (1+w)\epsilon_\theta(x_t,c) - w\,\epsilon_\theta(x_t,\varnothing)"#,
      unicode: #"""
        ϵ̃_θ(xₜ, c) = (1 + w) ϵ_θ(xₜ, c) - w ϵ_θ(xₜ, ∅)
        """#,
      ascii: #"""
        eps~_theta(x_t, c) = (1 + w) eps_theta(x_t, c)
                             - w eps_theta(x_t, emptyset)
        """#),
    Specimen(
      "classifier guidance",
      #"\hat\epsilon = \epsilon_\theta(x_t) - s\sqrt{1-\bar\alpha_t}\,\nabla_{x_t}\log p_\phi(y|x_t)"#,
      unicode: #"""
        ϵ̂ = ϵ_θ(xₜ) - s √(1 - ᾱₜ) ∇_{xₜ} log pᵩ(y | xₜ)
        """#,
      ascii: #"""
        epshat = eps_theta(x_t)
                 - s sqrt(1 - abar_t) nabla_{x_t} log p_phi(y | x_t)
        """#),
    Specimen(
      "a flow matching loss",
      #"\mathcal L_{\mathrm{CFM}}(\theta) = \mathbb E_{t,x_0,x_1}\|v_\theta(x_t,t) - (x_1-x_0)\|^2"#,
      unicode: #"""
        ℒ_CFM(θ) = 𝔼_{t,x₀,x₁} ‖v_θ(xₜ, t) - (x₁ - x₀)‖²
        """#,
      ascii: #"""
        L_CFM(theta)
          = E_{t,x_0,x_1} ||v_theta(x_t, t) - (x_1 - x_0)||^2
        """#),
    Specimen(
      "a straight path",
      #"x_t = (1-t)x_0 + t x_1, \quad u_t(x|x_1) = \frac{x_1 - x}{1-t}"#,
      unicode: #"""
                                            x₁ - x
        xₜ = (1 - t)x₀ + tx₁,  uₜ(x | x₁) = ──────
                                            1 - t
        """#,
      ascii: #"""
                                                   x_1 - x
        x_t = (1 - t) x_0 + t x_1,  u_t(x | x_1) = -------
                                                    1 - t
        """#),
    Specimen(
      "a marginal",
      #"p_t(x) = \int p_t(x|x_1)q(x_1)\,dx_1"#,
      unicode: #"""
        pₜ(x) = ∫ pₜ(x | x₁) q(x₁) dx₁
        """#,
      ascii: #"""
        p_t(x) = int p_t(x | x_1) q(x_1) dx_1
        """#),
    Specimen(
      "the best score network",
      #"\theta^* = \operatorname*{arg\,min}_\theta \mathbb E_{t}\left[\lambda(t)\|s_\theta(x_t,t)-\nabla_{x_t}\log p(x_t)\|_2^2\right]"#,
      unicode: #"""
        θ* = argmin 𝔼ₜ[λ(t) ‖s_θ(xₜ, t) - ∇_{xₜ} log p(xₜ)‖₂²]
               θ
        """#,
      ascii: #"""
        theta^* = argmin E_t[lambda(t)
                  theta

                               * ||s_theta(x_t, t) - nabla_{x_t}
                                   log p(x_t)||_2^2]
        """#),
    Specimen(
      "maximum likelihood",
      #"\hat\theta = \arg\max_{\theta\in\Theta} \sum_{i=1}^N \log p_\theta(x^{(i)})"#,
      unicode: #"""
                     N
        θ̂ = arg max  ∑ log p_θ(x⁽ⁱ⁾)
                θ∈Θ i=1
        """#,
      ascii: #"""
                                       N
        thetahat = arg       max      sum log p_theta(x^(i))
                       theta in Theta i=1
        """#),
    Specimen(
      "a distance of transport",
      #"W_2^2(p,q) = \inf_{\gamma\in\Gamma(p,q)} \int \|x-y\|^2\,d\gamma(x,y)"#,
      unicode: #"""
        W₂²(p, q) =    inf  ∫ ‖x - y‖² dγ(x, y)
                    γ∈Γ(p,q)
        """#,
      ascii: #"""
        W_2^2(p, q)

          =         inf        int ||x - y||^2 dgamma(x, y)
            gamma in Gamma(p,q)
        """#),
    Specimen(
      "an entropy",
      #"H(p) = -\int p(x)\log p(x)\,dx"#,
      unicode: #"""
        H(p) = -∫ p(x) log p(x) dx
        """#,
      ascii: #"""
        H(p) = -int p(x) log p(x) dx
        """#),
    Specimen(
      "a loss with its draws",
      #"\mathbb E_{x_0\sim q(x_0),\,\epsilon\sim\mathcal N(0,I)}\left[\|\epsilon-\epsilon_\theta(x_t,t)\|^2\right]"#,
      unicode: #"""
        𝔼_{x₀∼q(x₀),ϵ∼𝒩(0,I)}[‖ϵ - ϵ_θ(xₜ, t)‖²]
        """#,
      ascii: #"""
        E_{x_0~q(x_0),eps~N(0,I)}[||eps - eps_theta(x_t, t)||^2]
        """#),
  ]
}
