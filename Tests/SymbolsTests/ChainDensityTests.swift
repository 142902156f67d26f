import Formula
import Testing

@testable import Symbols

/// Densities of the chain, and the posterior's mean and variance by their names.
@Suite struct `Densities of the chain` {
  private func verdict(_ latex: String, data: String? = nil) throws -> Verdict {
    let free = [FreeNumber("m", in: -2...2), FreeNumber("v", in: 0.1...4)]
    let laws =
      [("D", "1/beta[t]"), ("S", "sqrt(alpha[t]) x[t-1]")] + (data.map { [("X_0", $0)] } ?? [])
    let random = try laws.map { RandomName($0.0, try Expression(plain: $0.1)) }
    let judge = Judge(Conditions(free: free, random: random))
    return try #require(judge.verdicts(of: try Expression(latex: latex)).first?.first)
  }

  @Test(arguments: [
    #"q(x_t \mid x_{t-1}) = \mathcal N(x_t; \sqrt{\alpha_t}x_{t-1}, \beta_t)"#,
    #"q(x_t|x_{t-1}) = \mathcal N(x_t; S, 1/D)"#,
    #"q(x_t|x_0) = \mathcal N(x_t; \sqrt{\bar\alpha_t}x_0, (1-\bar\alpha_t)I)"#,
    #"q(x_t|x_{t-1}, x_0) = q(x_t|x_{t-1})"#,
    #"q(x_{t-1}|x_t, x_0) = \frac{q(x_t|x_{t-1})q(x_{t-1}|x_0)}{q(x_t|x_0)}"#,
    #"q(x_{t-1}, x_t|x_0) = q(x_t, x_{t-1}|x_0)"#,
    #"q(x_{t-1}|x_t, x_0) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t, x_0), \tilde\beta_t)"#,
    #"\tilde\beta_t = \frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#,
    #"\tilde\beta_1 = 0"#,
    #"\tilde\mu_t(x_t, x_0) = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0 + \frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t"#,
    #"\tilde\mu_t(2, 0) = 2\tilde\mu_t(1, 0)"#,
  ])
  func `hold of what is so whatever the data are`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  @Test(arguments: [
    #"q(x_t) = \mathcal N(x_t; \sqrt{\bar\alpha_t}m, \bar\alpha_t v+1-\bar\alpha_t)"#,
    #"q(x_{t-1}|x_t) = \frac{q(x_{t-1})q(x_t|x_{t-1})}{q(x_t)}"#,
    #"q(x_0|x_t) = \mathcal N\left(x_0; \frac{(1-\bar\alpha_t)m+\sqrt{\bar\alpha_t}v x_t}{\bar\alpha_t v+1-\bar\alpha_t}, \frac{(1-\bar\alpha_t)v}{\bar\alpha_t v+1-\bar\alpha_t}\right)"#,
  ])
  func `hold of what follows from the law of the data`(latex: String) throws {
    let verdict = try verdict(latex, data: "N(m, v)")
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  @Test(arguments: [
    // alpha for alpha-bar, the deviation for the variance, the wrong order
    #"q(x_t|x_{t-1}) = \mathcal N(x_t; \sqrt{\bar\alpha_t}x_{t-1}, \beta_t)"#,
    #"q(x_t|x_0) = \mathcal N(x_t; \sqrt{\bar\alpha_t}x_0, \sqrt{1-\bar\alpha_t})"#,
    #"q(x_{t-1}|x_t) = q(x_t|x_{t-1})"#,
    // what is said of the posterior where x_0 is not known, and beta for beta-tilde
    #"q(x_{t-1}|x_t) = \mathcal N(x_{t-1}; \tilde\mu_t(x_t, x_0), \tilde\beta_t)"#,
    #"\tilde\beta_t = \beta_t"#, #"\tilde\mu_t(x_t, x_0) = \tilde\mu_t(x_0, x_t)"#,
    #"\tilde\beta_t = \frac{1-\alpha_{t-1}}{1-\alpha_t}\beta_t"#,
  ])
  func `fail of a slip`(latex: String) throws {
    #expect(try verdict(latex, data: "N(m, v)").outcome == .fails)
  }

  @Test(arguments: [
    (#"q(x_{t-1}|x_t) = q(x_{t-1})"#, "depends on the law of the data"),
    (#"q(y|x_t) = 1"#, "Give q an x with its step"), (#"q(x_t; x_0) = 1"#, "Write a density as"),
    (#"q(x_t, x_t|x_0) = 1"#, "no point"), (#"\tilde\mu_t(x_t, t, x_0) = 1"#, "both x_t and x_0"),
    (#"\tilde\mu(x_t, x_0) = 1"#, "index"),
  ])
  func `are unknown where something is missing, and say what`(latex: String, why: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .unknown)
    #expect(verdict.says.contains(why), "\(verdict.says)")
  }

  @Test(arguments: [
    "mu~_t(x_t, x_0) = mu~_t(xt, x0)", "mutilde[t](xt, x0) = mu~_t(x_t, x_0)",
    "q(x[t-1] | xt, x0) = N(x_{t-1}; mu~_t(x_t, x_0), beta~_t)", "btilde[t] <= beta[t]",
  ])
  func `can be typed`(text: String) throws {
    let verdicts = Judge(Conditions()).verdicts(of: try Expression(plain: text))
    #expect(verdicts.first?.first?.outcome == .holds, "\(verdicts)")
  }
}
