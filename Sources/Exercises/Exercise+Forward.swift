import Diffusion
import Formula

/// Exercises on the way from data to noise.
extension Exercise {
  static let forward = [alphaBar, signalToNoise, mergedVariance, forwardJump]

  private static let alphaBar = {
    let formula = FormulaTask(
      [], steps: .from(1), asked: .init(table: "alpha_bar"), reference: "prod(s, 1, t, alpha[s])",
      slips: [
        Slip("alpha-for-abar", "alpha[t]", says: Common.alphaForAbar),
        Slip(
          "shifted-index", "prod(s, 1, t - 1, alpha[s])", "prod(s, 2, t, alpha[s])",
          "prod(s, 1, t + 1, alpha[s])",
          says: "The product begins with step 1 and ends with step t, both included."),
        Slip(
          "upper-limit", "prod(s, 1, T, alpha[s])",
          says: "The product ends with step t, not with the last step T."),
        Slip(
          "beta-for-alpha", "prod(s, 1, t, beta[s])", "1 - prod(s, 1, t, beta[s])",
          says: "Alpha is 1 - beta, and the product is one of alphas."),
        Slip(
          "sum-for-product", "sum(s, 1, t, alpha[s])", "1 - sum(s, 1, t, beta[s])",
          says: "Each step keeps a share of what is left, so the shares are multiplied."),
        Slip(
          "noise-for-signal", "1 - prod(s, 1, t, alpha[s])",
          says: "This is the noise's share of the variance; the picture's is 1 minus it."),
        Slip(
          "power-for-product", "alpha[t]^t",
          says: "The alphas of the steps differ: multiply them, one by one."),
        Slip(
          "root-of-variance", "sqrt(prod(s, 1, t, alpha[s]))",
          says: "This is the factor of the picture. Alpha-bar is its square, the share of variance."
        ),
      ]
    ) { .scalar($0.schedule.alphaBar[$0.t]) }
    return Exercise(
      "alpha-bar", in: "noise-schedule",
      asks: "alpha-bar at t: the share of the picture's variance that is left after t steps, "
        + "without abar[t]",
      formula, program: ProgramTask(formula, hasAlphaBar: false))
  }()

  private static let signalToNoise = Exercise(
    "snr", in: "noise-schedule",
    asks: "the signal-to-noise ratio of x_t: the picture's variance over the noise's",
    FormulaTask(
      [], steps: .from(1), asked: .init("SNR", "snr"), reference: "abar[t]/(1 - abar[t])",
      slips: [
        Slip(
          "alpha-for-abar", "alpha[t]/(1 - alpha[t])", "alpha[t]/(1 - abar[t])",
          "abar[t]/beta[t]", says: Common.alphaForAbar),
        Slip("inverted-fraction", "(1 - abar[t])/abar[t]", says: Common.inverted),
        Slip(
          "root-of-variance", "sqrt(abar[t]/(1 - abar[t]))",
          says: "This is the ratio of the factors. The signal-to-noise ratio is one of variances."),
        Slip(
          "variance-squared", "abar[t]^2/(1 - abar[t])^2", "(abar[t]/(1 - abar[t]))^2",
          says: "Abar and 1 - abar are variances already: nothing is to be squared."),
        Slip(
          "log-snr", "log(abar[t]/(1 - abar[t]))",
          says: "The ratio was asked for, not its logarithm."),
        Slip("shifted-index", "abar[t-1]/(1 - abar[t-1])", says: Common.shifted),
        Slip("signal-only", "abar[t]", says: "Divide by the noise's variance, 1 - abar[t]."),
      ]
    ) { .scalar($0.schedule.signalToNoiseRatio(at: $0.t)) })

  private static let mergedVariance = Exercise(
    "merged-variance", in: "merged-gaussians",
    asks: "the variance of the two steps' noise in x_t, given x_{t-2}; t is 2 or more",
    FormulaTask(
      [], steps: .from(2), asked: .init(), reference: "1 - alpha[t]*alpha[t-1]",
      slips: [
        Slip(
          "unscaled-earlier-noise", "beta[t] + beta[t-1]",
          says: "The last step shrinks the earlier noise: its variance is multiplied by alpha[t]."),
        Slip(
          "factor-not-squared", "sqrt(alpha[t])*(1 - alpha[t-1]) + 1 - alpha[t]",
          says: "The noise is multiplied by sqrt(alpha[t]), its variance by the square of that."),
        Slip(
          "squared-twice", "alpha[t]^2*(1 - alpha[t-1]) + 1 - alpha[t]",
          says: "The noise is multiplied by sqrt(alpha[t]), so its variance by alpha[t]."),
        Slip("latest-only", "beta[t]", says: "The noise of the step before is still there."),
        Slip(
          "earlier-only", "alpha[t]*(1 - alpha[t-1])",
          says: "This is the earlier step's noise; the last step adds its own."),
        Slip(
          "deviations-added",
          "(sqrt(alpha[t]*(1 - alpha[t-1])) + sqrt(1 - alpha[t]))^2",
          "sqrt(alpha[t]*(1 - alpha[t-1])) + sqrt(1 - alpha[t])",
          says: "Variances of independent noises add up, standard deviations do not."),
        Slip(
          "root-of-variance", "sqrt(1 - alpha[t]*alpha[t-1])",
          says: "This is the standard deviation; the variance was asked for."),
        Slip(
          "noise-for-signal", "alpha[t]*alpha[t-1]",
          says: "This is the share of x_{t-2} that is left; the noise's is 1 minus it."),
        Slip(
          "product-of-betas", "beta[t]*beta[t-1]", says: "Variances add up; they don't multiply."),
        Slip(
          "whole-noise", "1 - abar[t]",
          says: "This is the noise since x_0; given x_{t-2} only two steps added some."),
        Slip(
          "shifted-index", "1 - alpha[t]*alpha[t+1]", "1 - alpha[t-1]*alpha[t-2]",
          "1 - alpha[t]*alpha[t-2]", says: Common.shifted),
      ]
    ) { .scalar($0.schedule.posterior(at: $0.t, previous: $0.t - 2).beta) })

  private static let forwardJump = Exercise(
    "forward-jump", in: "forward-process",
    asks: "x_t in one jump from x_0, with the noise of all t steps as one draw",
    FormulaTask(
      [.x0, .noise], steps: .from(1), asked: .init("x_t", "x"), reference: Common.jump,
      slips: Common.slipsOfJump
    ) { point in
      point.map(.x0, .noise) { point.schedule.jump($0, to: point.t, noise: $1) }
    })
}

extension Common {
  static let jump = "sqrt(abar[t])*x0 + sqrt(1 - abar[t])*eps"

  static let slipsOfJump = [
    Slip(
      "variance-unrooted", "sqrt(abar[t])*x0 + (1 - abar[t])*eps",
      "abar[t]*x0 + (1 - abar[t])*eps", says: unrooted),
    Slip(
      "signal-unrooted", "abar[t]*x0 + sqrt(1 - abar[t])*eps",
      says: "Abar is a share of variance; the factor of x0 is its root."),
    Slip(
      "alpha-for-abar", "sqrt(alpha[t])*x0 + sqrt(1 - alpha[t])*eps",
      "alpha[t]*x0 + (1 - alpha[t])*eps", "sqrt(alpha[t])*x0 + sqrt(1 - abar[t])*eps",
      says: alphaForAbar),
    Slip(
      "one-step-noise", "sqrt(abar[t])*x0 + sqrt(beta[t])*eps", "sqrt(abar[t])*x0 + beta[t]*eps",
      says: "Beta[t] is the noise of step t alone; the jump has that of all steps."),
    Slip(
      "shifted-index", "sqrt(abar[t-1])*x0 + sqrt(1 - abar[t-1])*eps",
      "sqrt(abar[t+1])*x0 + sqrt(1 - abar[t+1])*eps", says: shifted),
    Slip(
      "swapped-factors", "sqrt(1 - abar[t])*x0 + sqrt(abar[t])*eps",
      says: "The factors of the picture and of the noise have changed places."),
    Slip(
      "complement-of-root", "sqrt(abar[t])*x0 + (1 - sqrt(abar[t]))*eps",
      says: "The shares of variance make 1, their roots do not: it is sqrt(1 - abar[t])."),
    Slip(
      "sign-of-noise", "sqrt(abar[t])*x0 - sqrt(1 - abar[t])*eps",
      says: "The noise is added."),
    Slip("no-fresh-noise", "sqrt(abar[t])*x0", says: "This is the mean; the noise is missing."),
  ]
}
