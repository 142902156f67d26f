/// Slips that change nothing, each with the argument why, which asks no judge.
enum EquivalentSlips {
  enum Argument {
    /// -z has the law of z, and z is independent of all else that stands there: so a sign before it
    /// changes no law. (The judge says no more: "in distribution".)
    case symmetricNoise
    /// A noise symbol is a name of a draw. Some count the noise of the step to t by t - 1, since it
    /// is drawn when x_{t-1} is known; any other name that occurs nowhere else is a fresh draw.
    case otherName
    /// X - Y of independent X and Y is X + (-Y), and -Y has the law of Y where its mean is 0.
    case symmetricLaw
    /// q(x_t | x_{t-1}, x_0) is q(x_t | x_{t-1}): the forward process is a Markov chain. Source:
    /// DDPM, equation 2.
    case markov
    /// Bayes's rule holds for x_{t-1}, x_t and x_0 whichever of them is given besides.
    case bayes
    /// x_0 is left out in the brackets of mu-tilde, which has no other meaning. The judge says so.
    case leftOut
    /// The guided prediction has no other meaning where the class is left out in its brackets, as it
    /// is in print. Source: Dhariwal and Nichol 2021, Algorithm 2.
    case leftOutClass
    /// x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) epsilon: of x_0, x_t and epsilon two tell the third,
    /// so the averages over either pair are one. Source: DDPM, equation 4.
    case samePair
    /// The loss of the step from t is L_{t-1} in DDPM's count, L_t in the count of others.
    case otherCount
  }

  static let all: [String: Argument] = [
    #"x_t = \sqrt{\alpha_t}x_{t-1} + \sqrt{1-\alpha_t}\epsilon_{t-1}"#: .otherName,
    #"x_t = \sqrt{\alpha_t}x_{t-1} + \sqrt{1-\alpha_t}\epsilon_{t+1}"#: .otherName,
    #"x_t = \sqrt{\alpha_t\alpha_{t-1}}x_{t-2} + \sqrt{1-\alpha_t\alpha_{t-1}}\bar\epsilon_{t-1}"#:
      .otherName,
    #"x_t = \sqrt{\alpha_t}x_{t-1} - \sqrt{1-\alpha_t}\epsilon_t"#: .symmetricNoise,
    #"x_t = \sqrt{\bar\alpha_t}x_0 - \sqrt{1-\bar\alpha_t}\epsilon"#: .symmetricNoise,
    #"x_t = \sqrt{\alpha_t\alpha_{t-1}}x_{t-2} - \sqrt{1-\alpha_t\alpha_{t-1}}\bar\epsilon_{t-2}"#:
      .symmetricNoise,
    #"x_{t-1} = \tilde\mu_t(x_t,x_0) - \sqrt{\tilde\beta_t}z"#: .symmetricNoise,
    #"x_{t-1} = \frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{1-\alpha_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta(x_t,t)\right) - \sigma_t z"#:
      .symmetricNoise,
    #"x_{t-1} = \sqrt{\bar\alpha_{t-1}}\hat x_0 + \sqrt{1-\bar\alpha_{t-1}-\sigma_t^2}\epsilon_\theta(x_t,t) - \sigma_t z"#:
      .symmetricNoise,
    #"\mathcal N(0, \alpha_t(1-\alpha_{t-1})) - \mathcal N(0, 1-\alpha_t) \to \mathcal N(0, 1-\alpha_t\alpha_{t-1})"#:
      .symmetricLaw,
    #"q(x_{t-1}|x_t,x_0) = q(x_t|x_{t-1})\frac{q(x_{t-1}|x_0)}{q(x_t|x_0)}"#: .markov,
    #"q(x_{t-1}|x_t,x_0) = q(x_0|x_{t-1},x_t)\frac{q(x_{t-1}|x_t)}{q(x_0|x_t)}"#: .bayes,
    #"q(x_{t-1}|x_t,x_0) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t), \tilde\beta_t I)"#: .leftOut,
    #"\tilde\mu_t(x_t) = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0 + \frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t"#:
      .leftOut,
    #"x_{t-1} = \tilde\mu_t(x_t) + \sqrt{\tilde\beta_t}z"#: .leftOut,
    #"L_{t-1} = \mathbb E_q\left[\frac{1}{2\sigma_t^2}\|\tilde\mu_t(x_t) - \mu_\theta(x_t,t)\|^2\right]"#:
      .leftOut,
    #"\tilde\epsilon_\theta(x_t,t) = (1+w)\epsilon_\theta(x_t,t,y) - w\epsilon_\theta(x_t,t)"#:
      .leftOutClass,
    #"L = \mathbb E_{t,x_t,\epsilon}\|\epsilon - \epsilon_\theta(x_t,t)\|^2"#: .samePair,
    #"L_{\text{simple}} = \mathbb E_{t,x_t,\epsilon}\left[\|\epsilon - \epsilon_\theta(\sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon, t)\|^2\right]"#:
      .samePair,
    #"L_{t-1} = \mathbb E_{x_t,\epsilon}\left[\frac{\beta_t^2}{2\sigma_t^2\alpha_t(1-\bar\alpha_t)}\|\epsilon - \epsilon_\theta(x_t,t)\|^2\right]"#:
      .samePair,
    #"L_t = \mathbb E_{x_0,\epsilon}\left[\frac{\beta_t^2}{2\sigma_t^2\alpha_t(1-\bar\alpha_t)}\|\epsilon - \epsilon_\theta(x_t,t)\|^2\right]"#:
      .otherCount,
    #"L_t = \mathbb E_q\left[\frac{1}{2\sigma_t^2}\|\tilde\mu_t(x_t,x_0) - \mu_\theta(x_t,t)\|^2\right]"#:
      .otherCount,
  ]
}
