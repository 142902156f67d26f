import Symbols
import Testing

@testable import Lessons

@Suite struct `Lesson 07` {
  @Test func `holds, every formula, line and claim of it`() throws {
    let items = try Catalog.builtIn().entry(named: "ddpm").verification
    #expect(items.count >= 40)
    for item in items {
      #expect(item.verdict.outcome == .holds, "\(item.path):\(item.line): \(item.verdict.says)")
    }
  }

  /// The slips that the lesson speaks of, made in its own formulas.
  @Test(arguments: [
    (
      #"\frac{\sqrt{\bar\alpha_{t-1}}\,\beta_t}{1-\bar\alpha_t}\,x_0"#,
      #"\frac{\sqrt{\bar\alpha_t}\,\beta_t}{1-\bar\alpha_t}\,x_0"#
    ),
    (#"x_t - \frac{\beta_t}{\sqrt{1-\bar\alpha_t}}"#, #"x_t - \frac{\beta_t}{1-\bar\alpha_t}"#),
    (
      #"\hat x_0 = \frac{x_t - \sqrt{1-\bar\alpha_t}"#,
      #"\hat x_0 = \frac{x_t - \sqrt{1-\alpha_t}"#
    ),
    (#"{\beta_t+\alpha_t V}"#, #"{\beta_t+V}"#),
    (#"\frac{\beta_t^2}{2\sigma_t^2"#, #"\frac{\beta_t}{2\sigma_t^2"#),
    (#"\alpha_t\,v + s^2"#, #"\alpha_t\,v + s"#), (#"= \bar\alpha_1"#, "= 1"),
    (#"\tilde\mu_1(x_1, x_0) = x_0"#, #"\tilde\mu_1(x_1, x_0) = x_1"#),
    (#"= \frac{0.7}{\sqrt{0.5}}"#, #"= \frac{0.7}{0.5}"#),
    ("beta[t]*abar[t-1]) - 0.9999", "beta[t]*abar[t]) - 0.9999"),
    ("btilde[t]*abar[t-1]) - 0.991067", "btilde[t]^2*abar[t-1]) - 0.991067"),
    ("btilde[t]^2*abar[t-1]) - 0.0055768", "btilde[t]*abar[t-1]) - 0.0055768"),
    ("btilde[2] + btilde[3] = 1/14 + 7/32", "beta[2] + beta[3] = 1/14 + 7/32"),
  ])
  func `fails where a formula of it has a slip`(original: String, slip: String) throws {
    #expect(try !failures(of: "ddpm", replacing: original, with: slip).isEmpty)
  }

  @Test func `has the numbers that its claims are about`() throws {
    let claims = try Catalog.builtIn().entry(named: "ddpm").verification
      .filter { $0.kind == .claim }
    for (id, number) in [
      ("end-beta", "0.9999"), ("end-posterior", "0.9911"), ("end-unrooted", "0.005577"),
      ("running-example", "0, 0.07143 and 0.2187"), ("ratio", "0.4547"), ("fifty", "0.603"),
      ("last-noise", "0.01"), ("both-forms", "0.9899"),
    ] {
      let claim = try #require(claims.first { $0.id == id })
      #expect(claim.verdict.says.contains(number), "\(claim.verdict.says)")
    }
  }
}
