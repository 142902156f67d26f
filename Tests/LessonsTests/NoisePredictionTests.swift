import Canvas
import Figures
import LessonText
import Symbols
import Testing

@testable import Lessons

/// A figure of lesson 06 computed.
private func outcome(
  _ name: String, _ given: [(name: String, text: String)] = [], seed: UInt64 = 0
) throws -> Outcome {
  let figure = try #require(Figure.all(of: "noise-prediction").first { $0.name == name })
  return try figure.compute(figure.settings(given: given), seed: seed)
}

private let byHand = [("schedule", "custom"), ("betas", "0.1,0.2,0.5")]

@Suite struct `Lesson 06` {
  @Test func `holds, every formula, line and claim of it`() throws {
    let entry = try Catalog.builtIn().entry(named: "noise-prediction")
    let items = entry.verification
    for item in items { #expect(item.verdict.outcome == .holds, "\(item)") }
    #expect(items.filter { $0.kind == .derivation }.count >= 20)
    #expect(items.filter { $0.kind == .claim }.count >= 12)
  }

  @Test func `names no figure twice, and shows each of its figures`() throws {
    let entry = try Catalog.builtIn().entry(named: "noise-prediction")
    var shown: Set<String> = []
    for case .figure(let reference) in entry.lesson.steps.flatMap(\.elements) {
      shown.insert(reference.figure.text)
    }
    #expect(shown == Set(entry.figures.map(\.name)))
    #expect(shown.count == entry.figures.count)
  }
}

@Suite struct `The exact prediction's figure` {
  /// `Tests/DiffusionTests/Reference/mixture.json`, by integrals over x_0.
  @Test func `has the values of the contract, to the twelfth digit`() throws {
    let got = try outcome("exact", [("t", "300"), ("x_t", "-6")])
    #expect(got.values.map(\.name) == ["log_density", "score", "expected_noise", "expected_x0"])
    for (name, want) in [
      ("log_density", -25.163438848323338), ("score", 8.669787617807195),
      ("expected_noise", -6.735594996818925), ("expected_x0", -1.2183365167215179),
    ] {
      #expect(abs(got[name] / want - 1) < 1e-12)
    }
  }

  @Test func `refuses a step that the schedule has not`() {
    #expect(throws: FigureError.self) { try outcome("exact", [("T", "50"), ("t", "51")]) }
    #expect(throws: FigureError.self) { try outcome("exact", [("weights", "1")]) }
  }

  @Test func `takes the last step of a short schedule where none was chosen`() throws {
    #expect(try outcome("exact", byHand).settings.integer("t") == 3)
  }
}

@Suite struct `The least loss` {
  @Test func `of standard normal data is 0.66 over the three steps by hand`() throws {
    let got = try outcome("loss-floor", byHand)
    // (0.9 + 0.72 + 0.36) / 3
    #expect(abs(got["loss_given_xt"] - 0.66) < 1e-15)
    #expect(got["loss_given_x0"] == 1)
  }

  /// mpmath, 50 digits: the mean over t of abar v / (abar v + 1 - abar).
  @Test func `of the linear schedule agrees with fifty digits, whatever the mean is`() throws {
    for mean in ["0", "1"] {
      let got = try outcome("loss-floor", [("mean", mean)])
      #expect(abs(got["loss_given_xt"] - 0.27551323339680625) < 1e-14)
    }
  }

  @Test func `of two humps is met by draws at every t`() throws {
    let table = try outcome("guess", [("samples", "20000")]).tables[0]
    for row in table.rows {
      // A mean of 20,000 squares of at most unit variance of the error: their deviation is
      // below 2, so five deviations of the mean are 0.07.
      #expect(abs(row[1] - row[2]) < 0.07, "t = \(row[0])")
    }
  }

  @Test func `is 1 where the clean number is seen`() throws {
    #expect(try outcome("guess", [("given", "x0")])["least_loss"] == 1)
  }
}

@Suite struct `The bound's figure` {
  @Test(arguments: ["beta", "posterior"])
  func `adds up: prior and all rows are the bound, and the bound is the likelihood and the gap`(
    kind: String
  ) throws {
    let got = try outcome("elbo", [("mean", "1"), ("variance", "0.25"), ("reverse_noise", kind)])
    let terms = got.tables[0]
    #expect(terms.name == "terms" && terms.columns == ["t", "kl", "weight"])
    #expect(terms.rows.count == 1000)
    let sum = terms[column: "kl"].reduce(got["prior_kl"], +)
    // A thousand terms are added in another order.
    #expect(abs(sum - got["bound"]) < 1e-12)
    #expect(abs(got["bound"] - got["negative_log_likelihood"] - got["gap"]) < 1e-12)
    #expect(terms[column: "kl"][0] == got["reconstruction"])
  }

  @Test func `has the weights that are filled in by hand`() throws {
    let weights = try outcome("elbo", byHand).tables[0][column: "weight"]
    for (got, want) in zip(weights, [5.0 / 9, 25.0 / 56, 0.78125]) {
      #expect(abs(got - want) < 1e-15)
    }
  }
}

@Suite struct `The heads' figure` {
  @Test func `has SNR, 1 and SNR + 1 as weights`() throws {
    let table = try outcome("parameterisations", byHand).tables[0]
    #expect(table.name == "weights" && table.columns == ["t", "noise", "x0", "v"])
    for (row, bar) in zip(table.rows, [0.9, 0.72, 0.36]) {
      #expect(abs(row[1] - bar / (1 - bar)) < 1e-13)
      #expect(row[2] == 1)
      #expect(abs(row[3] - 1 / (1 - bar)) < 1e-13)
    }
  }
}

@Suite struct `The figures of what is learned` {
  @Test func `the whole noise goes with the step's as the root of its share`() throws {
    let table = try outcome("whole-noise", [("samples", "4000")]).tables[0]
    #expect(table.rows[0][1] == 1)
    for row in table.rows {
      // Fisher's z has the deviation 1 / sqrt(n - 3); five of them in a correlation are 0.08.
      #expect(abs(row[1] - row[2]) < 0.08, "t = \(row[0])")
    }
  }

  @Test func `a sampler that believes in twelve points ends on them`() throws {
    let got = try outcome("memorising", [("samples", "200")])
    // After the last step, from t = 1, a deviation of 0.01 is all that was left.
    #expect(got["distance_to_points_memory"] < 0.01)
    #expect(got["distance_to_points_law"] > 0.1)
    let losses = got.tables[0]
    #expect(losses[column: "memory_on_points"][0] < losses[column: "law_on_new"][0])
    #expect(losses[column: "memory_on_new"][0] > losses[column: "law_on_new"][0])
  }

  @Test(arguments: ["guess", "field", "memorising", "whole-noise"])
  func `equal seeds draw equal pictures, in whatever order frames are asked for`(name: String)
    throws
  {
    let (one, other) = (
      try outcome(name, [("samples", "100")]), try outcome(name, [("samples", "100")])
    )
    let last = one.frames.count - 1
    let end = one.picture(frame: last)
    _ = one.picture(frame: 0)
    #expect(other.picture(frame: 0) == one.picture(frame: 0))
    #expect(one.picture(frame: last) == end && other.picture(frame: last) == end)
  }
}
