import Symbols
import Testing

@testable import Lessons

@Suite struct `Lessons 11 and 12` {
  @Test(arguments: [("classifier-guidance", 30), ("classifier-free-guidance", 26)])
  func `hold, every formula, line and claim of them`(lesson: String, count: Int) throws {
    let items = try Catalog.builtIn().entry(named: lesson).verification
    #expect(items.count >= count)
    for item in items {
      #expect(item.verdict.outcome == .holds, "\(item.path):\(item.line): \(item.verdict.says)")
    }
  }

  /// The slips that the lessons speak of, and others, made in their own formulas.
  @Test(arguments: [
    // Bayes' rule without the frequency of the class.
    (
      "classifier-guidance", #"\frac{q(x_t)\,q(y \mid x_t)}{q(y)}"#, #"q(x_t)\,q(y \mid x_t)"#
    ),
    // The sign of the gradient.
    (
      "classifier-guidance", #"\left(\epsilon_\theta-\sqrt{1-\bar\alpha_t}\,g\right)"#,
      #"\left(\epsilon_\theta+\sqrt{1-\bar\alpha_t}\,g\right)"#
    ),
    // The root left out, and the variance in its place.
    (
      "classifier-guidance", #"\hat\epsilon_t = \epsilon_\theta-s\,\sqrt{1-\bar\alpha_t}\;g"#,
      #"\hat\epsilon_t = \epsilon_\theta-s\,g"#
    ),
    (
      "classifier-guidance",
      #"&= \mathbb E\left[\bar\epsilon_t \mid x_t\right]-\sqrt{1-\bar\alpha_t}\;"#,
      #"&= \mathbb E\left[\bar\epsilon_t \mid x_t\right]-(1-\bar\alpha_t)\;"#
    ),
    // The mean's shift with the root that has cancelled.
    (
      "classifier-guidance", #"&= \mu_\theta+\frac{\beta_t}{\sqrt{\alpha_t}}\;s\,g"#,
      #"&= \mu_\theta+\beta_t\;s\,g"#
    ),
    ("classifier-guidance", #"&= \frac{2\sqrt{\bar\alpha_t}\,m}{V}\;x"#, #"&= \frac{2m}{V}\;x"#),
    ("classifier-guidance", #"\cdot\frac12 = 0.6"#, #"\cdot\frac12 = 1.2"#),
    // w for 1 + w, and the names swapped.
    (
      "classifier-free-guidance", #"\hat\epsilon_t = (1+w)\,\epsilon_c-w\,\epsilon_u"#,
      #"\hat\epsilon_t = w\,\epsilon_c+(1-w)\,\epsilon_u"#
    ),
    (
      "classifier-free-guidance", #"\hat\epsilon_t = (1+w)\,\epsilon_c-w\,\epsilon_u"#,
      #"\hat\epsilon_t = (1+w)\,\epsilon_u-w\,\epsilon_c"#
    ),
    (
      "classifier-free-guidance", #"&= \epsilon_u+s\left(\epsilon_c-\epsilon_u\right)"#,
      #"&= \epsilon_u-s\left(\epsilon_c-\epsilon_u\right)"#
    ),
    (
      "classifier-free-guidance", #"&= \epsilon_u-w\left(\epsilon_c-\epsilon_u\right)"#,
      #"&= \epsilon_u+w\left(\epsilon_c-\epsilon_u\right)"#
    ),
    // Tilting and noising said to be the same in any order.
    ("classifier-free-guidance", #"\ne \frac{1}{"#, #"= \frac{1}{"#),
    ("classifier-free-guidance", #"= \frac{44}{15}"#, #"= \frac{43}{15}"#),
  ])
  func `fail where a formula of theirs has a slip`(
    lesson: String, original: String, slip: String
  ) throws {
    #expect(try !failures(of: lesson, replacing: original, with: slip).isEmpty)
  }

  @Test func `have the numbers that their claims are about`() throws {
    for (lesson, id, number) in [
      ("classifier-guidance", "clean-slope", "5.789"),
      ("classifier-guidance", "clean-slope", "7.997"),
      ("classifier-guidance", "clean-factor", "629"),
      ("classifier-guidance", "root-missing", "100"),
      ("classifier-free-guidance", "by-hand-swapped", "-1.067"),
    ] {
      let claims = try Catalog.builtIn().entry(named: lesson).verification
      let claim = try #require(claims.first { $0.id == id })
      #expect(claim.verdict.says.contains(number), "\(claim.verdict.says)")
    }
  }
}
