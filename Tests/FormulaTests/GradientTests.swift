import Formula
import Testing

@Suite struct `A slope` {
  private let scope: Scope = {
    var scope = Scope()
    scope["x"] = .value(.vector([-1.5, 0.2, 2]))
    scope["y_t"] = .value(.scalar(0.01))
    scope["c"] = .value(.scalar(3))
    return scope
  }()

  @Test(arguments: [
    (#"\nabla_x (c x^2)"#, #"2 c x"#), (#"\nabla_x \exp(-x^2/2)"#, #"-x\exp(-x^2/2)"#),
    (#"-2\nabla_x \sin(x)\cdot c"#, #"-2 c\cos(x)"#), (#"c/\nabla_x (x/2)"#, "2 c"),
    (#"\frac{\nabla_x x^3}{3}"#, "x^2"), (#"\nabla_{y_t}\log(y_t)"#, "100"),
    (#"\nabla_{y_t}\sqrt{y_t}"#, "5"), (#"\nabla_x\left(\nabla_x x^4\right)"#, "12 x^2"),
    // The nabla is for c alone, whose slope by x is nothing.
    (#"\nabla_x c x"#, "0 x"),
  ])
  func `is that of calculus`(slope: String, formula: String) throws {
    let got = try Expression(latex: slope).value(in: scope).elements
    let want = try Expression(latex: formula).value(in: scope).elements
    for (got, want) in zip(got, want + Array(repeating: want[0], count: got.count)) {
      // A second slope is a difference of differences, each with some eleven digits.
      #expect(abs(got - want) <= (slope.contains("x^4") ? 1e-6 : 1e-10) * abs(want), "\(slope)")
    }
  }

  /// In the last one number moves three, and which slope is meant can't be said.
  @Test(arguments: [
    #"\nabla_z (x^2)"#, #"\nabla_x"#, #"\nabla (x^2)"#, #"\nabla_{x+1} (x)"#, #"\nabla_c (c x)"#,
  ])
  func `of nothing that is clear has no value`(latex: String) throws {
    let expression = try Expression(latex: latex)
    #expect(throws: EvaluationError.self) { try expression.value(in: scope) }
  }
}
