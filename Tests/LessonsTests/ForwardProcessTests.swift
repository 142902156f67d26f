import Canvas
import Figures
import Testing

@testable import Lessons

/// A figure of lesson 03 computed.
private func outcome(
  _ name: String, _ given: [(name: String, text: String)] = [], jump formula: String? = nil,
  seed: UInt64 = 0
) throws -> Outcome {
  let figure = try #require(Figure.all(of: "forward-process").first { $0.name == name })
  let formulas = formula.map { [(name: "jump", text: $0)] } ?? []
  return try figure.compute(figure.settings(given: given, formulas: formulas), seed: seed)
}

@Suite struct `A density in steps and jumps` {
  /// Mean and variance of x at t by 50-digit arithmetic; printed by `Reference/make_forward.py`.
  @Test(arguments: [
    ("linear", 1000, 1, 0.7499624990624532, 1.43645635),
    ("linear", 1000, 250, 0.5429530576180277, 1.2287632656747698),
    ("linear", 1000, 500, 0.21025062216554855, 1.0343033315178962),
    ("linear", 1000, 1000, 0.004764613565677517, 1.0000176163969259),
    ("cosine", 50, 1, 0.7493443958802926, 1.4357372103424677),
    ("cosine", 50, 25, 0.5270550442058768, 1.2155627272273384),
    ("cosine", 50, 49, 0.023372977544647046, 1.0004239257575387),
    ("cosine", 50, 50, 0.0007391184474105453, 1.0000004239257576),
  ])
  func `the exact moments are right to the twelfth digit`(
    schedule: String, steps: Int, t: Int, mean: Double, variance: Double
  ) throws {
    let given = [("schedule", schedule), ("T", "\(steps)"), ("samples", "2")]
    let moments = try outcome("jump", given).tables[0]
    #expect(moments.rows.count == steps)
    #expect(moments[column: "t"][t - 1] == Double(t))
    #expect(abs(moments[column: "mean_exact"][t - 1] / mean - 1) < 1e-12)
    #expect(abs(moments[column: "variance_exact"][t - 1] / variance - 1) < 1e-12)
  }

  @Test(arguments: ["iterated", "jumped"], [0, 1, 2] as [UInt64])
  func `samples have the exact moments at every step`(way: String, seed: UInt64) throws {
    let moments = try outcome("jump", [("T", "300"), ("samples", "4000")], seed: seed).tables[0]
    for row in moments.rows.indices {
      let (mean, variance) = (
        moments[column: "mean_exact"][row], moments[column: "variance_exact"][row]
      )
      // Five standard deviations of a mean, and of a normal sample's variance, which the two
      // humps do not exceed: neither is crossed in 300 steps but once in 5,000 times.
      #expect(abs(moments[column: "mean_\(way)"][row] - mean) < 5 * (variance / 4000).squareRoot())
      #expect(
        abs(moments[column: "variance_\(way)"][row] - variance)
          < 5 * variance * (2 / 4000.0).squareRoot())
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `both ends fit the exact law`(seed: UInt64) throws {
    let outcome = try outcome("jump", [("T", "30")], seed: seed)
    // Twenty p-values: one is below 1e-5 once in 5,000 times.
    #expect(outcome["ks_p_value_iterated"] > 1e-5)
    #expect(outcome["ks_p_value_jumped"] > 1e-5)
  }

  @Test func `the columns of the moments keep their names and order`() throws {
    let table = try outcome("jump", [("T", "3")]).tables[0]
    #expect(table.name == "moments")
    #expect(
      table.columns == [
        "t", "mean_exact", "variance_exact", "mean_iterated", "variance_iterated", "mean_jumped",
        "variance_jumped",
      ])
  }

  @Test func `the variance for the deviation leaves too little noise where both are equal`() throws
  {
    let outcome = try outcome(
      "jump", [("samples", "20000")], jump: "sqrt(abar_t)*x0+(1-abar_t)*eps")
    let table = try #require(outcome.tables.last)
    let exact = outcome.tables[0]
    for row in table.rows {
      let t = Int(row[0])
      let variance = exact[column: "variance_exact"][t - 1]
      // abar v + (1 - abar)^2 with abar from abar v + 1 - abar = variance, v = 1.4365.
      let bar = (variance - 1) / 0.4365
      let slipped = bar * 1.4365 + (1 - bar) * (1 - bar)
      // Five standard deviations.
      #expect(abs(row[2] - slipped) < 5 * slipped * (2 / 20000.0).squareRoot())
    }
  }

  @Test func `frames come equal in any order`() throws {
    let (first, second) = (try outcome("jump", seed: 3), try outcome("jump", seed: 3))
    let forwards = [0, 40, 100].map { first.picture(frame: $0) }
    let backwards = [100, 40, 0].map { second.picture(frame: $0) }
    #expect(forwards == backwards.reversed())
    #expect(first.tables == second.tables)
    #expect(try outcome("jump", seed: 4).tables != first.tables)
  }

  @Test(arguments: [
    (
      [("T", "1000"), ("samples", "20001")],
      "samples is 20001; with T = 1000 give a whole number from 2 to 20000."
    ),
    (
      [("weights", "1")],
      "There are 1 weights, 2 means and 2 standard deviations; give as many of each."
    ),
    ([("weights", "0,0")], "The weights sum to 0.0; give a finite sum above 0."),
  ])
  func `what does not fit is refused with a sentence that says what does`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try outcome("jump", given) }
    #expect(error?.description == sentence)
  }

  @Test func `points instead of humps are drawn, and only cut off above`() throws {
    let outcome = try outcome("jump", [("standard_deviations", "0,0"), ("T", "10")])
    // The variance of the two means alone is 0.3 0.7 2.5^2 = 1.3125; beta_1 = 0.0001.
    #expect(abs(outcome.tables[0].rows[0][2] - (1 + 0.9999 * 0.3125)) < 1e-15)
    for frame in 0...10 {
      #expect(outcome.picture(frame: frame).lines.joined().contains("iterated"))
    }
  }
}

@Suite struct `A cloud in steps and jumps` {
  @Test(arguments: [
    "moons", "ring", "swiss-roll", "checkerboard", "spiral", "normal", "grid", "two-rings",
    "infinity", "heart",
  ])
  func `samples of every shape have the exact moments in every frame`(data: String) throws {
    let table = try outcome("cloud", [("data", data), ("T", "60")], seed: 1).tables[0]
    for (axis, way) in [("x", "iterated"), ("x", "jumped"), ("y", "iterated"), ("y", "jumped")] {
      for row in table.rows.indices {
        let exact = (
          mean: table[column: "mean_\(axis)_exact"][row],
          variance: table[column: "variance_\(axis)_exact"][row]
        )
        let got = (
          mean: table[column: "mean_\(axis)_\(way)"][row],
          variance: table[column: "variance_\(axis)_\(way)"][row]
        )
        // Five standard deviations; no shape here has tails beyond a normal one's.
        #expect(abs(got.mean - exact.mean) < 5 * (exact.variance / 2000).squareRoot())
        #expect(abs(got.variance - exact.variance) < 5 * exact.variance * (2 / 2000.0).squareRoot())
      }
    }
  }

  @Test func `axes stand still and the caption moves along`() throws {
    let outcome = try outcome("cloud", [("schedule", "custom"), ("betas", "0.1,0.2,0.5")])
    let size = Size(columns: 76, rows: 16)
    let frames = (0..<outcome.frames.count).map { outcome.picture(size, frame: $0).lines }
    #expect(frames.count == 4)
    #expect(frames[0][0].contains("t = 0 of 3: no noise yet"))
    #expect(frames[2][0].contains("t = 2 of 3: alpha-bar 0.72, SNR 2.57"))
    #expect(frames[3][0].contains("t = 3 of 3: alpha-bar 0.36, SNR 0.563"))
    #expect(Set(frames.map { $0[1] }).count == 1)
    #expect(frames[1][1].contains("iterated") && frames[1][1].contains("jumped"))
    // The rows of the level axes.
    #expect(Set(frames.map { $0.suffix(2).joined() }).count == 1)
  }

  @Test func `at first nothing has happened, on neither side`() throws {
    let outcome = try outcome("cloud", [("data", "ring")])
    let lines = outcome.picture(Size(columns: 78, rows: 16)).lines.dropFirst(2)
    for line in lines {
      let padded = Array(line + String(repeating: " ", count: 78 - line.count))
      #expect(padded[..<38] == padded[40...])
    }
  }

  @Test func `ten thousand steps have a hundred and one frames, in order`() throws {
    let outcome = try outcome("cloud", [("T", "10000"), ("samples", "20")])
    #expect(outcome.frames.count == 101)
    #expect(outcome.frames.label(frame: 0) == "t = 0")
    #expect(outcome.frames.label(frame: 100) == "t = 10000")
    let steps = outcome.tables[0][column: "t"]
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
  }
}

@Suite struct `A jump of the reader's` {
  @Test(arguments: [
    "sqrt(abar_t)*x0 + sqrt(1-abar_t)*eps",
    #"\sqrt{\bar\alpha_t}\,x_0 + \sqrt{1-\bar\alpha_t}\,\bar\epsilon_t"#,
    "eps*(1-alphaBar[t])^0.5 + x0*exp(0.5*sum(s,1,t,log(alpha[s])))",
  ])
  func `a right formula, however written, is where the right one is`(formula: String) throws {
    let outcome = try outcome("cloud", [("T", "40")], jump: formula)
    // 1 - abar loses four digits at the first step, and its root half of what is left.
    #expect(outcome["formula_error"] < 1e-12)
  }

  @Test(arguments: [
    ("(abar_t)*x0 + sqrt(1-abar_t)*eps", 0.1), ("sqrt(alpha_t)*x0 + sqrt(1-alpha_t)*eps", 1),
    ("sqrt(abar_t)*x0 + (1-abar_t)*eps", 0.1),
  ])
  func `a slip is somewhere else`(formula: String, distance: Double) throws {
    #expect(try outcome("cloud", jump: formula)["formula_error"] > distance)
  }

  @Test func `it is drawn beside both ways where there is room, else beside the right one`() throws
  {
    let outcome = try outcome("cloud", [("T", "20")], jump: "x0")
    let wide = outcome.picture(Size(columns: 120, rows: 20)).lines[1]
    #expect(["iterated", "jumped", "your formula"].allSatisfy(wide.contains))
    let narrow = outcome.picture(Size(columns: 60, rows: 12)).lines[1]
    #expect(["jumped", "your formula"].allSatisfy(narrow.contains) && !narrow.contains("iterated"))
  }

  @Test(arguments: ["jump", "cloud"])
  func `where it has no value there is a gap`(figure: String) throws {
    let outcome = try outcome(figure, [("T", "20")], jump: "sqrt(x0) + eps")
    let size = Size(columns: 120, rows: 20)
    for frame in [0, 7, 20] {
      #expect(outcome.picture(size, frame: frame).lines.joined().contains("left out"))
    }
    let numbers = outcome.values.map(\.value) + (outcome.tables.last?.rows.flatMap(\.self) ?? [])
    #expect(numbers.contains { $0.isNaN })
  }

  @Test(arguments: [
    ("foo*x0", "At character 1: Replace foo: it has no meaning here."),
    ("sqrt(abar_t)*x0 + epps", "At character 19: Replace epps: it has no meaning here"),
    ("2*(x0", "At character 3: Close the (, or remove it."),
    ("   ", "Type a formula."),
    (
      "x0 + sum(s, 1, T, sum(r, 1, T, beta[r]))",
      "Simplify the formula: it takes more than 1000000 steps."
    ),
  ])
  func `one that can't be used is an error with its place`(formula: String, says: String) {
    let error = #expect(throws: FigureError.self) { try outcome("jump", jump: formula) }
    #expect(error?.isUnreadable == true)
    #expect(error?.description.contains(says) == true)
  }
}
