import Symbols
import Testing

@testable import Lessons

@Suite struct `Lesson 08` {
  @Test func `holds, every formula, line and claim of it`() throws {
    let items = try Catalog.builtIn().entry(named: "ddim").verification
    #expect(items.count >= 55)
    for item in items where item.id != "three-lines.2" {
      #expect(item.verdict.outcome == .holds, "\(item.path):\(item.line): \(item.verdict.says)")
    }
  }

  @Test func `says of one line alone that it is equal in distribution only`() throws {
    let items = try Catalog.builtIn().entry(named: "ddim").verification
    let line = try #require(items.first { $0.verdict.outcome == .holdsInDistribution })
    #expect(line.id == "three-lines.2" && line.verdict.says.contains("correlation 0."))
  }

  /// The slips that the lesson speaks of, and others, made in its own formulas.
  @Test(arguments: [
    // Alpha for alpha-bar.
    (
      #"\frac{x_t-\sqrt{\bar\alpha_t}\,x_0}{\sqrt{1-\bar\alpha_t}}+\sigma_t z_t"#,
      #"\frac{x_t-\sqrt{\alpha_t}\,x_0}{\sqrt{1-\alpha_t}}+\sigma_t z_t"#
    ),
    // Eta for eta squared.
    (#"\sigma_t^2 = \eta^2\;"#, #"\sigma_t^2 = \eta\;"#),
    // The beta of one step for that of a stride.
    (
      #"\sigma_t = \eta\,\sqrt{\frac{1-\bar\alpha_p}{1-\bar\alpha_t}\left(1-\frac{\bar\alpha_t}{\bar\alpha_p}\right)}"#,
      #"\sigma_t = \eta\,\sqrt{\frac{1-\bar\alpha_p}{1-\bar\alpha_t}\beta_t}"#
    ),
    (
      #"\mathrm{Var}(x_t \mid x_0)+\sigma_t^2\,\mathrm{Var}"#,
      #"\mathrm{Var}(x_t \mid x_0)+\sigma_t\,\mathrm{Var}"#
    ),
    (
      #"\mathrm{Cov}(x_p, x_t \mid x_0) &= \frac{\sqrt{1-\bar\alpha_p-\sigma_t^2}}{"#,
      #"\mathrm{Cov}(x_p, x_t \mid x_0) &= \frac{\sqrt{1-\bar\alpha_p}}{"#
    ),
    (#"&= u_t+(r_p-r_t)"#, #"&= u_t+(r_t-r_p)"#),
    (#"&= \frac{c\,r}{\sqrt{v+r^2}}"#, #"&= \frac{c}{\sqrt{v+r^2}}"#),
    (
      #"= \frac{0.1}{0.64}\cdot 0.6 = \frac{3}{32}"#, #"= \frac{0.1}{0.64}\cdot 0.5 = \frac{5}{64}"#
    ),
    (#"= 4\,\sqrt{0.1}"#, #"= 5\,\sqrt{0.1}"#),
    (
      #"\epsilon_t+\sigma_t z_t \sim"#, #"\epsilon_t+\sigma_t^2 z_t \sim"#
    ),
  ])
  func `fails where a formula of it has a slip`(original: String, slip: String) throws {
    #expect(try !failures(of: "ddim", replacing: original, with: slip).isEmpty)
  }

  @Test func `has the numbers that its claims are about`() throws {
    let claims = try Catalog.builtIn().entry(named: "ddim").verification
      .filter { $0.kind == .claim }
    for (id, number) in [
      ("bounds", "1.354"), ("bounds", "1.082"), ("by-hand-numbers", "1.265"),
      ("by-hand-numbers", "1.383"), ("strided", "0.1477"), ("without-the-bar", "9.58"),
    ] {
      let claim = try #require(claims.first { $0.id == id })
      #expect(claim.verdict.says.contains(number), "\(claim.verdict.says)")
    }
  }
}
