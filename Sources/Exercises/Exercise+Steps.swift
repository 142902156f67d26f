import Diffusion
import Formula

/// Exercises on the steps back from noise to data.
extension Exercise {
  static let steps = [ddpmStep, ddimSigma, ddimStep, etaBound]

  private static let ddpmStep = {
    let formula = FormulaTask(
      [.xt, .noise, .freshNoise], steps: .from(2), asked: .init("x", "mu", "mu_tilde"),
      reference: Common.ddpm, slips: Common.slipsOfDDPM
    ) { point in
      let step = ReverseStep(
        point.schedule, at: point.t, previous: point.previous, noise: .sigmaHat)
      let mean = point.map(.xt, .noise) { step.mean(xt: $0, noise: $1) }
      let fresh = point.map(.freshNoise) { step.sigma * $0 }
      return mean.combined(with: fresh, +) ?? mean
    }
    return Exercise(
      "ddpm-step", in: "ddpm",
      asks: "x_{t-1}, one step of DDPM with sigma_t^2 = beta_t; a formula for t of 2 or more, a "
        + "program for t = 1 too, where z is sent and not to be used",
      formula,
      program: ProgramTask(formula, steps: .from(1), further: [Common.lastStepNoise(Common.ddpm)]))
  }()

  private static let ddimSigma = Exercise(
    "ddim-sigma", in: "ddim", asks: "sigma, the deviation of the fresh noise in a step from t to p",
    FormulaTask(
      [.eta], steps: .pairs, asked: .init("sigma", "sigma_t"),
      reference: "eta*sqrt((1 - abar[p])/(1 - abar[t])*(1 - abar[t]/abar[p]))",
      slips: Common.slipsOfSigma
    ) { .scalar($0[.eta] * $0.posterior.variance.squareRoot()) })

  private static let ddimStep = Exercise(
    "ddim-step", in: "ddim",
    asks: "x at p, one step of DDIM from t to p",
    FormulaTask(
      [.eta, .xt, .noise, .freshNoise], steps: .pairs, asked: .init("x", "sigma", "sigma_t"),
      reference: Common.ddim, slips: Common.slipsOfDDIM
    ) { point in
      let step = ReverseStep(
        point.schedule, at: point.t, previous: point.previous, noise: .eta(point[.eta]))
      let mean = point.map(.xt, .noise) { step.mean(xt: $0, noise: $1) }
      let fresh = point.map(.freshNoise) { step.sigma * $0 }
      return mean.combined(with: fresh, +) ?? mean
    })

  private static let etaBound = Exercise(
    "eta-bound", in: "ddim",
    asks: "the largest eta of a step from t to p, where sigma^2 reaches 1 - abar[p]",
    FormulaTask(
      [], steps: .pairs, asked: .init("eta", "eta_max"),
      reference: "sqrt((1 - abar[t])/(1 - abar[t]/abar[p]))",
      slips: [
        Slip(
          "variance-unrooted", "(1 - abar[t])/(1 - abar[t]/abar[p])",
          says: "This is the bound of eta squared."),
        Slip(
          "strided-beta", "sqrt((1 - abar[t])/beta[t])",
          says: "Beta[t] is the variance of one step. A stride's is 1 - abar[t]/abar[p]."),
        Slip(
          "inverted-fraction", "sqrt((1 - abar[t]/abar[p])/(1 - abar[t]))", says: Common.inverted),
        Slip(
          "eta-at-most-one", "1",
          says: "Eta may be above 1: what bounds it is that 1 - abar[p] - sigma^2 stays positive."),
        Slip(
          "sigma-for-eta", "sqrt(1 - abar[p])",
          says: "This is the bound of sigma; divide by what sigma is for eta = 1."),
        Slip(
          "alpha-for-abar", "sqrt((1 - alpha[t])/(1 - alpha[t]/alpha[p]))",
          says: Common.alphaForAbar),
      ]
    ) { .scalar($0.schedule.etaBound(at: $0.t, previous: $0.previous)) })
}

extension Common {
  static let ddpm = "\(mean) + sqrt(beta[t])*z"

  static func lastStepNoise(_ step: String) -> Slip {
    Slip(
      "last-step-noise", step,
      says: "The last step, to x_0, adds no noise: z is 0 at t = 1.")
  }

  static let slipsOfDDPM =
    [
      Slip(
        "variance-unrooted", "\(mean) + beta[t]*z", "\(mean) + btilde[t]*z", says: unrooted),
      Slip(
        "btilde-for-beta", "\(mean) + sqrt(btilde[t])*z",
        says: "This is a good sampler, with the variance beta-tilde; here sigma^2 = beta was asked "
          + "for."),
      Slip(
        "no-fresh-noise", mean, says: "This is the mean; fresh noise of variance beta is missing."),
      Slip(
        "jump-back", "sqrt(abar[t-1])*\(x0) + sqrt(1 - abar[t-1])*z",
        says: "This jumps to x_0 and back with fresh noise. The step keeps most of the noise in xt."
      ),
      Slip(
        "sign-of-fresh-noise", "\(mean) - sqrt(beta[t])*z", says: "The fresh noise is added."),
    ] + slipsOfMean(adding: " + sqrt(beta[t])*z")
}
