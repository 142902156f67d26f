import Diffusion
import Formula
import Symbols
import Testing

/// The verdicts on a formula's lines; under the schedules in use where none is given.
private func verdicts(
  _ latex: String, _ conditions: Conditions = Conditions()
) throws -> [[Verdict]] {
  Judge(conditions).verdicts(of: try Expression(latex: latex))
}

private func outcomes(_ latex: String) throws -> [[Verdict.Outcome]] {
  try verdicts(latex).map { $0.map(\.outcome) }
}

private func only(_ latex: String) throws -> Verdict {
  try #require(try verdicts(latex).first?.first)
}

@Suite struct `A verdict` {
  @Test(arguments: [
    #"\alpha_t = 1 - \beta_t"#, #"\bar\alpha_t = \prod_{s=1}^t (1-\beta_s)"#,
    #"\bar\alpha_t = \bar\alpha_{t-1}\alpha_t"#, #"\mathrm{SNR}(t) = \frac{1}{1/\bar\alpha_t - 1}"#,
    #"x_t = \sqrt{\alpha_t} x_{t-1} + \sqrt{\beta_t}\epsilon_t"#,
    #"\epsilon_t = \frac{x_t - \sqrt{\alpha_t} x_{t-1}}{\sqrt{\beta_t}}"#,
    #"\sum_{s=1}^t \bar\alpha_{s-1}\beta_s = 1 - \bar\alpha_t"#, #"\bar\alpha_0 = 1"#,
    #"\log \bar\alpha_t = \sum_{s=1}^t \log\alpha_s"#, #"\alpha_t \equiv 1 - \beta_t"#,
    #"\sqrt{\bar\alpha_t}^2 + \sqrt{1-\bar\alpha_t}^2 = 1"#, #"\alpha_t := 1 - \beta_t"#,
  ])
  func `holds of what is so`(latex: String) throws {
    #expect(try only(latex).outcome == .holds)
  }

  @Test(
    arguments: [
      // alpha for abar, and abar for alpha
      #"\bar\alpha_t = \alpha_{t-1}\alpha_t"#, #"\mathrm{SNR}(t) = \frac{\alpha_t}{1-\alpha_t}"#,
      #"x_t = \sqrt{\bar\alpha_t} x_{t-1} + \sqrt{1-\bar\alpha_t}\epsilon_t"#,
      // a missing root, a needless one
      #"x_t = (1-\beta_t) x_{t-1} + \sqrt{\beta_t}\epsilon_t"#,
      #"x_t = \sqrt{1-\beta_t} x_{t-1} + \beta_t\epsilon_t"#,
      #"\bar\alpha_t = \prod_{s=1}^t \sqrt{\alpha_s}"#,
      // a shifted index
      #"\bar\alpha_t = \bar\alpha_{t-1}\alpha_{t-1}"#,
      #"\bar\alpha_t = \prod_{s=1}^{t-1} \alpha_s"#,
      #"\bar\alpha_t = \prod_{s=2}^t \alpha_s"#,
      #"x_t = \sqrt{\alpha_t} x_t + \sqrt{\beta_t}\epsilon_t"#,
      // a wrong sign
      #"\alpha_t = 1 + \beta_t"#, #"1-\bar\alpha_t = 1-\bar\alpha_{t-1}-\beta_t\bar\alpha_{t-1}"#,
      // upside down, and a factor
      #"\mathrm{SNR}(t) = \frac{1-\bar\alpha_t}{\bar\alpha_t}"#, #"\alpha_t = 2(1 - \beta_t)"#,
    ])
  func `fails of a slip, with the step and both numbers`(latex: String) throws {
    let verdict = try only(latex)
    #expect(verdict.outcome == .fails)
    let says = try #require(
      verdict.says.wholeMatch(
        of:
          /(?:Not so|Not even in distribution): at t = (\d+) of T = (\d+) the left side (?:is|has the mean|has the variance) (\S+), the right side (\S+)\./
      ),
      "\(verdict.says)")
    #expect(try #require(Int(says.1)) <= #require(Int(says.2)))
    #expect(Double(says.3) != nil && Double(says.4) != nil && says.3 != says.4)
  }

  @Test func `shows numbers that can be computed by hand`() throws {
    let three = Conditions(schedule: try Schedule(betas: [0.1, 0.2, 0.5]))
    let verdict = try verdicts(#"\bar\alpha_t = \alpha_t"#, three)[0][0]
    #expect(
      verdict.says == "Not so: at t = 2 of T = 3 the left side is 0.72, the right side 0.8.")
    #expect(try verdicts(#"\bar\alpha_3 = 0.36"#, three)[0][0].says.contains("Computed: 0.36"))
  }

  @Test(arguments: [
    (#"\gamma_t = 1"#, "gamma"), (#"x_t = \zeta"#, "zeta"),
    (#"\hat\alpha_t = \alpha_t"#, "alpha_hat"),
    (#"f(t) = 1"#, "f"), (#"\alpha_t = u_t"#, "u"),
  ])
  func `of an unknown symbol is unknown, with its name`(latex: String, name: String) throws {
    let verdict = try only(latex)
    #expect(verdict.outcome == .unknown)
    #expect(verdict.says.contains(name), "\(verdict.says)")
  }

  @Test(arguments: [
    #"\alpha_t \propto \beta_t"#, #"x_t \sim \mathcal{N}(0, 1)"#, #"\bar\alpha_t \to 0"#,
    #"t \in \{1, 2\}"#,
  ])
  func `of a sign that is no matter of numbers is unknown`(latex: String) throws {
    for verdict in try verdicts(latex).joined() { #expect(verdict.outcome == .unknown) }
  }

  @Test(
    arguments: [
      (#"\alpha_t < 1"#, .holds), (#"\alpha_t < \bar\alpha_t"#, .fails), (#"\beta_t > 0"#, .holds),
      (#"\bar\alpha_t \le \alpha_t"#, .holds), (#"\alpha_t \ge \bar\alpha_t"#, .holds),
      (#"\bar\alpha_t < \alpha_t"#, .fails), (#"\alpha_t \ne \beta_t"#, .fails),
      (#"\alpha_t \neq 0"#, .holds), (#"\sqrt{1-0.36} < 0.8"#, .fails),
      (#"0.1 + 0.2 > 0.3"#, .fails), (#"0.1 + 0.2 \ge 0.3"#, .holds),
      (#"\bar\alpha_t \approx 1.01\,\bar\alpha_t"#, .holds),
      (#"\bar\alpha_t \approx 1.2\,\bar\alpha_t"#, .fails),
    ] as [(String, Verdict.Outcome)])
  func `of an inequality or an approximation`(latex: String, outcome: Verdict.Outcome) throws {
    #expect(try only(latex).outcome == outcome)
  }

  @Test func `of an approximation says by how much it is off`() throws {
    #expect(
      try only(#"\bar\alpha_t \approx 1.04\,\bar\alpha_t"#).says.hasSuffix(
        "they differ by at most 3.8 percent."))
  }

  @Test func `is given of each relation of a chain`() throws {
    #expect(
      try outcomes(#"\alpha_t = 1 - \beta_t = 1 + \beta_t < 3"#) == [[.holds, .fails, .holds]])
    #expect(try outcomes(#"1 > \alpha_t > 0"#) == [[.holds, .holds]])
  }

  @Test func `is given of each row, which goes on from the one before`() throws {
    #expect(
      try outcomes(
        #"\begin{aligned} 1-\bar\alpha_t &= 1-\alpha_t\bar\alpha_{t-1} \\ &= 1-(1-\beta_t)\bar\alpha_{t-1} \\ &= 1-\bar\alpha_{t-1} \\ &< 1 \end{aligned}"#
      ) == [[.holds], [.holds], [.fails], [.holds]])
  }

  @Test func `is given of each relation of a list`() throws {
    #expect(try outcomes(#"\alpha_t = 1-\beta_t,\quad \bar\alpha_0 = 2"#) == [[.holds, .fails]])
  }

  @Test(arguments: [#"\bar\alpha_t"#, "t", #"\epsilon_t"#, ""])
  func `is not given where there is no relation`(latex: String) throws {
    guard let expression = try? Expression(latex: latex) else { return }
    #expect(Judge(Conditions()).verdicts(of: expression).joined().isEmpty)
  }

  @Test(arguments: [#"\frac{1}{0} = 1"#, #"\sqrt{-1} = 1"#, #"\log(0) = 1"#, #"\beta_{10001} = 1"#])
  func `is unknown where no point has a value`(latex: String) throws {
    #expect(try only(latex).outcome == .unknown)
  }

  @Test(arguments: [
    #"x_t = \sqrt{\bar\alpha_t} x_0 + \sqrt{1-\bar\alpha_t}\bar\epsilon_t"#,
    #"x_t = \sqrt{\bar\alpha_t} x_0 - \sqrt{1-\bar\alpha_t}\bar\epsilon_t"#,
  ])
  func `of the jump holds in distribution, not draw by draw`(latex: String) throws {
    #expect(try only(latex).outcome == .holdsInDistribution)
  }

  @Test(arguments: [
    #"x_t = \sqrt{\bar\alpha_t} x_0 + (1-\bar\alpha_t)\bar\epsilon_t"#,
    #"x_t = \sqrt{\alpha_t} x_0 + \sqrt{1-\alpha_t}\bar\epsilon_t"#,
    #"x_t = \sqrt{\bar\alpha_{t-1}} x_0 + \sqrt{1-\bar\alpha_{t-1}}\bar\epsilon_t"#,
    #"x_t = \sqrt{\bar\alpha_t} x_0"#, #"x_t = \bar\alpha_t x_0 + (1-\bar\alpha_t)\bar\epsilon_t"#,
  ])
  func `of a wrong jump fails in distribution too`(latex: String) throws {
    #expect(try only(latex).outcome == .fails)
  }
}
