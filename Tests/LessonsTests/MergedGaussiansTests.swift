import Canvas
import Figures
import Testing

@testable import Lessons

/// One run of the figure, as numbers computed from the same draws by numpy and scipy.
private struct Expected: Sendable, CustomTestStringConvertible {
  let betas: String
  let samples: Int
  let seed: UInt64
  let variances: (sum: Double, merged: Double)
  let correlation: Double
  let pValue: Double

  var testDescription: String { "betas \(betas), seed \(seed)" }

  /// Printed by `Reference/make_forward.py`.
  static let all = [
    Expected(
      betas: "0.1,0.2,0.5", samples: 2000, seed: 0,
      variances: (0.6093058856698387, 0.5914398058000281), correlation: -0.030641191025772004,
      pValue: 0.5595597101952636),
    Expected(
      betas: "0.1,0.2", samples: 501, seed: 7,
      variances: (0.27488609621490434, 0.29504728726301666), correlation: -0.019558825072848566,
      pValue: 0.25847919179507545),
  ]
}

@Suite struct `Two noises merged` {
  private let figure: Figure

  init() throws {
    figure = try #require(Figure.all(of: "merged-gaussians").first { $0.name == "merge" })
  }

  private func outcome(
    _ given: [(name: String, text: String)], seed: UInt64 = 0
  ) throws(FigureError) -> Outcome {
    try figure.compute(figure.settings(given: given), seed: seed)
  }

  @Test(arguments: Expected.all)
  private func `sample numbers are those of scipy for the same draws`(
    expected: Expected
  ) throws {
    let outcome = try outcome(
      [("schedule", "custom"), ("betas", expected.betas), ("samples", "\(expected.samples)")],
      seed: expected.seed)
    // Both sum some thousand doubles, in other orders.
    #expect(abs(outcome["sample_variance_sum"] - expected.variances.sum) < 1e-12)
    #expect(abs(outcome["sample_variance_merged"] - expected.variances.merged) < 1e-12)
    #expect(abs(outcome["correlation"] - expected.correlation) < 1e-12)
    #expect(abs(outcome["ks_p_value"] - expected.pValue) < 1e-10)
  }

  @Test(arguments: ["linear", "scaled-linear", "cosine"], [2, 3, 500, 999, 1000])
  func `the merged variance is one minus both alphas`(schedule: String, t: Int) throws {
    let outcome = try outcome([("schedule", schedule), ("t", "\(t)"), ("samples", "2")])
    let table = try #require(Figure.all(of: "noise-schedule").first { $0.name == "schedule" })
    let alphas = try table.compute(table.settings(given: [("schedule", schedule)])).tables[0]
    let (alpha, before) = (alphas[column: "alpha"][t - 1], alphas[column: "alpha"][t - 2])
    #expect(abs(outcome["variance_earlier"] - alpha * (1 - before)) < 1e-15)
    #expect(abs(outcome["variance_latest"] - (1 - alpha)) < 1e-15)
    #expect(abs(outcome["variance_merged"] - (1 - alpha * before)) < 1e-15)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sum and merged draw are spread alike and know nothing of each other`(
    seed: UInt64
  ) throws {
    let outcome = try outcome([("t", "700"), ("samples", "5000")], seed: seed)
    // Each bound would fail by chance once in 10,000 times or less: 4 standard deviations of a
    // variance and of a correlation, and a p-value of 1e-4.
    let variance = outcome["variance_merged"]
    let slack = 4 * variance * (2 / 5000.0).squareRoot()
    #expect(abs(outcome["sample_variance_sum"] - variance) < slack)
    #expect(abs(outcome["sample_variance_merged"] - variance) < slack)
    #expect(abs(outcome["correlation"]) < 4 / 5000.0.squareRoot())
    #expect(outcome["ks_p_value"] > 1e-4)
  }

  @Test func `one draw in both places has the square of the factors' sum as its variance`() throws {
    let outcome = try outcome([("schedule", "custom"), ("betas", "0.1,0.2,0.5")])
    let factors = 0.1.squareRoot() + 0.5.squareRoot()
    #expect(abs(outcome["variance_if_one_draw_is_used_twice"] - factors * factors) < 1e-15)
  }

  @Test func `equal seeds give equal numbers and pictures, and other seeds others`() throws {
    let first = try outcome([("samples", "300")], seed: 5)
    let second = try outcome([("samples", "300")], seed: 5)
    let other = try outcome([("samples", "300")], seed: 6)
    #expect(first.values.map(\.value) == second.values.map(\.value))
    #expect(first.picture() == second.picture())
    #expect(first["correlation"] != other["correlation"])
  }

  @Test func `a short schedule takes its last step unless another is asked for`() throws {
    let outcome = try outcome([("schedule", "custom"), ("betas", "0.1,0.2,0.5")])
    #expect(outcome.settings["t"] == .integer(3))
    #expect(outcome.settings["T"] == .integer(3))
  }

  @Test(arguments: [
    ([("T", "20"), ("t", "30")], "t is 30, but T is 20; give a whole number from 2 to 20."),
    ([("T", "1")], "T is 1, but two noises need two steps; give a T from 2 on."),
    ([("t", "1")], "t can't be \"1\"; give a whole number from 2 to 10000."),
  ])
  func `a step that is not there is refused with the range`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try outcome(given) }
    #expect(error?.description == sentence)
  }

  @Test func `the film goes from the sum itself to a draw that knows nothing of it`() throws {
    let frames = try outcome([("samples", "300")]).frames
    #expect(frames.label(frame: 0) == "correlation 1")
    #expect(frames.label(frame: frames.first) == "drawn anew" && frames.first == frames.count - 1)
    #expect(frames.spoken(frame: 0) != frames.spoken(frame: frames.first))
  }

  @Test func `both noises are drawn against each other and beside each other`() throws {
    let lines = try outcome([]).picture(Size(columns: 80, rows: 18)).lines
    #expect(lines[1].contains("draw against draw") && lines[1].contains("how they are spread"))
    #expect(lines[2].contains("## sum   + merged   x exact"))
    #expect(lines.joined().contains("sum of two noises"))
  }
}
