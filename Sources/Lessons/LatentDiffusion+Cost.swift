import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// What a picture costs among pixels and among latents: numbers, operations, time.
  static let latentCost = Figure(
    "cost", title: "What a digit costs, in pixels and in a latent; and a photograph",
    parameters: [
      .visited(25), .spacing(.trailing),
      Parameter(
        "measure", .choice(["no", "yes"]), standard: "no",
        "whether time is taken as well, where there is a clock; it differs from run to run"),
      Parameter("samples", .integer(1...64), standard: "8", "the digits that are drawn for it"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    let sampler = try Sampler(schedule, steps, settings.spacing, .eta(0))
    let isMeasured = settings.choice("measure") == "yes"
    let time =
      try isMeasured
      ? SamplingTime(sampler, count: settings.integer("samples"), seed: seed, watch: watch) : nil
    let cost = SamplingCost(steps: sampler.steps.count, time: time)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: cost.values,
      tables: [cost.table], frames: Frames(table: cost.table))
  }
}

/// Numbers and multiplications of a digit, and of the photographs of Rombach et al.
private struct SamplingCost {
  let steps: Int
  /// Nil where none is taken.
  let time: SamplingTime?

  private func millions(_ count: Int) -> Double { Double(count) / 1e6 }

  private var pixelStep: Int { GlyphTraining.network.multiplications(side: Glyph.side) }
  private var latentStep: Int { LatentTraining.network.multiplications(side: Latents.side) }
  private var decoding: Int { AutoencoderTraining.network.decodingMultiplications }
  private var pixels: Int { steps * pixelStep }
  private var latent: Int { steps * latentStep + decoding }

  var values: [(name: String, value: Double)] {
    (time?.values ?? []) + [
      ("multiplications_pixels", Double(pixels)), ("multiplications_latent", Double(latent)),
      ("times_fewer_multiplications", Double(pixels) / Double(latent)),
      ("times_fewer_numbers_paper", Double(Photograph.pixels) / Double(Photograph.latent)),
    ]
  }

  var table: Table {
    var rows: [(String, Double, Double)] = [
      ("numbers of a digit", Double(Images.numbers), Double(Latents.numbers)),
      ("million products a step", millions(pixelStep), millions(latentStep)),
      ("million to decode", 0, millions(decoding)),
      ("million for \(steps) steps", millions(pixels), millions(latent)),
    ]
    if let time { rows.append(("milliseconds a digit", time.pixels, time.latent)) }
    rows += [
      ("photograph: numbers", Double(Photograph.pixels), Double(Photograph.latent)),
      (
        "photograph: places", Double(Photograph.side * Photograph.side),
        Double(Photograph.latentSide * Photograph.latentSide)
      ),
      (
        "photograph: million pairs", millions(Photograph.pairs(Photograph.side)),
        millions(Photograph.pairs(Photograph.latentSide))
      ),
    ]
    return Table(
      "cost", columns: ["what", "pixels", "latent", "times"],
      cells: rows.map { name, pixels, latent in
        [
          .word(name), .number(pixels), .number(latent),
          pixels == 0 ? .word("once") : .number(pixels / latent),
        ]
      })
  }
}

/// A picture of 512 by 512 with three colours, and its latent of 64 by 64 with four numbers.
///
/// Source: Rombach et al. 2022, "High-Resolution Image Synthesis with Latent Diffusion Models",
/// table 8 (f = 8), as Stable Diffusion has it.
private enum Photograph {
  static let side = 512
  static let latentSide = 64
  static var pixels: Int { side * side * 3 }
  static var latent: Int { latentSide * latentSide * 4 }

  /// What attention of all places to all would weigh.
  static func pairs(_ side: Int) -> Int { side * side * side * side }
}

/// How long both take for the same digits, in turn.
private struct SamplingTime {
  /// Milliseconds a digit; decoding included.
  let pixels: Double
  let latent: Double
  /// Over the turns, the median of pixels by latent.
  private let ratio: Double

  private static let turns = 5

  /// Nil where there is no clock.
  init?(
    _ sampler: Sampler, count: Int, seed: UInt64, watch: Watch
  ) throws(FigureError) {
    guard let clock = watch.clock else { return nil }
    let race = try LatentRace(sampler, count: count, seed: seed)
    var times: [(pixels: Double, latent: Double)] = []
    for turn in 0...Self.turns {
      let start = clock()
      race.drawPixels()
      let middle = clock()
      race.drawLatents()
      // The first turn warms up.
      if turn > 0 { times.append((middle - start, clock() - middle)) }
      try watch.report(Double(turn + 1) / Double(Self.turns + 1))
    }
    let perDigit = 1000 / Double(count)
    pixels = perDigit * times.map(\.pixels).median
    latent = perDigit * times.map(\.latent).median
    ratio = times.map { $0.pixels / $0.latent }.median
  }

  var values: [(name: String, value: Double)] {
    [
      ("times_as_fast", ratio), ("milliseconds_pixels", pixels),
      ("milliseconds_latent", latent),
    ]
  }
}

extension [Double] {
  fileprivate var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
