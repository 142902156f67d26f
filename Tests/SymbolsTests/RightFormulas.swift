/// Formulas of the field that are right, in DDPM's letters.
enum RightFormulas {
  static let all = schedule + forward + posterior + reverse + losses + directed + guided

  static let schedule = [
    #"\alpha_t = 1 - \beta_t"#, #"\bar\alpha_t = \prod_{i=1}^t \alpha_i"#,
    #"\bar\alpha_t = \alpha_t\bar\alpha_{t-1}"#,
    #"\mathrm{SNR}(t) = \frac{\bar\alpha_t}{1-\bar\alpha_t}"#,
    #"\tilde\beta_t = \frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#,
    #"\frac{1}{\tilde\beta_t} = \frac{\alpha_t}{\beta_t} + \frac{1}{1-\bar\alpha_{t-1}}"#,
    #"\alpha_t(1-\bar\alpha_{t-1}) + \beta_t = 1-\bar\alpha_t"#,
  ]

  static let forward = [
    #"q(x_t|x_{t-1}) = \mathcal N(x_t; \sqrt{1-\beta_t}x_{t-1}, \beta_t I)"#,
    #"q(x_t|x_0) = \mathcal N(x_t; \sqrt{\bar\alpha_t}x_0, (1-\bar\alpha_t)I)"#,
    #"q(x_{1:T}|x_0) = \prod_{t=1}^T q(x_t|x_{t-1})"#,
    #"x_t = \sqrt{\alpha_t}x_{t-1} + \sqrt{1-\alpha_t}\epsilon_t"#,
    #"x_t = \sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon"#,
    #"x_t = \sqrt{\alpha_t\alpha_{t-1}}x_{t-2} + \sqrt{1-\alpha_t\alpha_{t-1}}\bar\epsilon_{t-2}"#,
    #"\mathcal N(0, \alpha_t(1-\alpha_{t-1})) + \mathcal N(0, 1-\alpha_t) \to \mathcal N(0, 1-\alpha_t\alpha_{t-1})"#,
    #"x_0 = \frac{1}{\sqrt{\bar\alpha_t}}(x_t - \sqrt{1-\bar\alpha_t}\epsilon)"#,
    #"\nabla_{x_t}\log q(x_t|x_0) = -\frac{\epsilon}{\sqrt{1-\bar\alpha_t}}"#,
    #"v = \sqrt{\bar\alpha_t}\epsilon - \sqrt{1-\bar\alpha_t}x_0"#,
  ]

  static let posterior = [
    #"q(x_{t-1}|x_t,x_0) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t,x_0), \tilde\beta_t I)"#,
    #"q(x_{t-1}|x_t,x_0) = q(x_t|x_{t-1},x_0)\frac{q(x_{t-1}|x_0)}{q(x_t|x_0)}"#,
    #"\tilde\mu_t(x_t,x_0) = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0 + \frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t"#,
    #"\tilde\mu_t = \frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{1-\alpha_t}{\sqrt{1-\bar\alpha_t}}\epsilon\right)"#,
    #"x_{t-1} = \tilde\mu_t(x_t,x_0) + \sqrt{\tilde\beta_t}z"#,
    #"\mathbb E[x_0|x_t] = \frac{x_t + (1-\bar\alpha_t)\nabla_{x_t}\log q(x_t)}{\sqrt{\bar\alpha_t}}"#,
  ]

  static let reverse = [
    #"p_\theta(x_{t-1}|x_t) = \mathcal N(x_{t-1}; \mu_\theta(x_t,t), \sigma_t^2 I)"#,
    #"p_\theta(x_{0:T}) = p(x_T)\prod_{t=1}^T p_\theta(x_{t-1}|x_t)"#,
    #"\mu_\theta(x_t,t) = \frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{\beta_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta(x_t,t)\right)"#,
    #"x_{t-1} = \frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{1-\alpha_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta(x_t,t)\right) + \sigma_t z"#,
    #"\hat x_0 = \frac{x_t - \sqrt{1-\bar\alpha_t}\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}"#,
    #"s_\theta(x_t,t) = -\frac{\epsilon_\theta(x_t,t)}{\sqrt{1-\bar\alpha_t}}"#,
    #"\mu_\theta(x_t,t) = \tilde\mu_t(x_t, \frac{1}{\sqrt{\bar\alpha_t}}(x_t - \sqrt{1-\bar\alpha_t}\epsilon_\theta(x_t,t)))"#,
  ]

  static let losses = [
    #"L = \mathbb E_{t,x_0,\epsilon}\|\epsilon - \epsilon_\theta(x_t,t)\|^2"#,
    #"L_{\text{simple}} = \mathbb E_{t,x_0,\epsilon}\left[\|\epsilon - \epsilon_\theta(\sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon, t)\|^2\right]"#,
    #"L_{t-1} = \mathbb E_{x_0,\epsilon}\left[\frac{\beta_t^2}{2\sigma_t^2\alpha_t(1-\bar\alpha_t)}\|\epsilon - \epsilon_\theta(x_t,t)\|^2\right]"#,
    #"L_{t-1} = \mathbb E_q\left[\frac{1}{2\sigma_t^2}\|\tilde\mu_t(x_t,x_0) - \mu_\theta(x_t,t)\|^2\right]"#,
  ]

  static let directed = [
    #"\sigma_t = \eta\sqrt{\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}}\sqrt{1-\frac{\bar\alpha_t}{\bar\alpha_{t-1}}}"#,
    #"\sigma_t^2 = \eta^2\tilde\beta_t"#,
    #"x_{t-1} = \sqrt{\bar\alpha_{t-1}}\hat x_0 + \sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\epsilon_\theta(x_t,t) + \sigma_t z"#,
    #"x_{t-1} = \sqrt{\bar\alpha_{t-1}}\left(\frac{x_t-\sqrt{1-\bar\alpha_t}\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}\right) + \sqrt{1-\bar\alpha_{t-1}}\epsilon_\theta(x_t,t)"#,
    #"q_\sigma(x_{t-1}|x_t,x_0) = \mathcal N(x_{t-1}; \sqrt{\bar\alpha_{t-1}}x_0 + \sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\frac{x_t-\sqrt{\bar\alpha_t}x_0}{\sqrt{1-\bar\alpha_t}}, \sigma_t^2 I)"#,
  ]

  static let guided = [
    #"\tilde\epsilon_\theta(x_t,t,y) = (1+w)\epsilon_\theta(x_t,t,y) - w\epsilon_\theta(x_t,t)"#,
    #"\hat\epsilon_\theta(x_t,t) = \epsilon_\theta(x_t,t) - s\sqrt{1-\bar\alpha_t}\nabla_{x_t}\log p_\phi(y|x_t)"#,
    #"\nabla_{x_t}\log p(x_t|y) = \nabla_{x_t}\log p(x_t) + \nabla_{x_t}\log p(y|x_t)"#,
  ]
}
