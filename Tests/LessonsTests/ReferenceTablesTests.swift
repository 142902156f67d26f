import Figures
import Foundation
import Testing

@testable import Lessons

/// The tables of the room Diffusion in 50-digit arithmetic, through the figures that print them.
@Suite struct `Figures against 50-digit tables` {
  private static func rows<Row: Decodable>(_ name: String, as type: Row.Type) throws -> [Row] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "DiffusionTests/Reference/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Row].self, from: Data(contentsOf: file))
  }

  private func outcome(
    _ lesson: String, _ name: String, _ given: [(name: String, text: String)]
  ) throws -> Outcome {
    let figure = try #require(Figure.all(of: lesson).first { $0.name == name })
    return try figure.compute(figure.settings(given: given))
  }

  private struct PairRow: Decodable {
    let schedule: String
    let steps: Int
    let t: Int
    let previous: Int
    let variance: Double
    let coefficientX0: Double
    let coefficientXt: Double
    let scaleXt: Double
    let scaleNoise: Double
  }

  @Test func `the posterior has every number of them to 1e-12`() throws {
    let rows = try Self.rows("reverse", as: PairRow.self).filter { $0.previous == $0.t - 1 }
    #expect(rows.count > 100)
    for (place, group) in Dictionary(grouping: rows, by: { "\($0.schedule) \($0.steps)" }) {
      let given = [("schedule", group[0].schedule), ("T", String(group[0].steps))]
      let table = try outcome("posterior", "posterior", given).tables[0]
      for row in group {
        let got = table.rows[row.t - 1]
        let want = [
          row.variance, row.coefficientX0, row.coefficientXt, row.scaleXt, row.scaleNoise,
        ]
        #expect(got[0] == Double(row.t))
        for (got, want) in zip(got.dropFirst(), want) {
          #expect(abs(got - want) <= 1e-12 * abs(want), "\(place), t = \(row.t)")
        }
      }
    }
  }

  private struct MixtureRow: Decodable {
    let steps: Int
    let t: Int
    let xt: Double
    let weights: [Double]
    let means: [Double]
    let standardDeviations: [Double]
    let logDensity: Double
    let score: Double
    let expectedNoise: Double
    let expectedX0: Double

    /// As they are after the conversion from snake case.
    enum CodingKeys: String, CodingKey {
      case steps = "T"
      case xt = "xT"
      case t, weights, means, standardDeviations, logDensity, score, expectedNoise, expectedX0
    }
  }

  @Test func `the exact prediction has every number of them to 1e-12, in the tails too`() throws {
    let rows = try Self.rows("mixture", as: MixtureRow.self)
    #expect(rows.count > 50)
    for row in rows {
      let lists = [row.weights, row.means, row.standardDeviations].map { list in
        list.map { "\($0)" }.joined(separator: ",")
      }
      let values = try outcome(
        "noise-prediction", "exact",
        [
          ("T", "\(row.steps)"), ("t", "\(row.t)"), ("x_t", "\(row.xt)"), ("weights", lists[0]),
          ("means", lists[1]), ("standard_deviations", lists[2]),
        ]
      ).values
      let want = [row.logDensity, row.score, row.expectedNoise, row.expectedX0]
      for (got, want) in zip(values, want) {
        #expect(abs(got.value - want) <= 1e-12 * abs(want), "\(got.name), t = \(row.t)")
      }
    }
  }
}
