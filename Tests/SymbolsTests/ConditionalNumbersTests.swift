import Formula
import Testing

@testable import Symbols

/// What is said of noisy numbers once some were seen.
///
/// x_0 is normal, x_t its jump with the noise epsilon-bar_t, and the numbers with the label theta are
/// those of a model.
struct ConditionalNumbersTests {
  private static let normal = "N(m, v)"
  private static let humps = "0.3 N(-1, 0.04) + 0.7 N(1.5, 0.16)"

  private func verdict(_ latex: String, x0 law: String = normal) throws -> Verdict {
    let laws = [
      ("x_0", law), ("epsilon_bar_t", "N(0, 1)"),
      ("x_t", "sqrt(abar_t) x_0 + sqrt(1-abar_t) epsbar_t"), ("u", "N(0, 1)"),
      ("x_t_theta", "N(0, 1)"), ("x_0_theta", "x_t_theta/2 + u"),
    ]
    let conditions = Conditions(
      steps: 2...12,
      free: [
        FreeNumber("m", in: -1...1), FreeNumber("v", in: 0.3...2), FreeNumber("g", in: -2...2),
      ],
      random: try laws.map { RandomName($0.0, try Expression(plain: $0.1)) })
    let verdicts = Judge(conditions).verdicts(of: try Expression(latex: latex)).flatMap { $0 }
    return try #require(verdicts.first)
  }

  private static let e = #"\mathbb E[\bar\epsilon_t \mid x_t]"#
  private static let total = #"\bar\alpha_t v+1-\bar\alpha_t"#

  @Test(arguments: [
    #"\#(e) = \sqrt{1-\bar\alpha_t}\frac{x_t-\sqrt{\bar\alpha_t}m}{\#(total)}"#,
    #"\mathrm{Var}(\bar\epsilon_t \mid x_t) = \frac{\bar\alpha_t v}{\#(total)}"#,
    #"\mathrm{Cov}(x_0, \bar\epsilon_t \mid x_t) = -\sqrt{\frac{1-\bar\alpha_t}{\bar\alpha_t}}\frac{\bar\alpha_t v}{\#(total)}"#,
    #"\mathbb E[\exp(\bar\epsilon_t) \mid x_0] = \exp(1/2)"#,
    #"\mathbb E[x_t\mid x_0, u] = \sqrt{\bar\alpha_t}x_0"#,
    #"\mathbb E[x_0 \mid x_t, \bar\epsilon_t] = \frac{x_t-\sqrt{1-\bar\alpha_t}\bar\epsilon_t}{\sqrt{\bar\alpha_t}}"#,
    #"\mathbb E[(\bar\epsilon_t-g)^2\mid x_t] = \mathrm{Var}(\bar\epsilon_t\mid x_t)+(\#(e)-g)^2"#,
    #"\mathbb E[\#(e)] = 0"#, #"\mathbb E_{\bar\epsilon_t}[x_0\bar\epsilon_t^2] = x_0"#,
    #"q(x_t \mid x_0) = \mathcal N(x_t; \sqrt{\bar\alpha_t}x_0, 1-\bar\alpha_t)"#,
    #"p_\theta(x_0) = \mathcal N(x_0; 0, 5/4)"#,
    #"\mathrm{KL}(q(x_t\mid x_0) \| p_\theta(x_t)) = \frac12(-\bar\alpha_t-\log(1-\bar\alpha_t)+\bar\alpha_tx_0^2)"#,
  ])
  func `what is so given others holds, whatever those are`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  @Test(arguments: [normal, humps])
  func
    `the slope of a log density is the expected noise, with the sign and root of Tweedie's formula`(
      law: String
    ) throws
  {
    let score = #"\nabla_{x_t}\log q(x_t)"#
    for (formula, outcome) in [
      (#"\#(score) = -\frac{\#(Self.e)}{\sqrt{1-\bar\alpha_t}}"#, Verdict.Outcome.holds),
      (#"\#(score) = \frac{\nabla_{x_t} q(x_t)}{q(x_t)}"#, .holds),
      (
        #"\mathbb E[x_0\mid x_t] = \frac{x_t+(1-\bar\alpha_t)\#(score)}{\sqrt{\bar\alpha_t}}"#,
        .holds
      ),
      (
        #"q(x_t) = \mathbb E_{x_0}[\mathcal N(x_t; \sqrt{\bar\alpha_t}x_0, 1-\bar\alpha_t)]"#,
        .holds
      ),
      (#"\#(score) = \frac{\#(Self.e)}{\sqrt{1-\bar\alpha_t}}"#, .fails),
      (#"\#(score) = -\frac{\#(Self.e)}{1-\bar\alpha_t}"#, .fails),
      (#"\#(score) = -\frac{\bar\epsilon_t}{\sqrt{1-\bar\alpha_t}}"#, .fails),
    ] {
      let verdict = try verdict(formula, x0: law)
      #expect(verdict.outcome == outcome, "\(formula): \(verdict.says)")
    }
  }

  @Test func `the humps of a mixture have its mean, its variance and no normal law`() throws {
    for (formula, outcome) in [
      (#"\mathbb E[x_0] = 0.75"#, Verdict.Outcome.holds), (#"\mathrm{Var}(x_0) = 1.4365"#, .holds),
      (#"q(x_0) = 0.3\,\mathcal N(x_0; -1, 0.04)+0.7\,\mathcal N(x_0; 1.5, 0.16)"#, .holds),
      (#"q(x_0) = \mathcal N(x_0; 0.75, 1.4365)"#, .fails),
      (#"x_0 \sim \mathcal N(0.75, 1.4365)"#, .fails),
      (#"x_0 \sim 0.3\mathcal N(-1, 0.04)+0.7\mathcal N(1.5, 0.16)"#, .holds),
    ] {
      #expect(try verdict(formula, x0: Self.humps).outcome == outcome, "\(formula)")
    }
  }

  @Test(arguments: [
    #"\mathbb E[x_0 \mid x_0^2] = 0"#, #"\mathbb E[x_0 \mid g] = 0"#,
    #"\mathbb E[x_0 \mid x_t, x_t] = x_0"#, #"\mathbb E[x_0 \mid x_t \mid u] = 0"#,
    #"q(x_0\mid x_t, \bar\epsilon_t) = 1"#, #"\mathrm{KL}(q(x_0, x_t)\|q(x_0)) = 1"#,
    #"p_\phi(x_0) = 1"#, #"\nabla_{k}\log q(x_t) = 1"#, #"\nabla_{x_t} = 1"#,
  ])
  func `what has no meaning is called neither right nor wrong`(latex: String) throws {
    #expect(try verdict(latex).outcome == .unknown)
  }

  @Test(arguments: [
    "0.3 N(0, 1) + 0.3 N(1, 1)", "1.3 N(0, 1) - 0.3 N(1, 1)", "0 N(0, 1) + 1 N(1, 1)",
  ])
  func `a mixture whose shares are none leaves everything unknown`(law: String) throws {
    #expect(try verdict(#"\mathbb E[u] = 0"#, x0: law).outcome == .unknown)
  }
}
