import Formula
import Testing

struct EvaluationTests {
  /// The running example: betas 0.1, 0.2, 0.5.
  private let scope = Scope([
    "t": .value(.scalar(3)), "x": .value(.scalar(-2)), "v": .value(.vector([3, 4])),
    "w": .value(.scalar(2)), "d": .value(.scalar(-3)), "x_0": .value(.scalar(5)),
    "epsilon_theta": .value(.scalar(7)),
    "sigma_max": .value(.scalar(9)),
    "alpha": Scope.table([0.9, 0.8, 0.5]),
    "beta": Scope.table([0.1, 0.2, 0.5]),
    "alpha_bar": Scope.table(from: 0, [1, 0.9, 0.72, 0.36]),
    "double": .function { values throws(EvaluationError) in values[0].map { 2 * $0 } },
    "q": .form { call, evaluation throws(EvaluationError) in
      .scalar(Double(call.arguments.count) + (call.separators == [.given] ? 0.5 : 0))
    },
  ])

  @Test(
    arguments: [
      ("1 + 2 * 3", 7), ("-x^2", -4), ("(-2)^3", -8), ("2^-1", 0.5), ("2^3^2", 512), ("8/4/2", 1),
      ("sqrt(16)", 4), ("|x|", 2), ("exp(0)", 1), ("log(1)", 0), ("ln(exp(2))", 2),
      ("min(3, 1, 2)", 1),
      ("max(3, 1, 2)", 3), ("cos(pi)", -1), ("tanh(0)", 0), ("2w", 4), ("w(3 + 1)", 8),
      ("w(x)^2", 8), ("w(3)", 6), ("d + dx", 3), ("floor(w/3) + ceil(w/3)", 1), ("0^0", 1),
      ("abar[t]", 0.36), ("abar[t-1]", 0.72), ("abar[0]", 1), ("x0", 5), ("eps_theta", 7),
      ("sigma_max", 9), ("(1 - abar[t-1])/(1 - abar[t]) * beta[t]", 7.0 / 32),
      ("prod(s, 1, t, alpha[s])", 0.36), ("prod(s, 1, 0, alpha[s])", 1),
      ("sum(i, 1, t, beta[i])", 0.8),
      ("sum(i, 3, 1, beta[i])", 0), ("sum(i, 1, 3, sum(j, 1, i, j))", 10), ("||v||", 5),
      ("||v||_1", 7),
      ("double(4)", 8), ("q(x | t)", 2.5), ("q(x, t)", 2), ("e^0", 1), ("1e3", 1000),
      ("sum(t, 1, 3, t) + t", 9),
    ] as [(String, Double)])
  func `typed maths has its value`(plain: String, value: Double) throws {
    let got = try Expression(plain: plain).value(in: scope).scalar
    // Every case takes a handful of operations, each right to half a unit in the last place.
    #expect(try #require(got).isApproximately(value))
  }

  @Test(
    arguments: [
      (#"\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#, 7.0 / 32),
      (#"\prod_{i=1}^t \alpha_i"#, 0.36), (#"\sum_{i=1}^{t-1} \beta_i + 1"#, 1.3),
      (#"\sqrt[3]{-8}"#, -2), (#"\log_2 8"#, 3), (#"\sin^2 x + \cos^2 x"#, 1),
      (#"\lVert v \rVert^2"#, 25), (#"\epsilon_\theta"#, 7), (#"\sigma_\text{max}"#, 9),
      (#"\exp\left[-\frac{x^2}{2}\right]\exp\{2\}"#, 1), (#"\quad 2 \cdot 3 \quad"#, 6),
      (#"\mathbf{x}_0"#, 5),
    ] as [(String, Double)])
  func `LaTeX has its value`(latex: String, value: Double) throws {
    let got = try Expression(latex: latex).value(in: scope).scalar
    #expect(try #require(got).isApproximately(value))
  }

  @Test func `vectors go element by element, and numbers with all of them`() throws {
    #expect(try Expression(plain: "2v - 1").value(in: scope) == .vector([5, 7]))
    #expect(try Expression(plain: "v * v").value(in: scope) == .vector([9, 16]))
    #expect(try Expression(plain: "12 / v").value(in: scope) == .vector([4, 3]))
  }

  @Test(
    arguments: [
      ("foo + 1", .unknownSymbol("foo", nearest: nil), 0..<3),
      ("1 + abat[t]", .unknownSymbol("abat_t", nearest: nil), 4..<11),
      ("alpha_ba_t", .unknownSymbol("alpha_ba_t", nearest: "alpha_bar"), 0..<10),
      ("alpha_ba", .unknownSymbol("alpha_ba", nearest: "alpha_bar"), 0..<8),
      ("eps_thet", .unknownSymbol("epsilon_thet", nearest: "epsilon_theta"), 0..<8),
      ("sqrt(x)", .undefined(.rootOfNegative), 0..<7),
      ("1 + 1/(x + 2)", .undefined(.divisionByZero), 4..<13),
      ("log(x)", .undefined(.logarithm), 0..<6), ("log(0)", .undefined(.logarithm), 0..<6),
      ("x^0.5", .undefined(.fractionalPowerOfNegative), 0..<5),
      ("0^-1", .undefined(.divisionByZero), 0..<4),
      ("10^999", .undefined(.tooLarge("power")), 0..<6),
      ("10^10^10^10^10", .undefined(.tooLarge("power")), 6..<14),
      ("18^(-1000)", .undefined(.tooSmall("power")), 0..<10),
      ("exp(1000)", .undefined(.tooLarge("exponential")), 0..<9),
      ("exp(-1000)", .undefined(.tooSmall("exponential")), 0..<10),
      ("1e-200 * 1e-200", .undefined(.tooSmall("product")), 0..<15),
      ("1e999", .undefined(.tooLarge("number")), 0..<5),
      ("abar", .needsIndex("alpha_bar"), 0..<4),
      ("abar[4]", .indexOutOfRange("alpha_bar", 4, allowed: 0...3), 5..<6),
      ("abar[t/2]", .indexNotWhole("alpha_bar"), 5..<8),
      ("abar[v]", .indexNotWhole("alpha_bar"), 5..<6),
      ("x = 1", .notEvaluable("A relation"), 0..<5), ("x, 1", .notEvaluable("A list"), 0..<4),
      ("1 + ...", .notEvaluable("An ellipsis"), 4..<7),
      ("exp(1, 2)", .wrongArgumentCount("exp", wanted: 1), 0..<9),
      ("double", .needsArguments("double"), 0..<6),
      ("sum(i, 1, 10^9, 1)", .rangeTooLong(limit: 100_000), 0..<18),
      ("prod(alpha)", .other("Write a range as prod(s, 1, t, alpha[s])."), 0..<11),
    ] as [(String, EvaluationError.Reason, Range<Int>)])
  func `what has no value says why and where`(
    plain: String, reason: EvaluationError.Reason, range: Range<Int>
  ) throws {
    let expression = try Expression(plain: plain)
    #expect(throws: EvaluationError(reason, at: range)) { try expression.value(in: scope) }
  }

  @Test(arguments: [
    #"\cdots"#, #"\text{if } x"#, #"\foo"#, "", #"\int_0^1 x"#, #"\sum_i x"#, #"\overline{x+1}"#,
    #"1 \quad 2"#, #"[0, 1)"#, #"a \\ b"#, #"\sin^{-1} x"#, "x^*", #"\langle x \rangle"#,
  ])
  func `what can not be reckoned is an error, never a number`(latex: String) throws {
    let expression = try Expression(latex: latex)
    #expect(throws: EvaluationError.self) { try expression.value(in: scope) }
  }

  @Test func `vectors of unequal length do not combine`() throws {
    var scope = scope
    scope["u"] = .value(.vector([1, 2, 3]))
    let sum = try Expression(plain: "u + v")
    #expect(throws: EvaluationError(.unequalLengths(3, 2), at: 0..<5)) {
      try sum.value(in: scope)
    }
  }

  @Test func `nested ranges stop at a bound of all work`() throws {
    let nested = try Expression(
      plain: "sum(i, 1, 9e4, sum(j, 1, 9e4, sum(k, 1, 9e4, i*j*k)))")
    #expect {
      try nested.value(in: scope)
    } throws: { error in
      (error as? EvaluationError)?.reason == .tooMuchWork(limit: 10_000_000)
    }
  }

  @Test func `a deep formula is evaluated without overflow`() throws {
    let deep = String(repeating: "(1+", count: 95) + "1" + String(repeating: ")", count: 95)
    #expect(try Expression(plain: deep).value(in: scope) == .scalar(96))
  }

  @Test func `a long vector takes no walk of the tree an element`() throws {
    let scope = Scope(["x": .value(.vector((1...2000).map { Double($0) }))])
    let value = try Expression(plain: "sqrt(x^2) - x").value(in: scope)
    #expect(value == .vector(Array(repeating: 0, count: 2000)))
  }
}

extension Double {
  /// Equal to a few units in the last place.
  func isApproximately(_ other: Double) -> Bool {
    (self - other).magnitude <= 1e-14 * max(1, other.magnitude)
  }
}
