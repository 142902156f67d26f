import Canvas
import Diffusion
import Figures
import Foundation
import Probability
import Testing

@testable import Lessons

/// A figure of lesson 07 computed.
func ddpm(
  _ name: String, _ given: [(name: String, text: String)] = [],
  formulas: [(name: String, text: String)] = [], seed: UInt64 = 0
) throws -> Outcome {
  let figure = try #require(Figure.all(of: "ddpm").first { $0.name == name })
  return try figure.compute(figure.settings(given: given, formulas: formulas), seed: seed)
}

/// A hundred steps to pure noise.
private let hundred = [("T", "100"), ("beta_end", "0.2")]

@Suite struct `A cloud on its way back by DDPM` {
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `ends as near to the data as other draws of the data are`(seed: UInt64) throws {
    let outcome = try ddpm("sample", [("data", "ring"), ("samples", "1000")], seed: seed)
    // Distances of draws are no further than this from their mean once in 1,000 times or less.
    let bound = outcome["sliced_wasserstein_floor"] + 4 * outcome["sliced_wasserstein_floor_sd"]
    #expect(outcome["sliced_wasserstein"] < bound)
    let energy = outcome["energy_distance_floor"] + 5 * outcome["energy_distance_floor_sd"]
    #expect(outcome["energy_distance"] < energy)
  }

  /// 2,000 draws of a mode's two coordinates: the ratio has a deviation of 1/sqrt(8,000).
  @Test func `spreads around the modes as the data do, and says nothing where there are none`()
    throws
  {
    let ring = try ddpm("sample", [("data", "ring")], seed: 1)
    #expect(abs(ring["spread_ratio_data"] - 1) < 4 / 8000.0.squareRoot())
    // With a thousand steps an independent program had 1.01, with ten times as many points.
    #expect(abs(ring["spread_ratio"] - 1.01) < 0.005 + 4 / 8000.0.squareRoot())
    let moons = try ddpm("sample", hundred + [("data", "moons"), ("samples", "50")])
    #expect(!moons.values.contains { $0.name.hasPrefix("spread_ratio") })
  }

  @Test func `has the moments of the affine recursion for normal data`() throws {
    let given = hundred + [("data", "normal"), ("mean", "1"), ("variance", "0.25")]
    let samples = try ddpm("sample", given, seed: 2).tables[0]
    let law = Sampler(ddpm: try .linear(steps: 100, from: 1e-4, to: 0.2))
      .law(of: Gaussian(mean: 1, variance: 0.25))
    for axis in ["x", "y"] {
      let moments = Moments(samples[column: axis])
      // Four standard deviations each: crossed once in 4,000 times by the four numbers.
      #expect(abs(moments.mean - law.mean) < 4 * law.standardDeviation / 2000.0.squareRoot())
      #expect(abs(moments.variance / law.variance - 1) < 4 * (2.0 / 2000).squareRoot())
    }
  }

  @Test func `has the samples and the data as tables, each point with its class`() throws {
    let outcome = try ddpm("sample", hundred + [("samples", "300")])
    #expect(outcome.tables.map(\.name) == ["samples", "data"])
    for table in outcome.tables {
      #expect(table.columns == ["x", "y", "label"] && table.rows.count == 300)
    }
    // Of the ring's eight equal modes the nearest has the largest responsibility.
    for row in outcome.tables[0].rows {
      let eighth = Double.pi / 4
      let nearest = (atan2(row[1], row[0]) / eighth).rounded()
      #expect(Int(row[2]) == (Int(nearest) + 8) % 8)
    }
  }

  @Test func `shows the very frames again, from any end`() throws {
    let given = hundred + [("data", "moons"), ("samples", "400")]
    let (first, second) = (try ddpm("sample", given, seed: 3), try ddpm("sample", given, seed: 3))
    let asked = [0, 37, 64, 99, 100]
    let backwards = asked.reversed().map { second.picture(frame: $0) }
    #expect(asked.map { first.picture(frame: $0) } == backwards.reversed())
    #expect(first.tables == second.tables)
    #expect(try ddpm("sample", given, seed: 4).tables != first.tables)
  }

  @Test func `with noise at the last step is the same until then, and blurred after it`() throws {
    let given = [
      ("T", "20"), ("beta_start", "0.02"), ("beta_end", "0.5"), ("last_noise", "beta"),
      ("samples", "2000"),
    ]
    let outcome = try ddpm("sample", given)
    let (settled, noisy) = (outcome.tables[0], outcome.tables[2])
    #expect(noisy.name == "samples_last_noise")
    for axis in ["x", "y"] {
      let added = Moments(zip(noisy[column: axis], settled[column: axis]).map { $0 - $1 })
      // Independent draws of variance 0.02; four standard deviations of mean and variance.
      #expect(abs(added.mean) < 4 * (0.02 / 2000).squareRoot())
      #expect(abs(added.variance / 0.02 - 1) < 4 * (2.0 / 2000).squareRoot())
    }
    #expect(outcome["nll_last_noise"] > outcome["nll"] + 1)
    #expect(abs(outcome["nll"] - outcome["nll_data"]) < 0.5)
    let size = Size(columns: 78, rows: 16)
    let halves = outcome.picture(size, frame: 19).lines.dropFirst(2).map { line in
      let padded = Array(line + String(repeating: " ", count: 78 - line.count))
      return (padded[..<38], padded[40...])
    }
    #expect(halves.count { $0 != $1 } == 0)
  }

  @Test func `runs from T to 0 and says so`() throws {
    let frames = try ddpm("sample", [("samples", "50")]).frames
    #expect(frames.count == 101)
    #expect(frames.label(frame: 0) == "t = 1000" && frames.label(frame: 100) == "t = 0")
    let last = frames.draw(
      Size(columns: 78, rows: 18), frame: 100, look: Frames.Look(glyphs: .ascii)
    ).lines
    #expect(last[0].contains("t = 0 of 1000: no noise left"))
    #expect(last[1].contains("DDPM") && last[1].contains("predicted x at 0"))
  }

  @Test(arguments: [
    ([("mean", "1")], "A mean of your own needs data=normal; set that too."),
    ([("variance", "2")], "A variance of your own needs data=normal; set that too."),
    (
      [("samples", "20001")],
      "samples is 20001; with T = 1000 give a whole number from 2 to 20000."
    ),
    ([("denoiser", "guessed")], "denoiser can't be \"guessed\"; give one of exact, trained."),
  ])
  func `refuses what does not fit, with a sentence that says what does`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try ddpm("sample", given) }
    #expect(error?.description == sentence)
  }
}

@Suite struct `Formulas of the reader's for a step of DDPM` {
  @Test(arguments: [
    ("reverse_mean", "(xt - beta[t]/sqrt(1-abar[t])*eps)/sqrt(alpha[t])"),
    (
      "reverse_mean",
      "sqrt(abar[t-1])*beta[t]/(1-abar[t])*x0 + sqrt(alpha[t])*(1-abar[p])/(1-abar[t])*xt"
    ),
    (
      "reverse_mean",
      #"\frac{1}{\sqrt{\alpha_t}}\left(x_t - \frac{1-\alpha_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta\right)"#
    ),
    ("noise_scale", "sqrt(beta[t])"), ("noise_scale", #"\sqrt{1-\alpha_t}"#),
  ])
  func `that are right end in the very points of the right step`(
    name: String, formula: String
  ) throws {
    let given = hundred + [("samples", "200")]
    let outcome = try ddpm("sample", given, formulas: [(name, formula)])
    let right = try ddpm("sample", given).tables[0]
    let own = outcome.tables[0]
    #expect(outcome.tables.map(\.name) == ["samples", "data", "samples_right"])
    #expect(outcome.tables[2].rows == right.rows)
    for axis in ["x", "y"] {
      for (got, want) in zip(own[column: axis], right[column: axis]) {
        // Rounding of a hundred steps, which the modes pull together rather than apart.
        #expect(abs(got - want) < 1e-9)
      }
    }
  }

  @Test func `without the root leave a cloud that has collapsed`() throws {
    let given = [("data", "normal"), ("samples", "1000")]
    let outcome = try ddpm("sample", given, formulas: [("noise_scale", "btilde[t]")])
    // 0.0056 by the recursion; 4 standard deviations of a variance of 1,000 draws.
    let variance = Moments(outcome.tables[0][column: "x"]).variance
    #expect(abs(variance / 0.0056 - 1) < 4 * (2.0 / 1000).squareRoot() + 0.01)
    #expect(outcome["sliced_wasserstein"] > 10 * outcome["sliced_wasserstein_floor"])
    #expect(outcome["sliced_wasserstein_right"] < 2 * outcome["sliced_wasserstein_floor"])
    let picture = outcome.picture(Size(columns: 78, rows: 16)).lines[1]
    #expect(picture.contains("DDPM") && picture.contains("your formula"))
  }

  @Test func `that have no value for some points leave those out and go on with the others`() throws
  {
    let given = hundred + [("samples", "300")]
    let outcome = try ddpm("sample", given, formulas: [("reverse_mean", "xt + 0*log(xt + 1)")])
    let xs = outcome.tables[0][column: "x"]
    #expect(xs.contains { $0.isNaN } && xs.contains { $0.isFinite })
    #expect(outcome["sliced_wasserstein"].isNaN)
    let size = Size(columns: 78, rows: 16)
    #expect(outcome.picture(size, frame: 100).lines.joined().contains("left out"))
  }

  @Test func `may lack a value where no noise is added`() throws {
    let given = hundred + [("samples", "20")]
    let outcome = try ddpm("sample", given, formulas: [("noise_scale", "exp(0.5*log(btilde[t]))")])
    #expect(outcome.tables[0].rows.joined().count { !$0.isFinite } == 0)
  }

  @Test(arguments: [
    ("noise_scale", "sqrt(betta[t])", "At character 6: Replace betta"),
    ("reverse_mean", "xt - (eps", "Close the (, or remove it."),
    ("reverse_mean", "", "Type a formula."),
  ])
  func `that can't be used are an error with its place`(
    name: String, formula: String, says: String
  ) {
    let error = #expect(throws: FigureError.self) {
      try ddpm("sample", formulas: [(name, formula)])
    }
    #expect(error?.isUnreadable == true)
    #expect(error?.description.contains(says) == true)
  }
}
