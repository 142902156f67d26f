import Canvas
import Diffusion
import Figures
import Probability
import Testing

@testable import Lessons

/// A hundred steps to pure noise, of which twenty are visited.
private let hundred = [("T", "100"), ("beta_end", "0.2"), ("steps", "20")]

@Suite struct `A cloud on its way back by DDIM` {
  @Test(arguments: ["0", "0.5", "1"])
  func `has the moments of the affine recursion for normal data`(eta: String) throws {
    let outcome = try ddim(
      "sample",
      hundred + [
        ("data", "normal"), ("mean", "0.7"), ("variance", "0.3"), ("eta", eta),
        ("samples", "4000"),
      ])
    let schedule = try Schedule.linear(steps: 100, from: 1e-4, to: 0.2)
    let law = try Sampler(schedule, steps: 20, noise: .eta(try #require(Double(eta))))
      .law(of: Gaussian(mean: 0.7, variance: 0.3))
    for axis in ["x", "y"] {
      let moments = Moments(outcome.tables[0][column: axis])
      // Five standard deviations; crossed once in 150,000 times by twelve numbers.
      #expect(abs(moments.mean - law.mean) < 5 * law.standardDeviation / 4000.0.squareRoot())
      #expect(abs(moments.variance / law.variance - 1) < 5 * (2.0 / 4000).squareRoot())
    }
  }

  /// Of an independent program with 20,000 points: 2.42, 1.13, 0.83 and 0.68, by its own draws and
  /// its own assignment of points to modes, so that a few hundredths may part the two.
  @Test(arguments: [("10", "0", 2.42), ("20", "0", 1.13), ("50", "0", 0.83), ("50", "1", 0.68)])
  func `is spread within its heaps as an independent program says`(
    steps: String, eta: String, ratio: Double
  ) throws {
    let outcome = try ddim("sample", [("steps", steps), ("eta", eta)])
    #expect(abs(outcome["spread_ratio"] - ratio) < 0.06 * ratio)
  }

  @Test func `with one start for both seeds, would end alike at eta 0`() throws {
    let (one, other) = (try ddim("paths"), try ddim("paths", seed: 9))
    #expect(one["ends_apart_other_seed"] == 0 && one.tables == other.tables)
    let noisy = try ddim("paths", [("eta", "1")])
    #expect(noisy["ends_apart_other_seed"] > 0.5)
    // The ends of few steps and of all: nine starts, each carried along one curve.
    #expect(one["ends_apart"] < 0.1 && noisy["ends_apart"] > 0.5)
    let ends = one.tables[0][column: "end"]
    #expect(ends == ends.sorted())
  }

  @Test func `shows the very frames again, from any end`() throws {
    let given = hundred + [("samples", "300"), ("eta", "0.3")]
    let (first, second) = (try ddim("sample", given, seed: 3), try ddim("sample", given, seed: 3))
    let asked = [0, 7, 14, 20]
    let backwards = asked.reversed().map { second.picture(frame: $0) }
    #expect(asked.map { first.picture(frame: $0) } == backwards.reversed())
    #expect(first.frames.count == 21 && first.tables == second.tables)
  }

  @Test(arguments: [
    ([("eta", "1.2")], "eta is 1.2; with these steps give a number from 0 to 1.00"),
    ([("steps", "1001")], "steps is 1001; a schedule of T = 1000 has room for a whole number"),
    ([("T", "20"), ("steps", "21")], "steps is 21; a schedule of T = 20"),
    ([("eta", "-1")], "eta can't be \"-1\""),
  ])
  func `refuses what does not fit, with a sentence that says what does`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try ddim("sample", given) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }
}

@Suite struct `Formulas of the reader's for a step of DDIM` {
  @Test(arguments: [
    ("sigma", "eta*sqrt((1-abar[p])/(1-abar[t])*(1-abar[t]/abar[p]))"),
    ("step", "sqrt(abar[p])*x0 + sqrt(1-abar[p]-sigma^2)*eps + sigma*z"),
    (
      "step",
      #"\sqrt{\bar\alpha_p}\,\frac{x_t-\sqrt{1-\bar\alpha_t}\epsilon_\theta}{\sqrt{\bar\alpha_t}} + \sqrt{1-\bar\alpha_p-\sigma_t^2}\epsilon_\theta + \sigma_t z_t"#
    ),
  ])
  func `that are right end in the very points of the right step`(
    name: String, formula: String
  ) throws {
    let given = hundred + [("samples", "200"), ("eta", "0.7")]
    let outcome = try ddim("sample", given, formulas: [(name, formula)])
    #expect(outcome.tables.map(\.name) == ["samples", "data", "samples_right"])
    for axis in ["x", "y"] {
      let (own, right) = (outcome.tables[0][column: axis], outcome.tables[2][column: axis])
      // Rounding of twenty steps, which the heaps pull together rather than apart.
      for (got, want) in zip(own, right) { #expect(abs(got - want) < 1e-9) }
    }
  }

  @Test func `with the beta of one step for a stride end narrower`() throws {
    let outcome = try ddim(
      "sample", [("steps", "20"), ("eta", "1"), ("samples", "1000")],
      formulas: [("sigma", "eta*sqrt((1-abar[p])/(1-abar[t])*beta[t])")])
    #expect(outcome["sliced_wasserstein"] != outcome["sliced_wasserstein_right"])
    #expect(outcome.tables[0].rows != outcome.tables[2].rows)
  }

  @Test func `that ask for more noise than there is leave no points`() throws {
    let outcome = try ddim("sample", hundred + [("samples", "20")], formulas: [("sigma", "2")])
    #expect(outcome["sliced_wasserstein"].isNaN)
  }
}

@Suite struct `Samplers beside each other` {
  @Test func `start from the same points and are named by their numbers`() throws {
    let outcome = try ddim("panels", hundred + [("samples", "200")])
    #expect(
      outcome.tables.map(\.name) == [
        "samples", "data", "samples_ddpm_few", "samples_ddpm_all", "samples_ddim_all",
      ])
    let lines = outcome.picture(Size(columns: 120, rows: 30), frame: 0).lines.joined()
    for title in ["DDPM, 20 steps", "DDPM, 100 steps", "DDIM, 20 steps", "DDIM, 100 steps"] {
      #expect(lines.contains(title))
    }
    let few = try ddim("sample", hundred + [("samples", "200")])
    #expect(outcome.tables[0].rows == few.tables[0].rows)
  }

  @Test func `in the plane are all 25, with what chance alone makes of it`() throws {
    let outcome = try ddim("plane", [("samples", "100"), ("T", "100"), ("beta_end", "0.2")])
    let table = outcome.tables[0]
    #expect(table.rows.count == 5 * 4)
    #expect(
      table.columns == [
        "eta", "steps", "sliced_wasserstein", "energy_distance", "nll", "spread_ratio",
      ])
    // At a hundred steps chance alone parts samples and data; two in a thousand lie three apart.
    let floor = outcome["sliced_wasserstein_floor"] + 4 * outcome["sliced_wasserstein_floor_sd"]
    for row in table.rows where row[1] == 100 { #expect(row[2] < floor) }
  }

  @Test func `on a grid agree with the affine recursion where there is one hump`() throws {
    let given = [("T", "50"), ("beta_end", "0.4")]
    let grid = try ddim(
      "mixture",
      given + [("weights", "1"), ("means", "3"), ("standard_deviations", "0.5")]
    ).tables[0]
    let affine = try ddim("steps-and-eta", given + [("mean", "0"), ("variance", "1")]).tables[0]
    for (got, want) in zip(grid.rows, affine.rows) {
      // Two bells of one mean: W1 is sqrt(2/pi) of the difference of their deviations, as W2 is it.
      // A cell of the grid is 5e-4 wide, and what is interpolated in it errs by its square.
      #expect(abs(got[2] - want[2] * (2 / Double.pi).squareRoot()) < 1e-5)
    }
  }
}

@Suite struct `Steps that are visited` {
  @Test func `are shown for all three spacings, with their bounds of eta`() throws {
    let outcome = try ddim("spacing", [("steps", "4")])
    #expect(
      outcome.tables[0].rows == [
        [1, 1, 250, 1], [2, 251, 500, 89], [3, 501, 750, 356], [4, 751, 1000, 801],
      ])
    let schedule = try Schedule.linear(steps: 1000)
    for (name, steps) in [("leading", [1, 251, 501, 751]), ("trailing", [250, 500, 750, 1000])] {
      #expect(outcome["eta_bound \(name)"] == schedule.etaBound(visiting: steps))
    }
  }
}
