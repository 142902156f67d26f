import Canvas
import Figures
import Probability
import Testing

@testable import Lessons

private func outcome(
  _ lesson: String, _ name: String, _ given: [(name: String, text: String)] = [],
  formulas: [(name: String, text: String)] = [], seed: UInt64 = 0
) throws -> Outcome {
  let figure = try #require(Figure.all(of: lesson).first { $0.name == name })
  return try figure.compute(figure.settings(given: given, formulas: formulas), seed: seed)
}

private func led(
  _ name: String, _ given: [(name: String, text: String)] = [],
  formulas: [(name: String, text: String)] = []
) throws -> Outcome { try outcome("classifier-guidance", name, given, formulas: formulas) }

private func free(
  _ name: String, _ given: [(name: String, text: String)] = [],
  formulas: [(name: String, text: String)] = []
) throws -> Outcome { try outcome("classifier-free-guidance", name, given, formulas: formulas) }

/// Numbers printed by `Reference/make_guidance.py`.
private enum Exact {
  static let guided: [(w: String, mean: Double, deviation: Double)] = [
    ("0", 0.9968331501, 0.4984787927), ("1", 1.3196913797, 0.3577427555),
    ("2", 1.5184295911, 0.3129859679), ("4", 1.8046673281, 0.2727146386),
    ("8", 2.2065505397, 0.2408627071),
  ]

  static let others: [(given: [(name: String, text: String)], mean: Double, deviation: Double)] = [
    ([("w", "1"), ("steps", "50")], 1.3148873684, 0.3343170028),
    ([("means", "1.5,-0.5"), ("variance", "0.5"), ("w", "3")], 2.4514285815, 0.4087839807),
    (
      [("means", "-2,0.3"), ("variance", "0.09"), ("w", "1.5"), ("T", "200")], -2.0149410813,
      0.1675235920
    ),
    (
      [("means", "0.4,-0.4"), ("variance", "1"), ("w", "5"), ("T", "400"), ("steps", "100")],
      1.6830301679, 0.7085418810
    ),
    (
      [("means", "-1,1"), ("variance", "2"), ("w", "0.5"), ("steps", "250")], -1.3921691774,
      1.2738781162
    ),
    ([("means", "3,-1"), ("variance", "0.04"), ("w", "-0.5")], 2.5758623663, 0.8403580882),
  ]

  static let tilted: [(w: Double, mean: Double, deviation: Double)] = [
    (0, 1, 0.5), (0.5, 1.0229086385, 0.4786335318), (1, 1.0355168876, 0.4682924383),
    (2, 1.0511455240, 0.4567391029), (4, 1.0696815253, 0.4444556424),
    (8, 1.0913278369, 0.4315434585),
  ]

  /// Of 400,000 starts and other draws.
  static let noisy: [(w: Double, mean: Double, deviation: Double)] = [
    (0, 0.9994654505, 0.4959516082), (1, 1.1664788798, 0.4355448925),
    (2, 1.2391379959, 0.4270354585), (4, 1.3207223399, 0.4227010205),
    (8, 1.4071315223, 0.4210327867),
  ]
}

@Suite struct `Numbers that are guided to a class` {
  /// As printed to two decimals: 1.00 1.32 1.52 1.80 2.21, and 0.50 0.36 0.31 0.27 0.24.
  @Test(arguments: Exact.guided)
  func `have the moments of an independent program`(
    w: String, mean: Double, deviation: Double
  ) throws {
    let outcome = try free("exact", [("w", w)])
    // The program's ten printed digits.
    #expect(abs(outcome["sample_mean"] - mean) < 1e-9)
    #expect(abs(outcome["sample_standard_deviation"] - deviation) < 1e-9)
  }

  @Test(arguments: Exact.others.indices)
  func `have them for other classes, strengths and steps`(index: Int) throws {
    let want = Exact.others[index]
    let outcome = try free("exact", want.given)
    #expect(abs(outcome["sample_mean"] - want.mean) < 1e-9)
    #expect(abs(outcome["sample_standard_deviation"] - want.deviation) < 1e-9)
  }

  @Test(arguments: ["0", "1.5", "4"])
  func `end alike by a classifier at scale 1 + w`(w: String) throws {
    let scale = "\(1 + (Double(w) ?? .nan))"
    let given = [("T", "300"), ("beta_end", "0.06")]
    let (one, other) = (
      try free("exact", given + [("w", w)]), try led("exact", given + [("scale", scale)])
    )
    for name in ["sample_mean", "sample_standard_deviation", "label_accuracy"] {
      #expect(abs(one[name] - other[name]) < 1e-9)
    }
    for (one, other) in zip(one.tables[0].rows.joined(), other.tables[0].rows.joined()) {
      #expect(abs(one - other) < 1e-9)
    }
  }

  @Test func `have the wrong class, and more of it, where the conditions are swapped`() throws {
    let swapped = [("guided_noise", "(1+w)*eps_u - w*eps_c")]
    let outcome = try free("exact", [("w", "2"), ("steps", "200")], formulas: swapped)
    #expect(abs(outcome["sample_mean"] + 3.8825492992) < 1e-9)
    #expect(abs(outcome["sample_standard_deviation"] - 1.6085046993) < 1e-9)
    #expect(outcome["label_accuracy"] < 0.1 && outcome["sample_mean_right"] > 1.4)
    let slips = try free("slips")
    // The same with a fifth of the starts; of the tails some is cut off.
    #expect(abs(slips["sample_mean_swapped"] + 3.88) < 0.01)
  }

  @Test(arguments: [
    "eps - s*sqrt(1-abar[t])*g", #"\epsilon_\theta - s\sqrt{1-\bar\alpha_t}\,g"#,
    "eps - s*sqrt((1-abar[t])*g^2)*g/abs(g)",
  ])
  func `follow a reader's formula beside the right one`(formula: String) throws {
    let given = [("T", "50"), ("beta_end", "0.4"), ("scale", "3")]
    let outcome = try led("exact", given, formulas: [("guided_noise", formula)])
    #expect(abs(outcome["sample_mean"] - outcome["sample_mean_right"]) < 1e-9)
    #expect(outcome.tables[0].columns == ["share", "class", "sample_right", "sample"])
    #expect(abs(outcome["sample_mean"] - 1) > 0.1)
  }

  @Test func `are led astray by a sign, by a root, and by a classifier of clean numbers`() throws {
    let slips = try led("slips", [("steps", "100")])
    #expect(slips["sample_mean_sign"] < -1.1 && slips["label_accuracy_sign"] < 0.25)
    #expect(slips["sample_standard_deviation_rootless"] < 0.9 * slips["sample_standard_deviation"])
    #expect(abs(slips["sample_mean_clean"] - 1) > 0.1)
    #expect(abs(slips["sample_mean"] - 1) < 0.05)
  }

  @Test(arguments: [
    ([("means", "1")], "means has 1 number; give two"),
    ([("eta", "2")], "eta is 2.0; with these steps give a number from 0 to"),
    ([("steps", "1001")], "steps is 1001; a schedule of T = 1000"),
    ([("means", "1,-1,0")], "means can't be"), ([("variance", "0")], "variance can't be"),
  ])
  func `need two classes with a variance`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try free("exact", given) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }
}

@Suite struct `The tilted density` {
  @Test(arguments: Exact.tilted)
  func `has the moments of an adaptive quadrature`(
    w: Double, mean: Double, deviation: Double
  ) throws {
    let classes = try figureClasses()
    let tilted = TiltedDensity(classes, w: w).moments
    #expect(abs(tilted.mean - mean) < 1e-9 && abs(tilted.standardDeviation - deviation) < 1e-9)
  }

  private func figureClasses() throws -> LineClasses {
    let settings = try Settings(Parameter.lineClasses() + Parameter.schedule)
    return try settings.lineClasses(settings.noiseSchedule())
  }

  @Test func `is not the law of samples, of either sampler`() throws {
    let table = try free("tilted", [("samples", "400"), ("T", "1000"), ("steps", "200")]).tables[0]
    #expect(table[column: "w"] == [0, 0.5, 1, 2, 4, 8])
    for want in Exact.noisy {
      let row = try #require(table.rows.first { $0[0] == want.w })
      // 400 draws of deviation 0.45: four standard errors, and a hundredth for the fewer steps.
      #expect(abs(row[3] - want.mean) < 0.1 && abs(row[4] - want.deviation) < 0.08)
      guard want.w > 0 else { continue }
      #expect(row[1] > row[3] && row[3] > row[5] + 0.04)
    }
  }
}

@Suite struct `The odds of a class` {
  @Test func `have the slopes of the closed form, at every step`() throws {
    let outcome = try led("odds", [("t", "1000"), ("x_t", "0")])
    #expect(outcome["times_too_steep"] > 620 && outcome["times_too_steep"] < 640)
    #expect(abs(outcome["probability"] - 0.5) < 1e-12)
    #expect(abs(outcome["gradient"] - outcome["log_odds_slope"] / 2) < 1e-12)
    #expect(abs(outcome["clean_gradient"] - 4) < 1e-12)
    let table = outcome.tables[0]
    for (t, slope, slack) in [
      (1.0, 7.997, 5e-4), (100, 5.79, 5e-3), (300, 1.79, 5e-3), (500, 0.60, 5e-3),
      (1000, 0.013, 5e-4),
    ] {
      let row = try #require(table.rows.first { $0[0] == t })
      #expect(abs(row[1] - slope) < slack && row[2] == 8)
    }
  }
}

@Suite struct `A cloud that is guided to a class` {
  /// A hundred steps to pure noise, of which twenty are visited.
  private let hundred = [("T", "100"), ("beta_end", "0.2"), ("steps", "20"), ("samples", "400")]

  @Test(arguments: ["ring", "moons", "checkerboard", "heart"])
  func `ends in it, the same way by a classifier and without`(data: String) throws {
    let given = hundred + [("data", data), ("label", "1")]
    let one = try led("sample", given + [("scale", "3")])
    let other = try free("sample", given + [("w", "2")])
    #expect(one["label_accuracy"] > 0.97)
    for (one, other) in zip(one.tables[0].rows.joined(), other.tables[0].rows.joined()) {
      #expect(abs(one - other) < 1e-6)
    }
    #expect(one.tables[0].columns == ["x", "y", "label"] && one.tables[1].name == "data")
    #expect(one.tables[1][column: "label"].allSatisfy { $0 == 1 })
  }

  @Test func `is the class at w = 0, and less diverse above`() throws {
    let given = [("data", "moons"), ("steps", "100"), ("samples", "1000")]
    let (zero, four) = (
      try free("sample", given + [("w", "0")]), try free("sample", given + [("w", "4")])
    )
    // Three standard deviations of the floor, and twice its mean for DDIM's own error.
    let floor = zero["sliced_wasserstein_floor"] + 3 * zero["sliced_wasserstein_floor_sd"]
    #expect(zero["sliced_wasserstein"] < 2 * floor)
    #expect(zero["label_accuracy"] > 0.99 && abs(zero["diversity"] - 1) < 0.05)
    #expect(four["sliced_wasserstein"] > zero["sliced_wasserstein"])
  }

  @Test(arguments: [
    "(1+w)*eps_c - w*eps_u", #"(1+w)\epsilon_c - w\epsilon_u"#, "eps_u + (1+w)*(eps_c - eps_u)",
  ])
  func `follows a reader's formula, which ends in the very points where it is right`(
    formula: String
  ) throws {
    let outcome = try free("sample", hundred, formulas: [("guided_noise", formula)])
    #expect(outcome.tables.map(\.name) == ["samples", "data", "samples_right"])
    for axis in ["x", "y"] {
      let (own, right) = (outcome.tables[0][column: axis], outcome.tables[2][column: axis])
      // Rounding of twenty steps, by another order of terms.
      for (got, want) in zip(own, right) { #expect(abs(got - want) < 1e-6) }
    }
  }

  @Test func `with the two answers swapped goes elsewhere`() throws {
    let swapped = [("guided_noise", "(1+w)*eps_u - w*eps_c")]
    let outcome = try free("sample", hundred, formulas: swapped)
    #expect(outcome["label_accuracy"] < 0.05 && outcome["label_accuracy_right"] > 0.95)
  }

  @Test(arguments: [
    ([("label", "8")], "label is 8, but these data have the classes 0 to 7."),
    ([("data", "moons"), ("label", "2")], "label is 2, but these data have the classes 0 to 1."),
    ([("data", "normal")], "These data have one class only"),
    ([("data", "checkerboard"), ("classifier", "clean")], "Sharp squares have no slope"),
  ])
  func `needs a class that there is`(given: [(name: String, text: String)], sentence: String) {
    let error = #expect(throws: FigureError.self) { try led("sample", given) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func `trades diversity for accuracy, along w`() throws {
    let outcome = try free(
      "trade", [("T", "100"), ("beta_end", "0.2"), ("samples", "400"), ("steps", "25")])
    let table = outcome.tables[0]
    let (accuracy, diversity) = (
      table[column: "label_accuracy"], table[column: "diversity"]
    )
    #expect(table[column: "w"].first == -1 && table[column: "w"].last == 8)
    // One class of eight, to five standard errors of 400 draws.
    #expect(abs(accuracy[0] - 0.125) < 5 * (0.125 * 0.875 / 400).squareRoot())
    #expect(accuracy[2] > 0.8 && accuracy[2] < 0.99 && (accuracy.last ?? 0) > 0.99)
    #expect(zip(diversity, diversity.dropFirst()).allSatisfy { $0 > $1 - 0.02 })
    #expect(abs(diversity[2] - 1) < 0.15 && (diversity.last ?? 1) < 0.8)
  }

  @Test func `trades it along the scale of a classifier too`() throws {
    let outcome = try led("scale", [("steps", "50")])
    // Of class 1 with variance 1 the share above 0 is 0.841.
    #expect(abs(outcome["label_accuracy_none"] - 0.5) < 0.01)
    #expect(abs(outcome["label_accuracy_one"] - 0.841) < 0.01)
    // In fifty steps DDIM itself ends four in a hundred too narrow.
    #expect(abs(outcome["diversity_one"] - 1) < 0.05)
    #expect(outcome["label_accuracy_most"] > 0.99 && outcome["diversity_most"] < 0.9)
  }
}

@Suite struct `Small networks that learn to guide` {
  @Test func `answer with a label and without, near their floors, and draw each class`() throws {
    let outcome = try free(
      "learning",
      [("T", "100"), ("beta_end", "0.1"), ("updates", "600"), ("samples", "200"), ("w", "1")])
    // Equal seeds give equal weights, but for the last digits; half as much again is left as room.
    #expect(outcome["loss_with_label"] < 1.25 * outcome["floor_with_label"])
    #expect(outcome["loss_without_label"] < 1.25 * outcome["floor_without_label"])
    #expect(outcome["floor_with_label"] < outcome["floor_without_label"])
    #expect(outcome["label_accuracy"] > 0.97)
    let classes = try #require(outcome.tables.first { $0.name == "classes" })
    #expect(classes[column: "label"] == [0, 1])
    for row in classes.rows {
      #expect(row[1] > 0.95 && row[5] > 0.95)
      // The moons are 2 wide; samples of no class would be 0.6 away.
      #expect(row[2] < 0.3)
    }
  }

  @Test func `find slopes near the exact ones, and lead to the class by them`() throws {
    let outcome = try led(
      "learning",
      [("T", "100"), ("beta_end", "0.1"), ("t", "30"), ("updates", "300"), ("samples", "200")])
    #expect(outcome["slope_error"] < 0.4 && outcome["label_accuracy"] > 0.95)
    #expect(outcome["cross_entropy"] < 0.65)
    #expect(outcome.tables[0].rows[0][2] == 1)
  }
}

@Suite struct `Training with labels that are dropped` {
  @Test func `drops as many as it says, and tells the network less`() throws {
    let outcome = try free("training", [("p_uncond", "0.3"), ("samples", "4000")])
    // Five standard deviations of 4,000 coins.
    #expect(abs(outcome["dropped"] - 0.3) < 5 * (0.3 * 0.7 / 4000).squareRoot())
    #expect(outcome["loss_with_label"] < outcome["loss_without_label"])
    let table = outcome.tables[0]
    for row in table.rows { #expect((row[2] < 0.3) == (row[3] == 1)) }
  }

  @Test func `shows each line of it, with its numbers`() throws {
    let outcome = try free("training")
    #expect(outcome.frames.count == 12 * 6)
    let picture = outcome.picture(Size(columns: 100, rows: 24), frame: 1).lines.joined()
    #expect(picture.contains("a draw from 0 to 1") && picture.contains("p_uncond"))
  }
}
