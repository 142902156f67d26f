import Diffusion
import Figures
import Symbols
import Synchronization
import Testing

@testable import Lessons

@Suite struct `Lesson 10` {
  private func outcome(
    _ name: String, _ given: KeyValuePairs<String, String> = [:], seed: UInt64 = 1
  ) throws -> Outcome {
    let figure = try #require(Figure.latentDiffusion.first { $0.name == name })
    let settings = try figure.settings(given: given.map { (name: $0.key, text: $0.value) })
    return try figure.compute(settings, seed: seed)
  }

  private func value(_ name: String, _ outcome: Outcome) throws -> Double {
    try #require(outcome.values.first { $0.name == name }?.value)
  }

  @Test func `holds, every formula, line and claim of it`() throws {
    let items = try Catalog.builtIn().entry(named: "latent-diffusion").verification
    #expect(items.count >= 35)
    for item in items {
      #expect(item.verdict.outcome == .holds, "\(item.path):\(item.line): \(item.verdict.says)")
    }
  }

  @Test func `brings digits back that no network has seen`() throws {
    let trip = try outcome("reconstruct", ["samples": "200"])
    #expect(try value("error_share", trip) <= 0.025)
    #expect(try value("recognised", trip) >= 0.99)
    // The rows weigh alike, so their mean is the whole.
    let rows = trip.tables[0][column: "error_share"]
    #expect(abs(rows.reduce(0, +) / 10 - (try value("error_share", trip))) < 1e-12)
    // What the codes cost: without them it is nearer.
    let free = try outcome("reconstruct", ["samples": "200", "quantise": "no"])
    #expect(try value("mean_squared_error", free) < value("mean_squared_error", trip))
    #expect(trip.frames.count == 10 && trip.frames.label(frame: 3) == "digit 3")
  }

  @Test func `uses half of its codes and more, counted by their entropy`() throws {
    let use = try outcome("codes", ["samples": "200"])
    #expect(try value("perplexity_share", use) >= 0.5)
    let shares = use.tables[0][column: "share"]
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && shares == shares.sorted(by: >))
    #expect(try value("bits_of_a_digit", use) == 96)
  }

  @Test func `lets codes lie idle that are crowded, and puts them to use`() throws {
    let (idle, used) = try (outcome("codebook"), outcome("codebook", ["restart": "yes"]))
    #expect(try value("codes_used", idle) < 9)
    #expect(try value("codes_used", used) == 16)
    #expect(
      try value("mean_squared_distance", used) < value("mean_squared_distance", idle))
  }

  /// At the linear schedule's step 1000, by hand; alpha-bar is the golden 4.035829765e-5.
  @Test func `tells how loud an unscaled latent is`() throws {
    let scale = try outcome("scale", ["deviation": "5"])
    let last = 4.035829765e-5
    #expect(abs(try value("variance_T_unscaled", scale) - (1 + 24 * last)) < 1e-9)
    #expect(abs(try value("snr_T_unscaled", scale) - 25 * last / (1 - last)) < 1e-9)
    let one = try outcome("scale", ["deviation": "1"])
    #expect(try value("half_noise_at", one) == value("half_noise_at_unscaled", one))
    #expect(try value("half_noise_at", scale) < value("half_noise_at_unscaled", scale))
    #expect(abs(try value("divergence_T_unscaled", one)) < 1e-12)
  }

  @Test func `scales its latents to variance 1`() throws {
    let numbers = try outcome("numbers")
    #expect(abs(try value("variance_shown", numbers) - 1) < 0.05)
    let product = try value("latent_deviation", numbers) * value("scaling_factor", numbers)
    #expect(abs(product - 1) < 1e-12)
  }

  @Test func `keeps all codes without noise, and hardly one at the end`() throws {
    let table = try outcome("noised", ["samples": "50", "T": "1000"]).tables[0]
    let kept = table[column: "codes_kept"]
    #expect(try #require(kept.first) > 0.9)
    // By chance one of 64, and more where one code stands for much of the paper.
    #expect(try #require(kept.last) < 0.2)
  }

  /// Of 1,000 some 95 % at least are read as their label; of 10, all but two are missed at p < 0.01
  /// where that holds.
  @Test func `draws the digit that is asked for, and others from other seeds`() throws {
    let given: KeyValuePairs = ["label": "7", "steps": "12", "samples": "10"]
    let drawn = try outcome("sample", given)
    #expect(try value("recognised_latent", drawn) >= 0.8)
    #expect(try value("recognised_pixels", drawn) >= 0.8)
    #expect(drawn.frames.count == 13 && drawn.frames.label(frame: 12) == "t = 0")
    #expect(try outcome("sample", given).tables == drawn.tables)
    let other = try outcome("sample", given, seed: 2)
    #expect(drawn.frames.spoken(frame: 12) != other.frames.spoken(frame: 12))
  }

  @Test func `takes any number of steps of any schedule`() throws {
    let drawn = try outcome(
      "sample",
      ["schedule": "cosine", "T": "50", "steps": "5", "samples": "1", "label": "0", "w": "1"])
    #expect(drawn.frames.count == 6 && drawn.tables[0].rows.count == 1)
    let report = try outcome("recognised", ["steps": "5", "samples": "2"])
    #expect(report.tables[0].rows.count == 10)
  }

  /// One call of each network, 25 times, and the decoder once.
  @Test func `counts what both cost, and measures where there is a clock`() throws {
    let cost = try outcome("cost")
    let cells = cost.tables[0].cells.map { $0.map(\.number) }
    #expect(abs(cells[3][1] - 25 * cells[1][1]) < 1e-9)
    #expect(abs(cells[3][2] - 25 * cells[1][2] - cells[2][2]) < 1e-9)
    #expect(try value("times_fewer_multiplications", cost) > 6)
    #expect(try value("times_fewer_numbers_paper", cost) == 48)
    // Nobody has a clock here.
    #expect(try outcome("cost", ["measure": "yes", "steps": "1"]).tables[0].rows.count == 7)
    let figure = try #require(Figure.latentDiffusion.first { $0.name == "cost" })
    let given = [("measure", "yes"), ("steps", "1"), ("samples", "1")]
    let ticks = Ticks()
    let timed = try figure.compute(
      figure.settings(given: given.map { (name: $0.0, text: $0.1) }), seed: 1,
      watch: .patient(clock: { ticks.next() }))
    // Each look at the clock is a second later than the one before, so both take one.
    #expect(try value("times_as_fast", timed) == 1)
    #expect(try value("milliseconds_latent", timed) == 1000)
  }
}

/// A clock that goes on by a second whenever somebody looks at it.
private final class Ticks: Sendable {
  private let seconds = Mutex(0.0)

  func next() -> Double {
    seconds.withLock { seconds in
      seconds += 1
      return seconds
    }
  }
}
