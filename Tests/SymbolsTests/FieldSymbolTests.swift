import Diffusion
import Formula
import Testing

@testable import Symbols

@Suite struct `A symbol of the field` {
  @Test(arguments: FieldSymbol.all.filter { $0.formula != nil })
  func `follows from a formula that holds, and is made of what stands in it`(
    _ symbol: FieldSymbol
  ) throws {
    let formula = try Expression(latex: try #require(symbol.formula))
    for statement in formula.statements.all {
      #expect(FieldJudge().ruling(on: statement).outcome == .holds)
    }
    let names = Set(formula.fieldNames).subtracting([symbol.name, "t", "s", "i"])
    let own: Set = symbol.name == "sample" ? ["x"] : []
    #expect(names.subtracting(own) == Set(symbol.parts).subtracting(own))
  }

  @Test func `stands after what it is made of`() {
    var seen: Set<String> = []
    for symbol in FieldSymbol.all {
      #expect(seen.isSuperset(of: symbol.parts), "\(symbol.name)")
      seen.insert(symbol.name)
    }
    #expect(FieldSymbol.named("beta")?.depth == 0)
    #expect(FieldSymbol.map.last?.name == "sample")
  }

  /// The running example, filled in by hand: 0.9, 0.72, 0.36; (1 - 0.72) / (1 - 0.36) * 0.5.
  @Test func `has its value at a step`() throws {
    let schedule = try Schedule(betas: [0.1, 0.2, 0.5])
    func value(_ name: String, _ t: Int) -> Double {
      FieldSymbol.named(name)?.value(at: t, of: schedule) ?? .nan
    }
    #expect(abs(value("alpha_bar", 3) - 0.36) < 1e-15)
    #expect(abs(value("beta_tilde", 3) - 7.0 / 32) < 1e-15)
    #expect(value("T", 1) == 3)
    #expect(value("x", 1).isNaN && value("beta", 4).isNaN)
  }

  @Test func `is found wherever it stands`() throws {
    let formula = try Expression(
      latex: #"x_{t-1} = \mu_\theta(x_t,t) + \sqrt{\tilde\beta_t}z + \bar\epsilon_t"#)
    #expect(formula.fieldNames == ["x", "t", "mu_theta", "beta_tilde", "z", "epsilon_bar"])
    #expect(
      try Expression(latex: #"\bar\alpha_t = \alpha_t\bar\alpha_{t-1}"#).definedNames == [
        "alpha_bar"
      ])
    #expect(try Expression(latex: #"\frac{x_t}{2} = 1"#).definedNames == [])
  }
}
