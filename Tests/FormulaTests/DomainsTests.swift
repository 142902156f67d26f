import Formula
import Probability
import Testing

struct DomainsTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `identities of the field hold at every point`(stream: UInt64) throws {
    var generator = CounterGenerator(seed: 1, stream: stream)
    let scope = try Field.domains().drawn(into: Scope(), using: &generator)
    func value(_ plain: String) throws -> Double {
      try #require(try Expression(plain: plain).value(in: scope).scalar)
    }
    #expect(try value("abar[0]") == 1)
    #expect(try value("abar[T]").isApproximately(try value("prod(s, 1, T, 1 - beta[s])")))
    #expect(try (0...value("t") - 1).contains(value("p")))
    #expect(try (2...value("T")).contains(value("t")))
    #expect(try (0.5...0.99).contains(value("alpha[t]")))
    #expect(try (0...value("bound")).contains(value("eta")))
  }

  @Test func `numbers are short enough to reckon with`() throws {
    var generator = CounterGenerator(seed: 3)
    let domains = Domains([
      .init("a", .real(from: .number(0.01), to: .number(0.5))),
      .init("b", .real(from: .number(-300), to: .number(700))),
      .init("c", .normal(count: nil)),
    ])
    let scope = try domains.drawn(into: Scope(), using: &generator)
    for (name, digits) in [("a", 5), ("b", 6), ("c", 5)] {
      let number = try #require(try Expression(plain: name).value(in: scope).scalar)
      #expect("\(number)".count <= digits)
    }
  }

  @Test(arguments: [
    Domains.Kind.integer(from: .number(3), to: .number(2)),
    .integer(from: .number(0.5), to: .number(2)),
    .table(from: .number(1), to: .number(1e9), low: .number(0), high: .number(1)),
    .derived(Expression(.dots(.low))), .derived(Expression(.symbol(Symbol("unknown")))),
  ])
  func `a declaration that can't be drawn is an error`(kind: Domains.Kind) throws {
    var generator = CounterGenerator(seed: 0)
    let domains = Domains([.init("a", kind)])
    #expect(throws: EvaluationError.self) {
      try domains.drawn(into: Scope(), using: &generator)
    }
  }
}
