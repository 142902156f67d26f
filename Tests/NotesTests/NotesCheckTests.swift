import Testing

@testable import Notes
@testable import Symbols

@Suite struct `A check of notes` {
  /// What is expected was decided from the papers, formula by formula, before the judge saw it.
  @Test(arguments: [
    (
      Fixture.firstWeek,
      [
        "8 holds", "11 holds", "11 holds", "13 holds",
        // Two noises become one: from here on it is not the same draw.
        "17 holds", "18 holds", "19 holds", "20 holds-in-distribution", "21 unknown",
        "22 holds-in-distribution", "29 holds", "34 holds",
        // DDPM's equations 6 and 7 are about q(x_{t-1} | x_t, x_0); Algorithm 2 scales z by a
        // deviation.
        "37 fails condition-dropped", "41 fails variance-unrooted", "47 holds", "48 holds",
        "51 holds", "54 fails x0-for-xt", "57 fails btilde-for-sigma",
        // DDIM's Lemma 1 is about the marginals; its alpha is DDPM's with a bar.
        "63 holds", "64 holds-in-distribution", "65 fails alpha-for-abar",
        "69 fails variance-unrooted", "72 fails alpha-for-abar",
        "73 fails eta-dropped (eta = 1)", "73 fails eta-dropped (eta = 1)", "76 holds",
        "76 fails eta-not-squared (eta = 0 or eta = 1)", "78 unknown", "78 unknown",
        // An identity of any function, whatever the network is used on.
        "84 holds", "85 holds",
      ]
    ),
    (
      .ddpm,
      [
        "15 holds", "16 holds", "20 holds", "20 holds", "23 holds", "23 holds", "25 holds",
        "29 holds", "30 holds", "30 holds", "35 holds", "39 holds", "39 holds", "43 holds",
        "44 holds", "46 holds", "47 holds", "49 fails alpha-for-abar", "50 fails variance-unrooted",
      ]
    ),
    (
      .ddim,
      [
        "8 holds", "11 holds", "11 holds", "15 holds", "16 holds", "19 holds", "22 holds",
        "25 holds", "29 fails variance-unrooted",
        "32 fails eta-not-squared (eta = 0 or eta = 1 or t = 1)",
      ]
    ),
    (
      .blog,
      [
        "7 holds", "7 holds", "11 holds", "11 holds", "15 holds", "15 holds",
        "17 holds-in-distribution", "18 unknown", "19 holds-in-distribution", "26 holds",
        "31 holds", "31 holds", "31 holds", "35 holds", "40 holds", "44 holds", "46 holds",
        "51 holds", "55 holds", "55 holds", "62 holds", "64 holds-in-distribution",
        "69 fails eta-dropped (eta = 1)", "69 fails eta-dropped (eta = 1)",
        "72 fails eta-not-squared (eta = 0 or eta = 1)", "77 holds", "82 holds", "84 holds",
      ]
    ),
    (
      .course,
      [
        "3 holds", "3 holds", "3 holds", "8 holds", "8 holds", "14 holds", "14 holds", "21 holds",
        "27 holds", "27 holds", "31 holds", "31 holds", "38 holds", "44 fails wrong-range-end",
        "48 fails upside-down", "52 fails variance-unrooted", "56 fails swapped-conditions",
        "60 fails sign-of-gradient",
      ]
    ),
    (
      // alpha is a root here: z_t = alpha_t x + sigma_t epsilon.
      .variancePreserving,
      [
        "4 holds", "4 holds", "6 holds", "8 holds", "8 holds", "10 holds", "10 holds", "10 holds",
        "12 holds", "14 holds", "14 holds", "16 holds", "18 fails variance-unrooted",
        "18 fails variance-unrooted", "18 fails", "18 fails", "20 fails",
      ]
    ),
    (
      .normalLaws,
      [
        "3 unknown", "3 unknown", "3 holds", "3 holds", "5 holds", "7 holds", "9 holds",
        "11 holds", "13 holds", "15 holds", "17 fails sigma-not-squared", "17 fails sign",
        "17 fails", "19 fails needless-square", "21 fails sign", "23 fails needless-square",
        "23 unknown",
      ]
    ),
    (
      .score,
      [
        "3 holds", "5 holds", "5 holds", "7 holds", "9 holds", "9 holds", "11 holds", "13 holds",
        "15 fails variance-unrooted", "17 fails variance-unrooted", "19 holds",
        "21 fails root-of-variance", "23 unknown",
      ]
    ),
  ])
  func `says of every relation what its papers say`(
    _ fixture: Fixture, _ expected: [String]
  ) throws {
    let found = try fixture.check()
    #expect(found.summary == expected)
    #expect(found.problems.isEmpty)
    for relation in found.relations where relation.verdict.outcome == .fails {
      #expect(relation.verdict.counterexample != nil)
      #expect((relation.verdict.meant != nil) == (relation.verdict.slip != nil))
    }
  }

  @Test func `raises no false alarm on a corrected copy`() throws {
    let found = try Fixture.firstWeekCorrected.check()
    #expect(found.relations.count == 30)
    #expect(found.failed == 0)
    let open = found.relations.filter { $0.verdict.outcome == .unknown }
    #expect(open.map(\.latex) == [#"= \cdots"#])
  }

  @Test func `tells DDIM's alpha from DDPM's`() throws {
    let (ddpm, ddim) = (try Fixture.ddpm.check(), try Fixture.ddim.check())
    #expect(Set(ddpm.relations.compactMap(\.verdict.reading)) == [.ddpm])
    #expect(Set(ddim.relations.compactMap(\.verdict.reading)) == [.ddim])
  }

  @Test func `shows a relation as it is written, without its environment`() throws {
    let rows = try Fixture.ddpm.check().relations.map(\.latex)
    #expect(rows[0] == #"p_\theta(\bx_{0:T}) = p(\bx_T)\prod_{t=1}^T p_\theta(\bx_{t-1}|\bx_t),"#)
    #expect(
      rows[6]
        == #"q(\bx_t|\bx_0) = \mathcal{N}(\bx_t; \sqrt{\bar\alpha_t}\bx_0, (1-\bar\alpha_t)\bI)"#)
    #expect(rows.allSatisfy { !$0.contains(#"\begin"#) && !$0.contains("&") })
  }
}

@Suite struct `A text around a formula` {
  private func verdicts(_ text: String) -> [String] {
    NotesCheck(of: text, in: .markdown).relations.map(\.verdict.outcome.rawValue)
  }

  @Test func `makes a choice of sigma right where it says that it is one`() {
    let formula = #"$\sigma_t^2 = \beta_t$"#
    let free = "The knob is $\\sigma_t^2 = \\eta^2\\tilde\\beta_t$.\n\n"
    #expect(verdicts(free + "One may choose \(formula).") == ["holds", "holds"])
    #expect(verdicts(free + "It follows that \(formula).") == ["holds", "fails"])
    #expect(verdicts("It is \(formula).") == ["holds"])
  }

  @Test func `may offer several choices of sigma`() {
    let free = "The knob is $\\sigma_t^2 = \\eta^2\\tilde\\beta_t$.\n\n"
    #expect(
      verdicts(free + #"It is $\sigma_t^2 \in \{\beta_t, \tilde\beta_t\}$."#) == ["holds", "holds"])
    #expect(
      verdicts(free + #"It is $\sigma_t^2 \in \{\beta_t, \alpha_t\}$."#) == ["holds", "fails"])
  }

  @Test(arguments: [
    (#"\tilde\epsilon = \epsilon_u + s(\epsilon_c - \epsilon_u)"#, "holds"),
    (#"\epsilon = (1+w)\epsilon_c - w\epsilon_u"#, "holds"),
    (#"\epsilon_{\text{cfg}} = \epsilon_u + s(\epsilon_c - \epsilon_u)"#, "holds"),
    (#"\tilde\epsilon = (1+w)\epsilon_u - w\epsilon_c"#, "fails"),
    (#"\tilde\epsilon = \epsilon_c + s(\epsilon_c - \epsilon_u)"#, "holds"),
    (#"\tilde\epsilon = \epsilon_u + s(\epsilon_u - \epsilon_c)"#, "fails"),
  ])
  func `may call the guided prediction by any name`(_ latex: String, _ verdict: String) {
    #expect(verdicts("$\(latex)$") == [verdict])
  }

  @Test(arguments: [
    (#"\mathrm{Var}(x_t|x_0) = 1-\bar\alpha_t"#, "holds"),
    (#"\operatorname{Var}[x_t\mid x_{t-1}] = \beta_t"#, "holds"),
    (#"\mathrm{Cov}(x_t, x_{t-1}|x_0) = \sqrt{\alpha_t}(1-\bar\alpha_{t-1})"#, "holds"),
    (#"\mathrm{Var}(x_{t-1}|x_t, x_0) = \tilde\beta_t"#, "holds"),
    (#"\mathrm{Var}(x_t|x_0) = \sqrt{1-\bar\alpha_t}"#, "fails"),
    (#"\mathrm{Cov}(x_t, x_{t-1}|x_0) = \alpha_t(1-\bar\alpha_{t-1})"#, "fails"),
    (#"\bar\alpha_{t-1} < 1"#, "holds"), (#"\bar\alpha_{t-1} > 1"#, "fails"),
    (#"\bar\alpha_{t-1} < \bar\alpha_t"#, "fails"),
    (#"\lim_{T\to\infty}\bar\alpha_T = 0"#, "unknown"),
    (#"\bar\alpha_t = \prod_{s \le t}\alpha_s"#, "holds"),
    (#"\bar\alpha_t = \prod_{s < t}\alpha_s"#, "fails"),
  ])
  func `may speak of variances, covariances and orders`(_ latex: String, _ verdict: String) {
    #expect(verdicts("$\(latex)$") == [verdict])
  }

  @Test func `says for which eta it is meant`() {
    let step =
      #"$x_{t-1} = \sqrt{\bar\alpha_{t-1}}\hat x_0 + \sqrt{1-\bar\alpha_{t-1}}\epsilon_\theta(x_t,t)$"#
    #expect(verdicts("With $\\eta = 0$ a step is \(step).") == ["unknown", "holds"])
  }

  @Test func `may hold asides, after which a chain goes on`() {
    let chain = #"""
      $$
      \begin{aligned}
      x_t &= \sqrt{\alpha_t}x_{t-1} + \sqrt{1-\alpha_t}\epsilon_t & \text{where } \epsilon_t, \dots \sim \mathcal N(0, I) \\
      &= \sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\bar\epsilon_t
      \end{aligned}
      $$
      """#
    #expect(verdicts(chain) == ["holds", "holds", "holds-in-distribution"])
  }

  @Test func `is judged in one way wherever a formula is said again`() {
    let formula = #"$\bar\alpha_t = \alpha_t\bar\alpha_{t-1}$ "#
    #expect(
      verdicts(String(repeating: formula, count: 500)) == Array(repeating: "holds", count: 500))
  }
}
