import Figures
import Symbols
import Testing

@testable import Lessons

@Suite struct `The law of x before a step, given the start` {
  @Test func `holds, every formula, line and claim of its lesson`() throws {
    let items = try Catalog.builtIn().entry(named: "posterior").verification
    #expect(items.count > 45)
    for item in items {
      // The draw on the page "draw" is another one than the chain's, of the same law.
      let isDraw = item.id == "draw#2"
      #expect(item.verdict.outcome == (isDraw ? .holdsInDistribution : .holds), "\(item)")
    }
  }

  private func table(_ given: [(name: String, text: String)]) throws -> Table {
    let figure = try #require(Figure.all(of: "posterior").first { $0.name == "posterior" })
    return try figure.compute(figure.settings(given: given), seed: 0).tables[0]
  }

  @Test func `keeps its columns' names and order`() throws {
    #expect(
      try table([("T", "3")]).columns == [
        "t", "posterior_variance", "coefficient_x0", "coefficient_xt", "scale_xt", "scale_noise",
      ])
  }

  @Test func `has the numbers of the running example that a hand gets`() throws {
    let table = try table([("schedule", "custom"), ("betas", "0.1,0.2,0.5")])
    #expect(table[column: "posterior_variance"][0] == 0)
    #expect(abs(table[column: "posterior_variance"][1] - 1.0 / 14) < 1e-16)
    #expect(abs(table[column: "posterior_variance"][2] - 7.0 / 32) < 1e-16)
    // sqrt(0.72) 0.5 / 0.64 and sqrt(0.5) 0.28 / 0.64.
    #expect(abs(table[column: "coefficient_x0"][2] - 0.72.squareRoot() * 0.5 / 0.64) < 1e-15)
    #expect(abs(table[column: "coefficient_xt"][2] - 0.5.squareRoot() * 0.28 / 0.64) < 1e-15)
  }
}
