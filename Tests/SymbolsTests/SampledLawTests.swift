import Formula
import Testing

@testable import Symbols

/// Laws that are not normal, told apart by draws of fixed seeds: X has two humps, U, V and W are
/// standard normal and independent.
///
/// A right line would be called wrong where its p-value, times the number of tests, is below 0.001.
@Suite struct `A law that is not normal` {
  private func verdict(_ latex: String) throws -> Verdict {
    let laws = [
      ("X", "0.3 N(-1, 0.04) + 0.7 N(1.5, 0.16)"), ("U", "N(0, 1)"), ("V", "N(0, 1)"),
      ("W", "N(0, 1)"),
    ]
    let judge = Judge(
      Conditions(
        constants: [("v", 0.25)],
        random: try laws.map { RandomName($0.0, try Expression(plain: $0.1)) }))
    return try #require(
      judge.verdicts(of: try Expression(latex: latex)).flatMap { $0 }.first)
  }

  @Test(arguments: [
    #"U^2 = V^2"#, #"U^2+V^2 = U^2+W^2"#, #"|U|+W = |V|+W"#, #"X+U = X+V"#, #"U^3 = -V^3"#,
    #"\exp(U) = \exp(-V)"#,
  ])
  func `is the same for other draws`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holdsInDistribution, "\(verdict.says)")
    #expect(verdict.says.contains("10,000 draws of either side"), "\(verdict.says)")
  }

  /// Noise widens each hump by its variance.
  @Test(arguments: [
    #"X \sim 0.3\mathcal N(-1, 0.04) + 0.7\mathcal N(1.5, 0.16)"#,
    #"X + \sqrt v U \sim 0.3\mathcal N(-1, 0.04+v) + 0.7\mathcal N(1.5, 0.16+v)"#,
    #"2X \sim 0.3\mathcal N(-2, 0.16) + 0.7\mathcal N(3, 0.64)"#,
  ])
  func `is as it is written out`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  /// The first has the right mean, 0.75, and the right variance, 1.4365; in the last both sides have
  /// one law alone, and another together with W.
  @Test(arguments: [
    #"X \sim \mathcal N(0.75, 1.4365)"#, #"U^2 = V"#, #"U^2+V^2 = 2U^2"#, #"\exp(U) = 1+U"#,
    #"X + \sqrt v U \sim 0.3\mathcal N(-1, 0.04) + 0.7\mathcal N(1.5, 0.16)"#,
    #"X + \sqrt v U \sim 0.3\mathcal N(-1, 0.04+\sqrt v) + 0.7\mathcal N(1.5, 0.16+\sqrt v)"#,
    #"X \sim 0.7\mathcal N(-1, 0.04) + 0.3\mathcal N(1.5, 0.16)"#, #"U V = -U V"#,
    #"|U|+W = |W|+U"#,
  ])
  func `is told from another`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .fails, "\(verdict.says)")
    #expect(verdict.says.contains("by Kolmogorov and Smirnov"), "\(verdict.says)")
  }

  @Test func `has the same verdict on every run`() throws {
    #expect(try verdict("U^2 = V^2").says == verdict("U^2 = V^2").says)
  }
}
