/// The slips of DDIM's step.
extension Common {
  /// The variance of a pair, with alpha-bar of the two steps written otherwise.
  private static func variance(_ t: String, _ p: String) -> String {
    "((1 - \(p))/(1 - \(t))*(1 - \(t)/\(p)))"
  }

  private static let strided = "((1 - abar[p])/(1 - abar[t])*beta[t])"
  private static let unitStride = "btilde[t]"
  private static let withAlpha = variance("alpha[t]", "alpha[p]")

  private static let saysEta =
    "Sigma is eta times the root of the variance: sigma^2 = eta^2 times it (DDIM, equation 16)."
  private static let saysStrided =
    "Beta[t] is the variance of one step. A stride's is 1 - abar[t]/abar[p]."
  private static let saysUnit = "The earlier step is p, not t - 1."
  private static let saysHat =
    "This is the larger sigma-hat, the root of the stride's own variance; the factor "
    + "(1 - abar[p])/(1 - abar[t]) is missing."

  static let slipsOfSigma = [
    Slip("eta-not-squared", "sqrt(eta*\(varianceOfPair))", says: saysEta),
    Slip(
      "variance-unrooted", "eta*\(varianceOfPair)", "eta^2*\(varianceOfPair)",
      "eta*\(unitStride)", "eta^2*\(unitStride)",
      says: "This is a variance; the standard deviation, its root, was asked for."),
    Slip(
      "strided-beta", "eta*sqrt\(strided)", "eta*sqrt(beta[t])",
      says: saysStrided),
    Slip("unit-stride", "eta*sqrt(\(unitStride))", says: saysUnit),
    Slip("beta-for-btilde", "eta*sqrt(1 - abar[t]/abar[p])", says: saysHat),
    Slip(
      "alpha-for-abar", "eta*sqrt\(withAlpha)",
      says: alphaForAbar + " What the DDIM paper writes as alpha is alpha-bar here."),
    Slip(
      "inverted-fraction", "eta*sqrt((1 - abar[t])/(1 - abar[p])*(1 - abar[t]/abar[p]))",
      says: inverted),
    Slip("dropped-eta", "sqrt\(varianceOfPair)", says: "Sigma is eta times this."),
    Slip("eta-squared", "eta^2*sqrt\(varianceOfPair)", says: "Sigma has eta, its square eta^2."),
  ]

  static let ddim = step()

  /// A step with parts of it written otherwise.
  private static func step(
    t: String = "abar[t]", p: String = "abar[p]", x0: String? = nil,
    squared: String? = nil, sigma: String? = nil
  ) -> String {
    let start = x0 ?? "(xt - sqrt(1 - \(t))*eps)/sqrt(\(t))"
    let square = squared ?? "eta^2*\(variance(t, p))"
    let deviation = sigma ?? "eta*sqrt\(variance(t, p))"
    return "sqrt(\(p))*\(start) + sqrt(1 - \(p) - \(square))*eps + \(deviation)*z"
  }

  static let slipsOfDDIM = [
    Slip(
      "eta-not-squared",
      step(squared: "eta*\(varianceOfPair)", sigma: "sqrt(eta*\(varianceOfPair))"),
      step(squared: "eta*\(varianceOfPair)"), step(sigma: "sqrt(eta*\(varianceOfPair))"),
      says: saysEta),
    Slip(
      "variance-unrooted", step(sigma: "eta*\(varianceOfPair)"),
      step(sigma: "eta^2*\(varianceOfPair)"),
      "sqrt(abar[p])*\(x0) + (1 - abar[p] - eta^2*\(varianceOfPair))*eps + eta*sqrt\(varianceOfPair)*z",
      says: unrooted),
    Slip(
      "strided-beta", step(squared: "eta^2*\(strided)", sigma: "eta*sqrt\(strided)"),
      step(squared: "eta^2*beta[t]", sigma: "eta*sqrt(beta[t])"), says: saysStrided),
    Slip(
      "unit-stride", step(p: "abar[t-1]"),
      step(squared: "eta^2*\(unitStride)", sigma: "eta*sqrt(\(unitStride))"), says: saysUnit),
    Slip(
      "alpha-for-abar", step(t: "alpha[t]", p: "alpha[p]"),
      step(x0: "(xt - sqrt(1 - alpha[t])*eps)/sqrt(alpha[t])"),
      says: alphaForAbar + " What the DDIM paper writes as alpha is alpha-bar here."),
    Slip(
      "sigma-not-subtracted", step(squared: "0"),
      says: "Fresh noise takes the place of some of the predicted one: its factor is "
        + "sqrt(1 - abar[p] - sigma^2)."),
    Slip(
      "sigma-unsquared", step(squared: "eta*sqrt\(varianceOfPair)"),
      says: "Under the root variances are subtracted: sigma is to be squared."),
    Slip(
      "xt-for-x0", step(x0: "xt"),
      says: "The first part has x_0 as xt and the noise give it, not xt itself."),
    Slip(
      "swapped-noises",
      "sqrt(abar[p])*\(x0) + sqrt(1 - abar[p] - eta^2*\(varianceOfPair))*z"
        + " + eta*sqrt\(varianceOfPair)*eps",
      says: "The predicted noise and the fresh one have changed places."),
    Slip(
      "beta-for-btilde", step(sigma: "eta*sqrt(1 - abar[t]/abar[p])"),
      step(squared: "eta^2*(1 - abar[t]/abar[p])", sigma: "eta*sqrt(1 - abar[t]/abar[p])"),
      says: saysHat),
    Slip(
      "no-fresh-noise",
      "sqrt(abar[p])*\(x0) + sqrt(1 - abar[p] - eta^2*\(varianceOfPair))*eps",
      says: "The fresh noise, sigma times z, is missing."),
    Slip(
      "eta-ignored", "sqrt(abar[p])*\(x0) + sqrt(1 - abar[p])*eps",
      step(squared: varianceOfPair, sigma: "sqrt\(varianceOfPair)"),
      says: "This is the step for one eta, whatever eta is."),
    Slip(
      "sign-of-noise", step(x0: "(xt + sqrt(1 - abar[t])*eps)/sqrt(abar[t])"), says: signOfNoise),
    Slip(
      "unrooted-factors", step(x0: "(xt - (1 - abar[t])*eps)/sqrt(abar[t])"),
      step(x0: "(xt - sqrt(1 - abar[t])*eps)/abar[t]"),
      says: "In x_0 as xt and the noise give it, a root is missing."),
  ]
}
