import Diffusion
import Formula

/// Exercises on q(x_{t-1} given x_t, x_0).
extension Exercise {
  static let posterior = [posteriorVariance, posteriorMean, posteriorMeanByNoise]

  private static let posteriorVariance = Exercise(
    "posterior-variance", in: "posterior", asks: "the variance of q(x_{t-1} given x_t, x_0)",
    FormulaTask(
      [], steps: .from(1), asked: .init("beta_tilde"), reference: Common.variance,
      slips: [
        Slip(
          "root-of-variance", "sqrt(\(Common.variance))",
          says: "This is the standard deviation; the variance was asked for."),
        Slip(
          "beta-for-btilde", "beta[t]",
          says: "Beta is the variance of the step's noise. Knowing x_0 makes x_{t-1} more certain: "
            + "beta is multiplied by (1 - abar[t-1])/(1 - abar[t])."),
        Slip(
          "alpha-for-abar", "(1 - alpha[t-1])/(1 - alpha[t])*beta[t]",
          "(1 - abar[t-1])/(1 - alpha[t])*beta[t]", says: Common.alphaForAbar),
        Slip(
          "inverted-fraction", "(1 - abar[t])/(1 - abar[t-1])*beta[t]", says: Common.inverted),
        Slip(
          "shifted-index", "(1 - abar[t])/(1 - abar[t+1])*beta[t]",
          "(1 - abar[t])/(1 - abar[t+1])*beta[t+1]", "(1 - abar[t-1])/(1 - abar[t])*beta[t-1]",
          "(1 - abar[t-1])/(1 - abar[t])*beta[t+1]", "(1 - abar[t-2])/(1 - abar[t-1])*beta[t-1]",
          says: Common.shifted),
        Slip(
          "signal-for-noise", "abar[t-1]/abar[t]*beta[t]",
          says: "The fraction is one of the noise's shares, 1 - abar."),
        Slip(
          "wrong-denominator", "(1 - abar[t-1])/abar[t]*beta[t]",
          "(1 - abar[t-1])/alpha[t]*beta[t]", "(1 - abar[t-1])*beta[t]",
          says: "Divide by the variance of x_t given x_0, 1 - abar[t]."),
      ]
    ) { .scalar($0.posterior.variance) })

  private static let posteriorMean = Exercise(
    "posterior-mean-x0", in: "posterior", asks: "the mean of q(x_{t-1} given x_t, x_0), from x_0",
    FormulaTask(
      [.x0, .xt], steps: .from(1), asked: .init("mu", "mu_tilde", "x"),
      reference: Common.meanByX0("sqrt(abar[t-1])", "sqrt(alpha[t])"),
      slips: Common.slipsOfMeanByX0
    ) { point in
      let posterior = point.posterior
      return point.map(.x0, .xt) { posterior.mean(x0: $0, xt: $1) }
    })

  private static let posteriorMeanByNoise = Exercise(
    "posterior-mean-noise", in: "posterior",
    asks: "the mean of q(x_{t-1} given x_t, x_0), from the whole noise in x_t",
    FormulaTask(
      [.xt, .noise], steps: .from(1), asked: .init("mu", "mu_tilde", "x"), reference: Common.mean,
      slips: Common.slipsOfMean(adding: "")
    ) { point in
      let posterior = point.posterior
      return point.map(.xt, .noise) { posterior.mean(xt: $0, noise: $1) }
    })
}

extension Common {
  /// The mean from x_0, with the factors that learners mix up.
  static func meanByX0(
    _ factorX0: String, _ factorXt: String, x0: String = "x0", xt: String = "xt"
  ) -> String {
    "\(factorX0)*beta[t]/(1 - abar[t])*\(x0) + \(factorXt)*(1 - abar[t-1])/(1 - abar[t])*\(xt)"
  }

  fileprivate static let slipsOfMeanByX0 = [
    Slip(
      "x0-for-xt", meanByX0("sqrt(abar[t-1])", "sqrt(alpha[t])", x0: "xt", xt: "x0"),
      says: "The clean number and the noisy one have changed places."),
    Slip(
      "unrooted-factors", meanByX0("abar[t-1]", "alpha[t]"),
      meanByX0("abar[t-1]", "sqrt(alpha[t])"), meanByX0("sqrt(abar[t-1])", "alpha[t]"),
      says: "Abar and alpha are shares of variance; the factors of numbers are their roots."),
    Slip(
      "shifted-index", meanByX0("sqrt(abar[t])", "sqrt(alpha[t])"),
      "sqrt(abar[t-1])*beta[t]/(1 - abar[t])*x0 + sqrt(alpha[t])*(1 - abar[t])/(1 - abar[t])*xt",
      meanByX0("sqrt(abar[t-1])", "sqrt(alpha[t-1])"),
      "sqrt(abar[t])*beta[t+1]/(1 - abar[t+1])*x0 + sqrt(alpha[t+1])*(1 - abar[t])/(1 - abar[t+1])*xt",
      says: shifted),
    Slip(
      "alpha-for-abar",
      "sqrt(alpha[t-1])*beta[t]/(1 - alpha[t])*x0"
        + " + sqrt(alpha[t])*(1 - alpha[t-1])/(1 - alpha[t])*xt",
      meanByX0("sqrt(alpha[t-1])", "sqrt(alpha[t])"), meanByX0("sqrt(alpha[t])", "sqrt(alpha[t])"),
      says: alphaForAbar),
    Slip(
      "abar-for-alpha", meanByX0("sqrt(abar[t-1])", "sqrt(abar[t])"),
      says: "The factor of xt has the root of alpha, the share that one step leaves."),
    Slip(
      "dropped-denominator",
      "sqrt(abar[t-1])*beta[t]*x0 + sqrt(alpha[t])*(1 - abar[t-1])*xt",
      says: "Both parts are divided by 1 - abar[t]."),
    Slip(
      "jump-for-posterior", "sqrt(abar[t-1])*x0",
      says: "This is the mean given x_0 alone; x_t is known as well, and draws it nearer."),
    Slip("inverted-step", "xt/sqrt(alpha[t])", says: "This undoes the shrinking, not the noise."),
  ]

  /// The mean from the noise, with `noise` for its factor, and what is added to it.
  private static func mean(_ noise: String, adding rest: String) -> String {
    "(xt - \(noise)*eps)/sqrt(alpha[t])\(rest)"
  }

  /// Slips in the mean, which a DDPM step can have as well.
  static func slipsOfMean(adding rest: String) -> [Slip] {
    [
      Slip(
        "variance-unrooted", mean("beta[t]/(1 - abar[t])", adding: rest),
        mean("beta[t]*(1 - abar[t])", adding: rest),
        says: "Divide by the noise's standard deviation, sqrt(1 - abar[t]), not by its variance."),
      Slip(
        "dropped-root-factor", mean("beta[t]", adding: rest),
        says: "The factor of the noise is divided by sqrt(1 - abar[t])."),
      Slip(
        "alpha-for-abar", mean("beta[t]/sqrt(1 - alpha[t])", adding: rest),
        says: alphaForAbar + " The noise is that of all steps, not of the last alone."),
      Slip(
        "abar-for-alpha", "(xt - beta[t]/sqrt(1 - abar[t])*eps)/sqrt(abar[t])\(rest)",
        says: "Divide by the root of alpha: one step is undone, not all of them."),
      Slip(
        "sign-of-noise", "(xt + beta[t]/sqrt(1 - abar[t])*eps)/sqrt(alpha[t])\(rest)",
        says: signOfNoise),
      Slip(
        "unrooted-factors", "(xt - beta[t]/sqrt(1 - abar[t])*eps)/alpha[t]\(rest)",
        says: "Divide by the root of alpha[t]."),
      Slip(
        "dropped-outer-factor", "xt - beta[t]/sqrt(1 - abar[t])*eps\(rest)",
        says: "The step shrank the number by sqrt(alpha[t]); divide by it."),
      Slip(
        "inverted-fraction", "(xt - beta[t]/sqrt(1 - abar[t])*eps)*sqrt(alpha[t])\(rest)",
        "(xt - sqrt(1 - abar[t])/beta[t]*eps)/sqrt(alpha[t])\(rest)", says: inverted),
      Slip(
        "shifted-index", mean("beta[t]/sqrt(1 - abar[t-1])", adding: rest),
        mean("beta[t]/sqrt(1 - abar[t+1])", adding: rest), says: shifted),
      Slip(
        "brackets", "xt/sqrt(alpha[t]) - beta[t]/sqrt(1 - abar[t])*eps\(rest)",
        says: "Dividing by sqrt(alpha[t]) goes for the noise as well: mind the brackets."),
      Slip(
        "all-noise-removed", "(xt - sqrt(1 - abar[t])*eps)/sqrt(abar[t])\(rest)",
        says: "This is x_0 as the noise gives it: one step is to be undone, not all of them."),
    ]
  }
}
