import Formula

/// The variables of the field, drawn so that its identities hold at every point.
enum Field {
  static func domains() throws -> Domains {
    func plain(_ text: String) throws -> Expression { try Expression(plain: text) }
    let steps = try (from: plain("1"), to: plain("T"))
    return try Domains(
      [
        .init("T", .integer(from: plain("2"), to: plain("12"))),
        .init("t", .integer(from: plain("2"), to: plain("T"))),
        .init("p", .integer(from: plain("0"), to: plain("t - 1"))),
        .init(
          "alpha",
          .table(from: steps.from, to: steps.to, low: .number(0.5), high: .number(0.99))),
        .init(
          "beta",
          .sequence(
            index: "s", from: steps.from, to: steps.to, start: nil, each: plain("1 - alpha[s]"))),
        .init(
          "alpha_bar",
          .sequence(
            index: "s", from: plain("0"), to: steps.to, start: plain("1"),
            each: plain("alpha[s] * abar[s-1]"))),
        .init(
          "bound", .derived(plain("sqrt((1 - abar[t])/(1 - abar[t]/abar[p])) * (1 - 1e-6)"))),
        .init("eta", .real(from: .number(0), to: plain("bound"))),
        .init("w", .real(from: .number(0), to: .number(8))),
      ]
        + ["x_0", "x_t", "epsilon", "z", "epsilon_c", "epsilon_u"].map {
          .init($0, .normal(count: 3))
        })
  }

  /// Formulas of the field as they are asked for, with ways to write them that mean the same.
  static let equivalents: [(String, [String])] = [
    (
      "abar[t]", ["prod(s, 1, t, alpha[s])", #"\prod_{s=1}^t (1 - \beta_s)"#, "abar[t-1]*alpha[t]"]
    ),
    (
      "sqrt(abar[t]) x0 + sqrt(1 - abar[t]) eps",
      [
        #"\sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\epsilon"#,
        "eps (1 - abar_t)^0.5 + x0 abar_t^(1/2)", "√ᾱₜ x0 + √(1−ᾱₜ) ε",
        "exp(log(abar[t])/2) x0 + sqrt((1 - sqrt(abar[t]))(1 + sqrt(abar[t]))) eps",
      ]
    ),
    (
      "alpha[t](1 - alpha[t-1]) + 1 - alpha[t]",
      ["1 - alpha[t] alpha[t-1]", "beta[t] + beta[t-1] - beta[t]*beta[t-1]"]
    ),
    (
      "(1 - abar[t-1])/(1 - abar[t]) * beta[t]",
      [
        #"\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#,
        "1/(1/(1 - abar[t-1]) + alpha[t]/beta[t])",
        "beta[t] - beta[t]^2 abar[t-1]/(1 - abar[t])",
      ]
    ),
    (
      "(xt - (1-alpha[t])/sqrt(1-abar[t]) eps)/sqrt(alpha[t])",
      [
        #"\frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{\beta_t}{\sqrt{1-\bar\alpha_t}}\epsilon\right)"#,
        """
        sqrt(abar[t-1]) beta[t]/(1-abar[t]) * (xt - sqrt(1-abar[t]) eps)/sqrt(abar[t]) \
        + sqrt(alpha[t])(1-abar[t-1])/(1-abar[t]) xt
        """,
      ]
    ),
    (
      "eta * sqrt((1-abar[p])/(1-abar[t]) * (1-abar[t]/abar[p]))",
      [
        #"\eta\sqrt{\frac{1-\bar\alpha_p}{1-\bar\alpha_t}\left(1-\frac{\bar\alpha_t}{\bar\alpha_p}\right)}"#,
        "sqrt(eta^2 (1-abar[p])(abar[p]-abar[t])/(abar[p] - abar[p] abar[t]))",
      ]
    ),
    (
      "(1+w) eps_c - w eps_u",
      [
        "eps_c + w(eps_c - eps_u)", #"\epsilon_u + (1+w)(\epsilon_c-\epsilon_u)"#,
        "-w*eps_u + eps_c*(w + 1)",
      ]
    ),
    ("abar[t]/(1 - abar[t])", ["1/(1/abar[t] - 1)", "-1 + 1/(1-abar[t])"]),
    ("alpha[t] + beta[t] - 1", ["0", "0 * xt", "(alpha[t] + beta[t])^2 - 1"]),
  ]

  /// A formula and the slips that learners make in its place.
  static let slips: [(String, [String])] = [
    ("abar[t]", ["alpha[t]", "prod(s, 1, t-1, alpha[s])", "prod(s, 1, T, alpha[s]) * 0.999999"]),
    (
      "sqrt(abar[t]) x0 + sqrt(1 - abar[t]) eps",
      [
        "sqrt(abar[t]) x0 + (1 - abar[t]) eps", "abar[t] x0 + (1 - abar[t]) eps",
        "sqrt(alpha[t]) x0 + sqrt(1 - alpha[t]) eps", "sqrt(abar[t]) xt + sqrt(1 - abar[t]) eps",
        "sqrt(abar[t]) x0", "sqrt(abar[t-1]) x0 + sqrt(1 - abar[t-1]) eps",
      ]
    ),
    (
      "1 - alpha[t] alpha[t-1]",
      ["1 - alpha[t]", "2 - alpha[t] - alpha[t-1]", "alpha[t](1-alpha[t-1])"]
    ),
    (
      "(1 - abar[t-1])/(1 - abar[t]) * beta[t]",
      [
        "beta[t]", "sqrt((1 - abar[t-1])/(1 - abar[t]) * beta[t])",
        "((1 - abar[t-1])/(1 - abar[t]) * beta[t])^2", "(1 - abar[t])/(1 - abar[t-1]) * beta[t]",
      ]
    ),
    (
      "eta * sqrt((1-abar[p])/(1-abar[t]) * (1-abar[t]/abar[p]))",
      [
        "sqrt(eta) * sqrt((1-abar[p])/(1-abar[t]) * (1-abar[t]/abar[p]))",
        "eta * (1-abar[p])/(1-abar[t]) * (1-abar[t]/abar[p])",
        "eta * sqrt((1-abar[p])/(1-abar[t]) * beta[t])",
        "eta * sqrt((1-abar[t-1])/(1-abar[t]) * beta[t])",
      ]
    ),
    (
      "(1+w) eps_c - w eps_u",
      ["w eps_c - (1+w) eps_u", "(1+w) eps_u - w eps_c", "eps_u + w(eps_c - eps_u)"]
    ),
    ("0", ["18^(-5 t)", "1e-250 * xt", "alpha[t] + beta[t] - 1 + 1e-8", "1e-300"]),
    ("xt", ["xt (1 + 1e-7)", "xt + 1e-7 eps"]),
  ]
}
