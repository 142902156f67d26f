import Formula
import Testing

@testable import Symbols

/// Relations between declared normal numbers: X, Y and Z are independent, W is made of X and Z.
struct NormalNumbersTests {
  private func judge() throws -> Judge {
    let free = ["m", "n", "a", "x", "y"].map { FreeNumber($0, in: -2...2) }
    let positive = ["v", "w", "r"].map { FreeNumber($0, in: 0.5...3) }
    let laws = [
      ("X", "N(m, v)"), ("Y", "N(n, w)"), ("Z", "N(0, 1)"), ("W", "a X + Z"),
      ("V", "1/(1/v + 1/w)"), ("M", "V (m/v + n/w)"),
    ]
    let random = try laws.map { RandomName($0.0, try Expression(plain: $0.1)) }
    return Judge(Conditions(free: free + positive, random: random))
  }

  private func verdict(_ latex: String) throws -> Verdict {
    let verdicts = try judge().verdicts(of: try Expression(latex: latex)).flatMap { $0 }
    return try #require(verdicts.first)
  }

  @Test(arguments: [
    #"\mathbb E[X^4] = m^4+6m^2v+3v^2"#, #"\mathbb E[\exp(X)] = \exp(m+v/2)"#,
    #"\mathrm{Var}(2X-3Y) = 4v+9w"#, #"\mathrm{Cov}(X, W) = a v"#,
    #"\mathrm{Var}(X Y) = v w+v n^2+w m^2"#, #"\mathbb E[(X-\mathbb E[X])^2] = v"#,
    #"X+Y \sim \mathcal N(m+n, v+w)"#, #"W \sim \mathcal N(a m, a^2v+1)"#,
    #"\mathcal N(x; m, v)\mathcal N(x; n, w) = \mathcal N(m; n, v+w)\mathcal N(x; M, V)"#,
    #"\mathcal N(x; m, v) = \frac{1}{\sqrt{2\pi v}}\exp(-(x-m)^2/(2v))"#,
    #"\mathrm{KL}(\mathcal N(m, v)\|\mathcal N(n, w)) = \frac12(v/w-1-\log(v/w))+\frac{(m-n)^2}{2w}"#,
    #"p(x, y) = p(x)p(y)"#, #"\log r \le r-1"#,
  ])
  func `what is true of normal numbers holds`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .holds, "\(verdict.says)")
  }

  @Test(arguments: [
    #"\mathrm{Var}(2X) = 2v"#, #"\mathrm{Var}(X+W) = \mathrm{Var}(X)+\mathrm{Var}(W)"#,
    #"X+Y \sim \mathcal N(m+n, \sqrt{v^2+w^2})"#, #"X-Y \sim \mathcal N(m-n, v-w)"#,
    #"\mathcal N(x; m, v) = \frac{1}{\sqrt{2\pi}v}\exp(-(x-m)^2/(2v^2))"#,
    #"\mathrm{KL}(\mathcal N(m, v)\|\mathcal N(n, w)) = \mathrm{KL}(\mathcal N(n, w)\|\mathcal N(m, v))"#,
    #"\mathbb E[X^2] = m^2"#, #"r \le 1"#,
  ])
  func `slips fail at a point that shows it`(latex: String) throws {
    let verdict = try verdict(latex)
    #expect(verdict.outcome == .fails)
    #expect(verdict.says.contains("="), "\(verdict.says)")
  }

  @Test(arguments: [
    #"X+Y = m+n+\sqrt{v+w}Z"#, #"X-m = \sqrt v Z"#, #"a Z = -a Z"#,
  ])
  func `another draw of equal law is equal in distribution only`(latex: String) throws {
    let verdict = try verdict(latex)
    // The last names Z on both sides: its law agrees, but it varies with Z in another way.
    let expected: Verdict.Outcome = latex.hasPrefix("a") ? .fails : .holdsInDistribution
    #expect(verdict.outcome == expected, "\(verdict.says)")
  }

  @Test(arguments: [
    #"\mathbb E[|X|] = 1"#, #"p(z, q) = 1"#, #"E[k] = 1"#,
    #"p(x, x) = 1"#, #"\mathcal N(x, v) = 1"#, #"\mathrm{KL}(X\|Y) = 0"#, #"X \to Y"#,
    #"\mathrm{Cov}(X) = 1"#, #"\mathbb E[X, Y] = 1"#, #"p(|) = 1"#,
  ])
  func `what can't be decided is called neither right nor wrong`(latex: String) throws {
    #expect(try verdict(latex).outcome == .unknown)
  }

  @Test(arguments: [
    [("X", "N(0, k)")], [("X", "N(0)")], [("X", "Y"), ("Y", "X")], [("X", "X")],
    (0..<20).map { ("X_\($0)", "N(0, 1)") }, [("X", "N(0, 1)"), ("Y", "X^2")],
    [("X", "N(0, -1)")],
  ])
  func `a declaration that is none leaves everything unknown`(laws: [(String, String)]) throws {
    let random = try laws.map { RandomName($0.0, try Expression(plain: $0.1)) }
    let judge = Judge(Conditions(random: random))
    let verdicts = judge.verdicts(of: try Expression(plain: "Var(X) = 1")).flatMap { $0 }
    #expect(verdicts.map(\.outcome) == [.unknown])
  }

  @Test func `a density of three numbers agrees with that of another program`() throws {
    // Covariances ((2, 1, .5), (1, 3, -.4), (.5, -.4, 1.5)) by their Cholesky factor.
    let sums = [
      NormalSum(mean: 0.5, weights: [1.4142135623730951]),
      NormalSum(mean: -1, weights: [0.7071067811865475, 1.5811388300841898]),
      NormalSum(
        mean: 2, weights: [0.35355339059327373, -0.4110960958218893, 1.0981803130633876]),
    ]
    let density = try JointLaw(of: sums).logarithm(at: [0.1, 0.2, 0.3])
    // scipy 1.17: multivariate_normal([.5, -1, 2], C).logpdf([.1, .2, .3])
    #expect(abs(density - -4.7205622393119215) < 1e-13)
  }
}
