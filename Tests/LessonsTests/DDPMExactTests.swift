import Canvas
import Diffusion
import Figures
import Testing

@testable import Lessons

/// Numbers printed by `Reference/make_ddpm.py`, in 50-digit arithmetic.
private enum Exact {
  static let moments: [(String, String, String, String, mean: Double, variance: Double)] = [
    ("linear", "0", "1", "beta", 0.0, 0.9999),
    ("linear", "0", "1", "posterior", 0.0, 0.9910673763528218),
    ("linear", "0", "1", "posterior-unrooted", 0.0, 0.005576811530758889),
    ("linear", "1", "0.25", "beta", 0.9999899101201788, 0.25075207500753127),
    ("linear", "1", "0.25", "posterior", 0.9999899101201788, 0.24612521136044768),
    ("linear", "1", "0.25", "posterior-unrooted", 0.9999899101201788, 0.0008758610954924545),
    ("linear", "-2", "0.001", "beta", -1.9999999192801503, 0.0009988427559363205),
    ("linear", "-2", "0.001", "posterior", -1.9999999192801503, 0.0007793838572968745),
    ("linear", "-2", "0.001", "posterior-unrooted", -1.9999999192801503, 2.6373526537620707e-07),
    ("linear", "0.5", "9", "beta", 0.49981844627815125, 8.96918689436278),
    ("linear", "0.5", "9", "posterior", 0.49981844627815125, 8.94779757825787),
    ("linear", "0.5", "9", "posterior-unrooted", 0.49981844627815125, 0.08737008630937196),
    ("cosine", "0", "1", "beta", 0.0, 0.9993687184016585),
    ("cosine", "0", "1", "posterior", 0.0, 0.9546089871567428),
    ("cosine", "0", "1", "posterior-unrooted", 0.0, 0.04340397285118063),
    ("cosine", "1", "0.25", "beta", 0.999999939285682, 0.25400816066130694),
    ("cosine", "1", "0.25", "posterior", 0.999999939285682, 0.2327455869683022),
    ("cosine", "1", "0.25", "posterior-unrooted", 0.999999939285682, 0.005487697865743826),
    ("cosine", "-2", "0.001", "beta", -1.9999999995142854, 0.0009411752919691854),
    ("cosine", "-2", "0.001", "posterior", -1.9999999995142854, 0.00048139739400065073),
    ("cosine", "-2", "0.001", "posterior-unrooted", -1.9999999995142854, 8.536709994838641e-07),
    ("cosine", "0.5", "9", "beta", 0.49999890714459755, 8.710803959159634),
    ("cosine", "0.5", "9", "posterior", 0.49999890714459755, 8.572940786759956),
    ("cosine", "0.5", "9", "posterior-unrooted", 0.49999890714459755, 1.0539541415297424),
    ("custom", "0", "1", "beta", 0.0, 0.9),
    ("custom", "0", "1", "posterior", 0.0, 0.5817857142857142),
    ("custom", "0", "1", "posterior-unrooted", 0.0, 0.3990449617346939),
    ("custom", "1", "0.25", "beta", 0.8767123287671232, 0.25506338416999413),
    ("custom", "1", "0.25", "posterior", 0.8767123287671232, 0.12678124706542357),
    ("custom", "1", "0.25", "posterior-unrooted", 0.8767123287671232, 0.05511524036060227),
    ("custom", "-2", "0.001", "beta", -1.9988756324567432, 2.3126552760390132e-05),
    ("custom", "-2", "0.001", "posterior", -1.9988756324567432, 9.190955715918977e-06),
    ("custom", "-2", "0.001", "posterior-unrooted", -1.9988756324567432, 1.7661487069003306e-06),
    ("custom", "0.5", "9", "beta", 0.08247422680412371, 2.7919183629953),
    ("custom", "0.5", "9", "posterior", 0.08247422680412371, 2.2935885958084445),
    ("custom", "0.5", "9", "posterior-unrooted", 0.08247422680412371, 2.0035756681323997),
  ]

  static let prior: [(Int, left: Double, mean: Double, w2: Double, stretched: Double)] = [
    (5, 0.9506298682387099, 0.17200482449802532, 0.9032774398526302, .nan),
    (10, 0.903739416151237, 0.2987645774259882, 0.7521284557330914, .nan),
    (25, 0.7764856822644866, 0.535189633541566, 0.48180592069845873, 0.0977322407020623),
    (50, 0.6029515973297149, 0.724823532860663, 0.2780973462355638, 0.05665303977996901),
    (100, 0.3635632480554919, 0.8750345559307389, 0.12496673978721051, 0.03178229619511486),
    (250, 0.07970254434466752, 0.978807544442181, 0.022329689233705034, 0.014143666903012688),
    (500, 0.0063527107970150504, 0.9984042191500699, 0.00557393420463024, 0.007472146112534387),
    (
      1000, 4.0358297653756835e-05, 0.9999899101201788, 0.0038899332038863695, 0.0038899332038863695
    ),
  ]
}

/// Relative; means of nothing are zero to the last digit.
private func agree(_ got: Double, _ want: Double, _ tolerance: Double = 1e-11) -> Bool {
  want.isNaN ? got.isNaN : abs(got - want) <= tolerance * abs(want)
}

@Suite struct `The moments of DDPM for normal data` {
  @Test(arguments: Exact.moments)
  func `are those of 50-digit arithmetic`(
    schedule: String, mean: String, variance: String, noise: String, endMean: Double,
    endVariance: Double
  ) throws {
    var given = [
      ("schedule", schedule), ("mean", mean), ("variance", variance), ("reverse_noise", noise),
    ]
    if schedule == "cosine" { given.append(("T", "100")) }
    let outcome = try ddpm("moments", given)
    // A thousand steps, each with a few roundings that later steps shrink.
    #expect(agree(outcome["final_mean"], endMean))
    #expect(agree(outcome["final_variance"], endVariance))
    let last = outcome.tables[0].rows.last ?? []
    #expect(last[0] == 0 && last[1] == outcome["final_mean"] && last[4] == Double(variance))
  }

  @Test func `start standard normal, whatever the forward process ends in`() throws {
    let table = try ddpm("moments", [("T", "50"), ("mean", "1"), ("variance", "0.25")]).tables[0]
    #expect(
      table.columns == ["t", "mean", "variance", "mean_forward", "variance_forward"])
    #expect(table.rows.count == 51 && Array(table.rows[0][..<3]) == [50, 0, 1])
    // The root of 0.602951597329715, and 1 - 0.75 of it.
    #expect(agree(table.rows[0][3], 0.602951597329715.squareRoot(), 1e-14))
    #expect(agree(table.rows[0][4], 1 - 0.75 * 0.602951597329715, 1e-14))
  }

  @Test func `gain beta at the last step where noise is added there too`() throws {
    let given = [("schedule", "custom"), ("betas", "0.1,0.2,0.5")]
    let outcome = try ddpm("moments", given)
    #expect(agree(outcome["final_variance"], 0.9, 1e-14))
    #expect(agree(outcome["final_variance_with_last_noise"], 1, 1e-14))
    let posterior = try ddpm("moments", given + [("reverse_noise", "posterior")])
    #expect(posterior["final_variance_with_last_noise"] == posterior["final_variance"])
  }

  @Test func `are drawn as densities and as variances, from T to 0`() throws {
    let outcome = try ddpm("moments", [("reverse_noise", "posterior-unrooted")])
    #expect(outcome.frames.count == 101 && outcome.frames.first == 0)
    let lines = outcome.picture(Size(columns: 78, rows: 16), frame: 100).lines
    #expect(lines[0].contains("t = 0 of 1000: no noise left"))
    #expect(lines[1].contains("density") && lines[1].contains("variance"))
  }
}

@Suite struct `Too few steps for the betas` {
  @Test func `leave the mean short by as much as 50-digit arithmetic says`() throws {
    let table = try ddpm("prior").tables[0]
    #expect(table.rows.count == Exact.prior.count)
    for (row, want) in zip(table.rows, Exact.prior) {
      #expect(row[0] == Double(want.0))
      #expect(agree(row[1], want.left) && agree(row[2], want.mean))
      // A distance is a difference, which has lost up to three digits.
      #expect(agree(row[4], want.w2, 1e-8) && agree(row[5], want.stretched, 1e-8))
    }
  }

  /// As the notes' table of T and the prior has them.
  @Test(arguments: [
    (5, 0.172, 0.903), (10, 0.299, 0.752), (25, 0.535, 0.482), (50, 0.725, 0.278),
    (100, 0.875, 0.125), (250, 0.979, 0.022), (1000, 1.000, 0.004),
  ])
  func `print the known table`(steps: Int, mean: Double, w2: Double) throws {
    let row = try #require(try ddpm("prior").tables[0].rows.first { $0[0] == Double(steps) })
    #expect((row[2] * 1000).rounded() / 1000 == mean && (row[4] * 1000).rounded() / 1000 == w2)
  }

  @Test func `are shown for T from 5 to 1000, at first for 50`() throws {
    let frames = try ddpm("prior").frames
    #expect(frames.label(frame: frames.first) == "T = 50")
    #expect(frames.label(frame: 0) == "T = 5" && frames.label(frame: 7) == "T = 1000")
  }
}

@Suite struct `The variance of a step back` {
  @Test func `is beta for data of variance 1 and beta-tilde for a point, at every step`() throws {
    let schedule = try #require(
      try? Settings(Parameter.schedule, given: [("schedule", "cosine"), ("T", "30")])
        .noiseSchedule())
    for t in 1...30 {
      let beta = schedule.beta[t]
      #expect(agree(schedule.reverseVariance(at: t, dataVariance: 1), beta, 1e-13))
      let point = schedule.reverseVariance(at: t, dataVariance: 0)
      #expect(agree(point, schedule.posterior(at: t).variance, 1e-13))
      // Between the two it grows with the variance of the data.
      let some = [0, 0.01, 0.3, 1].map { schedule.reverseVariance(at: t, dataVariance: $0) }
      #expect(zip(some, some.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  /// Printed by `Reference/make_ddpm.py`.
  @Test func `costs as much as 50-digit arithmetic says where it is taken wrong`() throws {
    let outcome = try ddpm("variance")
    #expect(agree(outcome["divergence_beta_point"], 0.3371601178751452, 1e-10))
    #expect(agree(outcome["divergence_posterior_unit"], 0.46489231874703923, 1e-10))
    let table = outcome.tables[0]
    for (index, variance, beta, posterior) in [
      (10, 1e-4, 0.215898674414329, 0.034756905061417605),
      (30, 0.01, 0.019563674107172895, 0.3915834204577738),
      (60, 10, 0.002211345453918473, 0.47291982189366505),
    ] {
      #expect(agree(table.rows[index][0], variance, 1e-12))
      #expect(
        agree(table.rows[index][1], beta, 1e-9) && agree(table.rows[index][2], posterior, 1e-9))
    }
  }

  @Test func `has both choices equally good for one variance of the data`() throws {
    let outcome = try ddpm("variance")
    let variance = outcome["equal_at_data_variance"]
    let rows = outcome.tables[0].rows
    for row in rows { #expect((row[2] < row[1]) == (row[0] < variance)) }
  }

  @Test func `is not asked for where there is one step only`() {
    let error = #expect(throws: FigureError.self) { try ddpm("variance", [("T", "1")]) }
    #expect(
      error?.description == "T is 1, and its one step back adds no noise; give a T from 2 on.")
  }
}
