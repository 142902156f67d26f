import Formula
import Testing

@testable import Symbols

@Suite struct `Noise of no step` {
  private func outcome(_ latex: String) throws -> Verdict.Outcome? {
    try Judge(Conditions()).verdicts(of: Expression(latex: latex)).first?.first?.outcome
  }

  @Test(arguments: [#"\bar\epsilon_t"#, #"\bar\epsilon_{t-1}"#, #"\tilde\epsilon_t"#, "z_t"])
  func `is the same draw wherever its name stands`(noise: String) throws {
    #expect(try outcome("2\\,\(noise) + x_0 = x_0 + \(noise) + \(noise)") == .holds)
  }

  @Test(arguments: [
    (#"\bar\epsilon_t"#, #"\epsilon_t"#), (#"\bar\epsilon_t"#, #"\bar\epsilon_{t-1}"#),
    ("z_t", #"\bar\epsilon_t"#),
  ])
  func `is another draw than one of another name or step`(one: String, other: String) throws {
    #expect(try outcome("x_0 + \(one) = x_0 + \(other)") == .holdsInDistribution)
    #expect(try outcome("x_0 + \(one) + \(other) = x_0 + 2\\,\(one)") == .fails)
  }
}
