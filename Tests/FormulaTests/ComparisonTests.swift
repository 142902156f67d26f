import Formula
import Testing

struct ComparisonTests {
  @Test(arguments: Field.equivalents, [0, 1, 77] as [UInt64])
  func `answers that mean the same are equal`(
    formulas: (asked: String, written: [String]), seed: UInt64
  ) throws {
    let asked = try Expression(typed: formulas.asked)
    for answer in formulas.written {
      let agreement = compare(
        try Expression(typed: answer), asked, over: try Field.domains(), seed: seed)
      guard case .equal(let difference, let points) = agreement else {
        Issue.record("\(answer): \(agreement)")
        continue
      }
      #expect(points == 24)
      // Cases are well conditioned: rounding is a few hundred units in the last place at most.
      #expect(difference < 1e-12)
    }
  }

  @Test(arguments: Field.slips, [0, 1, 77] as [UInt64])
  func `slips are unequal, at a point that shows it`(
    formulas: (asked: String, written: [String]), seed: UInt64
  ) throws {
    let asked = try Expression(typed: formulas.asked)
    for answer in formulas.written {
      let agreement = compare(
        try Expression(typed: answer), asked, over: try Field.domains(), seed: seed)
      guard case .unequal(let point) = agreement else {
        Issue.record("\(answer): \(agreement)")
        continue
      }
      #expect(point.left != point.right)
    }
  }

  /// The running example, betas 0.1, 0.2, 0.5: at t = 1 both are 0, so t = 2 is the simplest point.
  ///
  /// There the variance is (1 - 0.9)/(1 - 0.72) 0.2 = 1/14, and the slip its root, 0.26726.
  @Test func `the counterexample is the simplest point, with its inputs in order`() throws {
    let scope = Scope([
      "beta": Scope.table([0.1, 0.2, 0.5]),
      "alpha_bar": Scope.table(from: 0, [1, 0.9, 0.72, 0.36]),
    ])
    let domains = Domains([.init("t", .integer(from: .number(1), to: .number(3)))])
    let agreement = compare(
      try Expression(plain: "sqrt((1 - abar[t-1])/(1 - abar[t]) * beta[t])"),
      try Expression(plain: "(1 - abar[t-1])/(1 - abar[t]) * beta[t]"),
      over: domains, in: scope, seed: 0)
    guard case .unequal(let point) = agreement else {
      Issue.record("\(agreement)")
      return
    }
    #expect(
      point.inputs == [
        .init(name: "t", value: .scalar(2)),
        .init(name: "alpha_bar", index: 1, value: .scalar(0.9)),
        .init(name: "alpha_bar", index: 2, value: .scalar(0.72)),
        .init(name: "beta", index: 2, value: .scalar(0.2)),
      ])
    #expect(try #require(point.left.scalar).isApproximately(0.267_261_241_912_424_4))
    #expect(try #require(point.right.scalar).isApproximately(1.0 / 14))
  }

  @Test func `a vector's counterexample has its elements`() throws {
    let domains = Domains([
      .init("v", .derived(try Expression(plain: "u * 1"))), .init("w", .derived(.number(-2))),
    ])
    let agreement = compare(
      try Expression(plain: "v + w"), try Expression(plain: "v - w"), over: domains,
      in: Scope(["u": .value(.vector([1, 2]))]), seed: 0)
    #expect(
      agreement
        == .unequal(
          Counterexample(
            inputs: [
              .init(name: "v", value: .vector([1, 2])), .init(name: "w", value: .scalar(-2)),
            ], left: .vector([-1, 0]), right: .vector([3, 4]))))
  }

  @Test func `the verdict is the same on every run`() throws {
    let (left, right) = try (Expression(plain: "xt"), Expression(plain: "xt * 1.01"))
    let first = compare(left, right, over: try Field.domains(), seed: 5)
    #expect(first == compare(left, right, over: try Field.domains(), seed: 5))
    #expect(first != compare(left, right, over: try Field.domains(), seed: 6))
  }

  @Test(
    arguments: [
      ("foo", .unknownSymbol("foo", nearest: nil), .left),
      ("1 + ...", .notEvaluable("An ellipsis"), .left),
      ("xt, 1", .notEvaluable("A list"), .left),
    ] as [(String, EvaluationError.Reason, Agreement.Side)])
  func `a formula without any value is undecided, with the place`(
    plain: String, reason: EvaluationError.Reason, side: Agreement.Side
  ) throws {
    let agreement = compare(
      try Expression(plain: plain), try Expression(plain: "xt"), over: try Field.domains(), seed: 0)
    guard case .undecided(.failed(let failure)) = agreement else {
      Issue.record("\(agreement)")
      return
    }
    #expect(failure.error.reason == reason)
    #expect(failure.side == side)
  }

  @Test(arguments: ["sqrt(-1 - t)", "1/(alpha[t] - alpha[t])", "18^(-1000 t)", "exp(1e9 t)"])
  func `a formula that is undefined everywhere is undecided`(plain: String) throws {
    let agreement = compare(
      try Expression(plain: plain), try Expression(plain: "0"), over: try Field.domains(), seed: 0)
    guard case .undecided(.tooFewPoints(0, let last)) = agreement else {
      Issue.record("\(agreement)")
      return
    }
    #expect(last?.side == .left)
  }

  /// The sine of 1e15 x is rounding alone: it must not pass for any other formula of its size.
  @Test func `rounding alone decides nothing`() throws {
    let domains = Domains([.init("x", .real(from: .number(0.5), to: .number(1)))])
    let noise = try Expression(plain: "0.001 sin(1e16 x + 0.1)")
    let agreement = compare(
      noise, try Expression(plain: "0.001 sin(1e16 x + 0.1) + 1e-6"), over: domains, seed: 0)
    guard case .undecided(.tooFewPoints) = agreement else {
      Issue.record("\(agreement)")
      return
    }
  }

  @Test func `points where one side is undefined are drawn again`() throws {
    let domains = Domains([.init("x", .real(from: .number(-1), to: .number(1)))])
    let agreement = compare(
      try Expression(plain: "sqrt(x)^2"), try Expression(plain: "x"), over: domains, seed: 0)
    guard case .equal(_, points: 24) = agreement else {
      Issue.record("\(agreement)")
      return
    }
  }

  @Test(
    arguments: [([1, 2], [1, 2, 3]), ([], [1, 2]), ([], [1]), ([], [])] as [([Double], [Double])])
  func `vectors that can't be compared are undecided, not a trap`(
    left: [Double], right: [Double]
  ) throws {
    let scope = Scope(["u": .value(.vector(left)), "v": .value(.vector(right))])
    let agreement = compare(
      try Expression(plain: "u"), try Expression(plain: "v"), over: Domains([]), in: scope, seed: 0)
    guard case .undecided(.failed(let failure)) = agreement else {
      Issue.record("\(agreement)")
      return
    }
    #expect(failure.error.reason == .unequalLengths(left.count, right.count))
  }
}
