import Testing

@testable import Formula

@Suite struct `A limit of work` {
  private let scope = Scope(["beta": Scope.table(from: 1, [0.1, 0.2, 0.5])])

  @Test func `lets through what stays below it`() throws {
    let sum = try Expression(plain: "sum(s, 1, 3, beta[s])")
    #expect(try sum.value(in: scope, limit: 100) == sum.value(in: scope))
  }

  @Test func `stops what goes beyond it, and names itself`() throws {
    let sum = try Expression(plain: "sum(s, 1, 1000, s)")
    let error = #expect(throws: EvaluationError.self) { try sum.value(in: scope, limit: 500) }
    #expect(error?.reason == .tooMuchWork(limit: 500))
  }
}
