import Canvas
import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// What the blocks of the network make of a noisy digit.
  static let unetFeatures = Figure(
    "features", title: "Inside the network: what its blocks make of a noisy digit",
    parameters: [
      .digit(3), .step(300, "the step of the noisy digit"),
      Parameter(
        "block", .choice(GlyphBlock.allCases.map(\.rawValue)), standard: "down-16",
        "which block's channels are shown, by the way and the pixels"),
      Parameter("channels", .integer(1...32), standard: "11", "how many channels are shown"),
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let inside = GlyphInside(try settings.glyphDenoiser(schedule), schedule, settings, seed: seed)
    let block = GlyphBlock(rawValue: settings.choice("block")) ?? .down16
    let count = settings.integer("channels")
    return Outcome(
      settings: settings.effective(schedule, at: t), values: inside.featureValues(block, at: t),
      tables: [],
      frames: ChosenTimeline(schedule, chosen: t).frames { inside.features(block, count, at: $0) })
  }

  /// From where each place of the picture gathers what it is told.
  static let unetAttentionMaps = Figure(
    "attention", title: "Attention: from where a place gathers what it wants to know",
    parameters: [
      .digit(3), .step(300, "the step of the noisy digit"),
      Parameter(
        "size", .choice(["8", "4"]), standard: "8", "the places of a side: 8 on the way down, or 4"),
      Parameter("row", .integer(1...8), standard: "2", "the place that asks, from the top"),
      Parameter("column", .integer(1...8), standard: "3", "the place that asks, from the left"),
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let side = Int(settings.choice("size")) ?? 8
    for name in ["row", "column"] where settings.integer(name) > side {
      throw .unfit("\(name) is \(settings.integer(name)); give a whole number from 1 to \(side).")
    }
    let inside = GlyphInside(try settings.glyphDenoiser(schedule), schedule, settings, seed: seed)
    let place = (row: settings.integer("row") - 1, column: settings.integer("column") - 1)
    return Outcome(
      settings: settings.effective(schedule, at: t),
      values: inside.attentionValues(side, place, at: t), tables: [],
      frames: ChosenTimeline(schedule, chosen: t).frames { inside.attention(side, place, at: $0) })
  }
}

/// A block of the U-Net, in the order of the way through it.
enum GlyphBlock: String, CaseIterable, Sendable {
  case down16 = "down-16"
  case down8 = "down-8"
  case middle4 = "middle-4"
  case up8 = "up-8"
  case up16 = "up-16"
}

/// A noisy glyph, and a network that is looked into.
private struct GlyphInside: Sendable {
  private let denoiser: GlyphDenoiser
  private let schedule: Schedule
  private let clean: Images
  private let noise: Images

  init(_ denoiser: GlyphDenoiser, _ schedule: Schedule, _ settings: Settings, seed: UInt64) {
    (self.denoiser, self.schedule) = (denoiser, schedule)
    let number = 10 * (Int(seed % 1000) + 1) + settings.integer("label")
    clean = GlyphSet.fresh.glyphs([number]).images
    noise = .normal(0..<1, seed: seed, stream: 0)
  }

  private func noisy(at t: Int) -> Images { schedule.jump(clean, to: t, noise: noise) }

  private func look(at t: Int) -> GlyphLook { denoiser.look(at: noisy(at: t), t: t) }
}

extension GlyphInside {
  private func maps(_ block: GlyphBlock, at t: Int) -> GlyphLook.Maps {
    look(at: t).features[GlyphBlock.allCases.firstIndex(of: block) ?? 0]
  }

  func featureValues(_ block: GlyphBlock, at t: Int) -> [(name: String, value: Double)] {
    let maps = maps(block, at: t)
    return [("channels_in_all", Double(maps.channels.count)), ("pixels_a_side", Double(maps.side))]
  }

  /// The noisy glyph and some channels, each from its darkest to its lightest place.
  func features(_ block: GlyphBlock, _ count: Int, at t: Int) -> any Picture {
    let maps = maps(block, at: t)
    let channels = maps.channels.prefix(count).enumerated().map { number, channel in
      (image: channel.stretched(maps.side), caption: "\(number + 1)")
    }
    return ImagePicture(
      schedule.caption(at: t), [(noisy(at: t)[0].stretched(Glyph.side), "x")] + channels)
  }

  private func map(_ side: Int, _ place: (row: Int, column: Int), at t: Int) -> [Double] {
    let maps = look(at: t).attention.first { $0.side == side }
    return maps?.channels[place.row * side + place.column] ?? []
  }

  func attentionValues(
    _ side: Int, _ place: (row: Int, column: Int), at t: Int
  ) -> [(name: String, value: Double)] {
    let weights = map(side, place, at: t)
    let own = weights[place.row * side + place.column]
    return [
      ("weight_of_itself", own), ("largest_weight", weights.max() ?? 0),
      ("even_weight", 1 / Double(side * side)), ("sum_of_weights", weights.reduce(0, +)),
    ]
  }

  /// The noisy glyph, the place that asks, and the weights of all places.
  func attention(_ side: Int, _ place: (row: Int, column: Int), at t: Int) -> any Picture {
    var asking = [Double](repeating: 0, count: side * side)
    asking[place.row * side + place.column] = 1
    return ImagePicture(
      schedule.caption(at: t),
      [
        (clean[0], "x0"), (noisy(at: t)[0].stretched(Glyph.side), "x"),
        (asking.stretched(side), "asks"),
        (map(side, place, at: t).stretched(side), "answers"),
      ])
  }
}

extension [Double] {
  /// An image of `side` pixels as one of 16, from -1 at its darkest to 1 at its lightest.
  fileprivate func stretched(_ side: Int) -> [Double] {
    let (low, high) = (self.min() ?? 0, self.max() ?? 1)
    let scale = high > low ? 2 / (high - low) : 0
    let factor = Glyph.side / side
    return (0..<Glyph.side * Glyph.side).map { index in
      let (row, column) = (index / Glyph.side / factor, index % Glyph.side / factor)
      return (self[row * side + column] - low) * scale - 1
    }
  }
}
