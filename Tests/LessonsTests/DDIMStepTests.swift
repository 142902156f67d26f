import Canvas
import Figures
import Testing

@testable import Lessons

/// A figure of lesson 08 computed.
func ddim(
  _ name: String, _ given: [(name: String, text: String)] = [],
  formulas: [(name: String, text: String)] = [], seed: UInt64 = 0
) throws -> Outcome {
  let figure = try #require(Figure.all(of: "ddim").first { $0.name == name })
  return try figure.compute(figure.settings(given: given, formulas: formulas), seed: seed)
}

/// Steps of the linear schedule of a thousand, from x_t = 0.7 and noise = -1.3.
///
/// In 50-digit arithmetic: eta, t, t_previous, sigma, predicted x_0, mean. Sources: DDIM, equations
/// 16, 9 and 12.
private let reference:
  [(eta: Double, t: Int, previous: Int, sigma: Double, start: Double, mean: Double)] = [
    (0.0, 1, 0, 0.0, 0.7130356526739728, 0.7130356526739728),
    (0.0, 2, 1, 0.0, 0.7193571812931472, 0.706321212534841),
    (0.0, 500, 499, 0.0, 6.948397564044803, 0.7103924367643566),
    (0.0, 500, 450, 0.0, 6.948397564044803, 1.2614505530431206),
    (0.0, 1000, 999, 0.0, 314.81678512958, 0.7203053581472013),
    (0.0, 1000, 900, 0.0, 314.81678512958, 3.9227788332410523),
    (0.0, 20, 0, 0.0, 0.8010545302595774, 0.8010545302595774),
    (0.2, 1, 0, 0.0, 0.7130356526739728, 0.7130356526739728),
    (0.2, 2, 1, 0.0014769140342352502, 0.7193571812931472, 0.7064637771318939),
    (0.2, 500, 499, 0.020031330874022014, 6.948397564044803, 0.7106642941266972),
    (0.2, 500, 450, 0.1201883652348661, 6.948397564044803, 1.27154160240262),
    (0.2, 1000, 999, 0.0282842595989788, 314.81678512958, 0.7208254724743955),
    (0.2, 1000, 900, 0.18473244907896494, 314.81678512958, 3.945156462557418),
    (0.2, 20, 0, 0.0, 0.8010545302595774, 0.8010545302595774),
    (0.5, 1, 0, 0.0, 0.7130356526739728, 0.7130356526739728),
    (0.5, 2, 1, 0.003692285085588126, 0.7193571812931472, 0.7072398102101523),
    (0.5, 500, 499, 0.05007832718505503, 6.948397564044803, 0.7120925187009446),
    (0.5, 500, 450, 0.3004709130871652, 6.948397564044803, 1.3259712530804633),
    (0.5, 1000, 999, 0.070710648997447, 314.81678512958, 0.7235594953263234),
    (0.5, 1000, 900, 0.46183112269741233, 314.81678512958, 4.069743395341007),
    (0.5, 20, 0, 0.0, 0.8010545302595774, 0.8010545302595774),
    (1.0, 1, 0, 0.0, 0.7130356526739728, 0.7130356526739728),
    (1.0, 2, 1, 0.007384570171176252, 0.7193571812931472, 0.7105553053642177),
    (1.0, 500, 499, 0.10015665437011007, 6.948397564044803, 0.7172067437989197),
    (1.0, 500, 450, 0.6009418261743305, 6.948397564044803, 1.5460112928963128),
    (1.0, 1000, 999, 0.141421297994894, 314.81678512958, 0.7333712773454294),
    (1.0, 1000, 900, 0.9236622453948247, 314.81678512958, 4.72489709665192),
    (1.0, 20, 0, 0.0, 0.8010545302595774, 0.8010545302595774),
  ]

private let example = [("schedule", "custom"), ("betas", "0.1,0.2,0.5")]

@Suite struct `One step of DDIM` {
  @Test(arguments: reference)
  func `is that of 50-digit arithmetic`(
    eta: Double, t: Int, previous: Int, sigma: Double, start: Double, mean: Double
  ) throws {
    let outcome = try ddim(
      "step",
      [
        ("t", "\(t)"), ("t_previous", "\(previous)"), ("eta", "\(eta)"), ("x_t", "0.7"),
        ("noise", "-1.3"),
      ])
    for (name, want) in [("sigma", sigma), ("predicted_x0", start), ("mean", mean)] {
      #expect(abs(outcome[name] - want) <= 1e-12 * abs(want), "\(name)")
    }
  }

  @Test(arguments: [
    (0.0, 0.0, 4 * 0.1.squareRoot()),
    (1.0, 3.0 / 32, 1.5 * 0.9.squareRoot() - 0.5 * 0.00625.squareRoot()),
  ])
  func `of the running example is what the page has by hand`(
    eta: Double, variance: Double, mean: Double
  ) throws {
    let outcome = try ddim(
      "step",
      example + [
        ("t", "3"), ("t_previous", "1"), ("eta", "\(eta)"), ("x_t", "0.5"), ("noise", "-0.5"),
      ])
    #expect(abs(outcome["predicted_x0"] - 1.5) < 1e-15)
    #expect(abs(outcome["sigma"] * outcome["sigma"] - variance) < 1e-16)
    #expect(abs(outcome["mean"] - mean) < 1e-15)
  }

  @Test func `may have an eta above 1, up to its bound`() throws {
    let pair = [("t", "2"), ("t_previous", "1")]
    let bound = try ddim("step", pair)["eta_bound"]
    #expect(abs(bound - 1.354) < 5e-4)
    #expect(try ddim("step", pair + [("eta", "1.2")])["sigma"] > 0)
    #expect(try ddim("step", pair + [("eta", "\(bound)")])["noise_kept"] == 0)
    let error = #expect(throws: FigureError.self) {
      try ddim("step", pair + [("eta", "1.4")])
    }
    #expect(
      error?.description.contains("from t = 2 to t = 1 give a number from 0 to 1.354") == true)
  }

  @Test(arguments: [
    ([("t", "3"), ("t_previous", "3")], "give a whole number from 0 to 2."),
    ([("t", "1"), ("t_previous", "0"), ("eta", "1.1")], "from 0 to 1: no noise is added"),
    ([("t", "1001")], "give a whole number from 1 to 1000."), ([("eta", "-0.1")], "from 0 on"),
  ])
  func `is refused where there is none, with what there is`(
    given: [(name: String, text: String)], sentence: String
  ) {
    let error = #expect(throws: FigureError.self) { try ddim("step", given) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func `of a short schedule is its last but one where nothing else is asked for`() throws {
    let settings = try ddim("step", example).settings
    #expect(settings.integer("t") == 3 && settings.integer("t_previous") == 2)
  }

  @Test func `is shown for every eta, first for the one that is asked for`() throws {
    let frames = try ddim("step", [("eta", "0.5")]).frames
    #expect(frames.count == 42 && frames.label(frame: frames.first) == "eta = 0.5")
    #expect(frames.label(frame: 0) == "eta = 0")
    let lines = frames.draw(
      Size(columns: 78, rows: 16), frame: 0, look: Frames.Look(glyphs: .ascii)
    ).lines
    #expect(lines[0].contains("t = 500 to 450, eta 0: sigma 0"))
  }
}

@Suite struct `Pairs of two steps of DDIM` {
  @Test(arguments: ["0", "0.5", "1", "1.4"])
  func `change their tie with eta and nothing else`(eta: String) throws {
    let outcome = try ddim("joint", [("eta", eta), ("samples", "20000"), ("x_0", "2")])
    let (earlier, later) = (outcome["variance_previous"], outcome["variance_t"])
    #expect(abs(earlier - outcome.tables[0][column: "variance_previous"][0]) < 1e-14)
    let tie = outcome["covariance"]
    // Four standard deviations of a sample's variance and covariance.
    #expect(
      abs(outcome["sample_variance_previous"] / earlier - 1) < 4 * (2.0 / 20_000).squareRoot())
    #expect(
      abs(outcome["sample_covariance"] - tie)
        < 4 * ((earlier * later + tie * tie) / 20_000).squareRoot())
    #expect(abs(outcome["correlation"] - tie / (earlier * later).squareRoot()) < 1e-14)
  }

  @Test func `have the tie of the walk at eta 1, and of one number at eta 0`() throws {
    let walk = try ddim("joint", [("eta", "1")])
    #expect(abs(walk["covariance"] - walk["covariance_walk"]) < 1e-15)
    // The walk's own: sqrt(abar_t / abar_previous) (1 - abar_previous).
    let (earlier, later) = (1 - walk["variance_previous"], 1 - walk["variance_t"])
    #expect(abs(walk["covariance"] - (later / earlier).squareRoot() * (1 - earlier)) < 1e-14)
    #expect(abs(try ddim("joint", [("eta", "0")])["correlation"] - 1) < 1e-14)
  }

  @Test func `have no tie where the earlier step is known`() {
    let error = #expect(throws: FigureError.self) { try ddim("joint", [("t_previous", "0")]) }
    #expect(error?.description.contains("give a whole number from 1 to 199") == true)
    let first = #expect(throws: FigureError.self) { try ddim("joint", [("T", "1")]) }
    #expect(first?.description.contains("give a t from 2 on") == true)
  }
}
