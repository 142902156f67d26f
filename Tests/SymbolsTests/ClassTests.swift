import Formula
import Testing

@testable import Symbols

/// What is said of the part that a number with several laws was drawn from.
struct ClassTests {
  private func verdict(
    _ latex: String, label: String = "class(x_0)",
    x0 law: String = "0.3 N(-1, 0.25) + 0.7 N(1.5, 0.16)"
  ) throws -> Verdict {
    let laws = [
      ("x_0", law), ("epsilon_bar_t", "N(0, 1)"),
      ("x_t", "sqrt(abar_t) x_0 + sqrt(1-abar_t) epsbar_t"), ("y", label),
    ]
    let conditions = Conditions(
      steps: 2...12, free: [FreeNumber("s", in: 0...3)],
      random: try laws.map { RandomName($0.0, try Expression(plain: $0.1)) })
    let verdicts = Judge(conditions).verdicts(of: try Expression(latex: latex)).flatMap { $0 }
    return try #require(verdicts.first)
  }

  private static let classifier = #"\nabla_{x_t}\log q(y \mid x_t)"#

  @Test(arguments: [
    #"q(x_t \mid y)\,q(y) = q(x_t)\,q(y \mid x_t)"#,
    #"q(x_t, y) = q(y)\,q(x_t \mid y)"#,
    #"\nabla_{x_t}\log q(x_t \mid y) = \nabla_{x_t}\log q(x_t)+\#(classifier)"#,
    #"\mathbb E[\bar\epsilon_t \mid x_t, y] = \mathbb E[\bar\epsilon_t \mid x_t]-\sqrt{1-\bar\alpha_t}\#(classifier)"#,
    #"\nabla_{x_t}\log\left(q(x_t)q(y \mid x_t)^s\right) = \nabla_{x_t}\log q(x_t)+s\#(classifier)"#,
    #"\mathrm{Var}(x_0 \mid y) < 0.26"#, #"(q(y)-0.3)(q(y)-0.7) = 0"#, #"(y-1)(y-2) = 0"#,
  ])
  func `Bayes' rule holds, for densities, slopes and noise`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  @Test(arguments: [
    #"q(x_t \mid y) = q(x_t)\,q(y \mid x_t)"#,
    #"\nabla_{x_t}\log q(x_t \mid y) = \nabla_{x_t}\log q(x_t)-\#(classifier)"#,
    #"\mathbb E[\bar\epsilon_t \mid x_t, y] = \mathbb E[\bar\epsilon_t \mid x_t]+\sqrt{1-\bar\alpha_t}\#(classifier)"#,
    #"\mathbb E[\bar\epsilon_t \mid x_t, y] = \mathbb E[\bar\epsilon_t \mid x_t]-\#(classifier)"#,
    #"\mathbb E[\bar\epsilon_t \mid x_t, y] = \mathbb E[\bar\epsilon_t \mid x_t]-(1-\bar\alpha_t)\#(classifier)"#,
    #"\mathbb E[\bar\epsilon_t \mid x_t, y] = \mathbb E[\bar\epsilon_t \mid x_t]"#,
    #"q(y \mid x_t) = q(y)"#,
  ])
  func `a slip in it fails`(latex: String) throws {
    #expect(try verdict(latex).outcome == .fails)
  }

  @Test(arguments: [
    ("class(x_t)", "0.3 N(-1, 0.25) + 0.7 N(1.5, 0.16)"), ("class(x_0)", "N(0, 1)"),
    ("class(k)", "0.3 N(-1, 0.25) + 0.7 N(1.5, 0.16)"),
  ])
  func `of a number that has one law there is no class`(label: String, law: String) throws {
    #expect(try verdict("q(y) = 1", label: label, x0: law).outcome == .unknown)
  }

  @Test func `of which there is but one can be asked for by its number`() throws {
    let laws = [("x_0", "0.3 N(-1, 0.25) + 0.7 N(1.5, 0.16)"), ("Y", "class(x_0)")]
    let conditions = Conditions(
      constants: [("y", 2), ("k", 3)],
      random: try laws.map { RandomName($0.0, try Expression(plain: $0.1)) })
    for (formula, outcome) in [
      ("q(y) = 0.7", Verdict.Outcome.holds), (#"\mathbb E[x_0 \mid y] = 1.5"#, .holds),
      (#"q(x_0 \mid y) = \mathcal N(x_0; 1.5, 0.16)"#, .holds), ("q(y) = 0.3", .fails),
    ] {
      let verdict = try #require(
        Judge(conditions).verdicts(of: try Expression(latex: formula)).first?.first)
      #expect(verdict.outcome == outcome, "\(formula): \(verdict.says)")
    }
  }
}
