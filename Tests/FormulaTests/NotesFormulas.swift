/// The formulas of a set of notes on diffusion models, with the slips that they have.
enum NotesFormulas {
  static let displays = [
    #"q(x_t|x_{t-1})=\mathcal N(x_t; \sqrt{1 - \beta_t}x_{t-1}, \beta_tI)"#,
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
    #"\mathcal N(0, {\alpha_t(1-\alpha_{t-1})})+\mathcal N(0, {1-\alpha_{t}}) \rightarrow \mathcal N(0, {1-\alpha_t\alpha_{t-1}})"#,
    #"q(x_{t-1}|x_t) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t, t), \tilde\beta_tI)"#,
    #"x_{t-1} = \tilde\mu_t(x_t, t)+\tilde \beta_t z_t"#,
    #"""
    \tilde\beta_t = \frac {1 - \bar \alpha_{t-1}} {1 - \bar \alpha_{t}} \beta_t\\
    \tilde\mu_t(x_t, t)=\frac {1} {\sqrt{\alpha_t}} (x_t-\frac{1-\alpha_t}{\sqrt{1-\bar \alpha_t}}\epsilon_t)
    """#,
    #"\mathcal L=\mathbb E_{t,x_0,\epsilon_t}||\epsilon_t -\epsilon_\theta(x_0, t)||^2"#,
    #"""
    \begin{aligned}
    x_{t-1} &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1}} \epsilon_{t-1} \\
    &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \epsilon_{t} +\sigma_t z_t \\
    &= \sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \frac {x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}} +\sigma_t z_t \\
    \end{aligned}
    """#,
    #"""
    \tilde\mu_t(x_t, t)=\sqrt{\bar \alpha_{t-1}}x_{0}+\sqrt{1-\bar \alpha_{t-1} -\sigma_t^2} \frac {x_t-\sqrt{\alpha_t}x_0}{\sqrt{1-\alpha_t}} \\
    \tilde\beta_t = \sigma_t^2= \frac {1 - \bar \alpha_{t-1}} {1 - \bar \alpha_{t}} \beta_t
    """#,
    #"""
    \begin{aligned}
    \bar\epsilon_\theta(x_0, t, y) &= \epsilon_\theta(x_0, t, y) + w(\epsilon_\theta(x_0, t, y) - \epsilon_\theta(x_0, t)) \\
    &=(w+1)\epsilon_\theta(x_0, t, y) - w\epsilon_\theta(x_0, t)
    \end{aligned}
    """#,
  ]

  static let inline = [
    #"\beta_t"#, #"\alpha_t = 1 - \beta_t,~ \bar\alpha_t= \prod_{i=1}^t\alpha_i"#,
    #"\{\epsilon_t\} \sim \mathcal N(0, I)"#, #"\epsilon_{1}, \epsilon_{2}"#,
    #"\{\beta_1, \beta_2, \cdots, \beta_t\}"#, #"\tilde\beta_t"#, #"\{z_t\} \sim \mathcal N(0, I)"#,
    #"x_t(x_0, t) = \sqrt{\bar \alpha_{t}}x_{0}+\sqrt{1-\bar \alpha_{t}}\epsilon_t"#,
    #"\epsilon_\theta"#, #"\tilde \beta_t = \beta_t"#, #"\eta \ge  0"#,
    #"\eta \tilde \beta_t = \sigma_t^2"#, #"T=1000"#, #"S = T = 1000"#, #"S <T"#, #"\eta = 0"#,
    #"S=50\sim100"#, #"\epsilon_\theta(x_0, t)"#, #"\epsilon_\theta(x_0, t, y)"#, #"w"#,
  ]
}
