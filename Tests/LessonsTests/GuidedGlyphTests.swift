import Canvas
import Figures
import Testing

@testable import Lessons

private func outcome(
  _ lesson: String, _ name: String, _ given: [(name: String, text: String)],
  watch: Watch = .patient
) throws -> Outcome {
  let figure = try #require(Figure.all(of: lesson).first { $0.name == name })
  return try figure.compute(figure.settings(given: given), seed: 1, watch: watch)
}

/// Two of each digit, in a few steps.
private let few = [("samples", "2"), ("steps", "4")]

@Suite struct `Digits by label` {
  @Test func `are asked for by w: none at -1, and nearly all at 1`() throws {
    let outcome = try outcome("classifier-free-guidance", "glyphs", few)
    let table = outcome.tables[0]
    #expect(table[column: "w"] == [-1, -0.5, 0, 0.5, 1, 2, 4, 8])
    let accuracy = table[column: "label_accuracy"]
    // Of 20 that know no label each is right with 0.1: more than 9 at p < 1e-5. With w = 1 one in
    // some hundreds is wrong, in 25 steps; four steps draw worse.
    #expect(accuracy[0] < 0.5 && accuracy[4] > 0.8)
    let diversity = table[column: "diversity"]
    #expect(diversity[0] > diversity[2] && diversity[2] > diversity[4])
    #expect(outcome["label_accuracy_w_1"] == accuracy[4])
    #expect(outcome.tables[1].rows.count == 8 * 10)
    #expect(outcome.frames.count == 8)
  }

  @Test func `come out at w = 0 as lesson 09 draws them`() throws {
    let guided = try outcome("classifier-free-guidance", "glyphs", few)
    let plain = try outcome("unet-attention", "recognised", few)
    let zero = try #require(guided.tables[0].rows.first { $0[0] == 0 })
    #expect(zero[1] == plain["recognised"])
    // Drawn digits that they are compared with: 200 of each there, 400 here; 5 deviations of some
    // sqrt(2 / 200 / 20), for features that move together in twenties.
    #expect(abs(zero[2] / plain["diversity"] - 1) < 0.12)
  }

  @Test func `are led by a classifier that knows noise, and not by one that does not`() throws {
    let outcome = try outcome("classifier-guidance", "glyphs", few)
    let table = outcome.tables[0]
    #expect(table[column: "scale"] == [0, 1, 2, 4, 8])
    let (knows, clean) = (
      table[column: "label_accuracy"], table[column: "label_accuracy_clean"]
    )
    // Without guidance both are the same samples, read by two classifiers: of 20 more than 9 are
    // right by chance at p < 1e-5.
    #expect(knows[0] < 0.5 && clean[0] < 0.5)
    #expect(knows[3] > clean[3] && knows[3] > 0.7)
  }

  @Test func `are shown as they come, and can be stopped`() throws {
    let watch = Watch({ $0 < 0.3 })
    #expect(throws: FigureError.stopped) {
      try outcome("classifier-free-guidance", "glyphs", few, watch: watch)
    }
  }

  @Test func `say what they are read as, beside the trade`() throws {
    let outcome = try outcome("classifier-free-guidance", "glyphs", few)
    let lines = outcome.picture(Size(columns: 80, rows: 20), frame: 4).lines
    #expect(lines.joined().contains("w = 1: accuracy"))
    #expect(lines.joined().contains("diversity"))
  }
}

@Suite struct `A trained network that is told the class` {
  @Test(arguments: [("moons", 1, 2), ("ring", 5, 8)])
  func `draws the class, and guides itself`(data: String, label: Int, classes: Int) throws {
    let given = [
      ("data", data), ("label", "\(label)"), ("denoiser", "trained"), ("samples", "500"),
      ("steps", "25"), ("spacing", "trailing"),
    ]
    let plain = try outcome("classifier-free-guidance", "sample", given + [("w", "0")])
    let guided = try outcome("classifier-free-guidance", "sample", given + [("w", "1")])
    let none = try outcome("classifier-free-guidance", "sample", given + [("w", "-1")])
    #expect(plain["label_accuracy"] > 0.97 && guided["label_accuracy"] > 0.97)
    // Of 500 as many are of the class as its share says, to five standard errors.
    let share = 1 / Double(classes)
    #expect(abs(none["label_accuracy"] - share) < 5 * (share * (1 - share) / 500).squareRoot())
    // The class is near, and all data are not.
    #expect(plain["sliced_wasserstein"] < 0.1 && none["sliced_wasserstein"] > 0.3)
  }
}
