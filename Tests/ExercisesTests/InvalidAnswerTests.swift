import Exercises
import OrderedJSON
import Testing

private func mark(_ answer: String, _ exercise: String) throws -> Marking {
  let found = Exercise.all.first { $0.id == exercise }
  return try #require(found?.formula).mark(answer)
}

struct InvalidAnswerTests {
  @Test(arguments: [
    ("posterior-variance", "btilde[t]"), ("posterior-variance", #"\tilde\beta_t"#),
    ("alpha-bar", "abar[t]"), ("alpha-bar", "ᾱₜ"), ("alpha-bar", "alphaBar_{t}"),
    ("forward-jump", "xt"), ("forward-jump", "x[t]"), ("predicted-x0", "x0"),
    ("ddim-sigma", "sigma"), ("ddim-sigma", "sigma[t]"), ("snr", "SNR(t)"), ("snr", "snr(t)"),
    ("eta-bound", "eta"), ("ddpm-step", "x[t-1]"), ("ddim-step", "x[p]"),
    ("score-from-noise", "score"), ("v-prediction", "v"), ("cfg-convert", "s"),
    ("posterior-mean-x0", #"\tilde\mu_t"#),
  ])
  func `the quantity asked for itself is no answer`(exercise: String, answer: String) throws {
    let marking = try mark(answer, exercise)
    #expect(marking.verdict == .invalid)
    #expect(marking.says.contains("quantity asked for"), "\(marking.says)")
  }

  @Test(arguments: [
    ("forward-jump", "foo", "At character 1: Replace foo"),
    (
      "forward-jump", "sqrt(abar[t])*x0 + noise",
      "An answer may use t, alpha, beta, abar, btilde, x0, eps."
    ),
    ("snr", "x0", "An answer may use t, alpha, beta, abar, btilde."),
    ("guided-noise", "q*eps_c", "An answer may use eps_c, eps_u, w."),
    ("posterior-variance", "beta", "Give beta an index, as in beta[t]."),
    ("posterior-variance", "beta[t", "At character 5: Close the ["),
    ("posterior-variance", "", "Type a formula."),
    ("posterior-variance", "beta[t] = 1", "Leave out the equals sign"),
    ("posterior-variance", "beta[t], 1", "has no value"),
    ("posterior-variance", "beta[t] + ...", "An ellipsis"),
    ("ddim-sigma", "eta*beta[q]", "Replace"),
  ])
  func `what can't be an answer says what to do`(
    exercise: String, answer: String, says: String
  ) throws {
    let marking = try mark(answer, exercise)
    #expect(marking.verdict == .invalid)
    #expect(marking.says.contains(says), "\(marking.says)")
    #expect(marking.misconception == nil && marking.counterexample == nil)
  }

  @Test(arguments: ["sqrt(-1 - t)", "1/(alpha[t] - alpha[t])", "abar[t + 20]", "log(-beta[t])"])
  func `a formula without a value anywhere is wrong, and its place is told`(answer: String) throws {
    let marking = try mark(answer, "posterior-variance")
    #expect(marking.verdict == .wrong)
    #expect(marking.misconception == "no-value")
    #expect(marking.counterexample?.got.number == nil)
  }

  @Test(arguments: [
    ("0 - (1 - abar[t-1])/(1 - abar[t])*beta[t]", "opposite-sign", "opposite sign"),
    ("2*(1 - abar[t-1])/(1 - abar[t])*beta[t]", "constant-factor", "2 times"),
    ("(1 - abar[t-1])/(1 - abar[t])*beta[t] + 0.25", "constant-term", "0.25"),
    ("((1 - abar[t-1])/(1 - abar[t])*beta[t])^2", "square", "square"),
  ])
  func `a slip that no exercise lists is told by the numbers`(
    answer: String, id: String, says: String
  ) throws {
    let marking = try mark(answer, "posterior-variance")
    #expect(marking.misconception == id)
    #expect(marking.says.contains(says))
  }

  /// 1/14 is the posterior variance at t = 2 of the running example, and its root 0.267261.
  @Test func `a wrong answer shows both values at the smallest case`() throws {
    let marking = try mark("sqrt((1 - abar[t-1])/(1 - abar[t])*beta[t])", "posterior-variance")
    #expect(
      marking.says == """
        This is the standard deviation; the variance was asked for. At t = 2, with betas 0.1, 0.2, \
        0.5, it gives 0.267261; 0.0714286 is right.
        """)
    let shown = try #require(marking.counterexample)
    #expect(shown.inputs.map(\.name) == ["beta", "t"])
    #expect(shown.inputs.map(\.value.line) == ["[0.1, 0.2, 0.5]", "2"])
    #expect(abs((shown.expected.number ?? 0) - 1.0 / 14) < 1e-15)
  }
}
