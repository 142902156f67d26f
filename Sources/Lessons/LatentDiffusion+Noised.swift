import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// The same noise in pixels and in a latent.
  static let latentNoised = Figure(
    "noised", title: "A digit drowns: in pixels, and in its latent, which is decoded",
    parameters: [
      .digit(3), .step(300, "the step whose kept codes are told"),
      Parameter(
        "samples", .integer(1...500), standard: "100", "the digits whose kept codes are counted"),
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let show = NoisedLatents(
      try LatentNetworks(), schedule, label: settings.integer("label"),
      count: settings.integer("samples"), seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: show.values(at: t),
      tables: [show.table], frames: ChosenTimeline(schedule, chosen: t).frames(show.picture))
  }
}

/// Glyphs of one label with a noise for the pixels and one for the latent.
private struct NoisedLatents: Sendable {
  private let networks: LatentNetworks
  private let schedule: Schedule
  private let images: Images
  private let imageNoise: Images
  private let latents: Latents
  private let latentNoise: Latents

  init(
    _ networks: LatentNetworks, _ schedule: Schedule, label: Int, count: Int, seed: UInt64
  ) {
    (self.networks, self.schedule) = (networks, schedule)
    let first = Int(seed % 1000) * 1000
    images = GlyphSet.fresh.glyphs((0..<count).map { 10 * (first + $0) + label }).images
    latents = networks.scaledLatents(of: images)
    imageNoise = .normal(0..<count, seed: seed, stream: 0)
    latentNoise = .normal(0..<count, seed: seed, stream: 1)
  }

  private func noisy(at t: Int) -> Latents { schedule.jump(latents, to: t, noise: latentNoise) }

  private func codes(_ latents: Latents) -> [Int] {
    networks.autoencoder.codes(of: latents.scaled(by: networks.deviation))
  }

  /// Of all places, the share whose nearest code is the one that it was without noise.
  private func kept(at t: Int) -> Double {
    let (before, after) = (codes(latents), codes(noisy(at: t)))
    return Double(zip(before, after).count { $0 == $1 }) / Double(before.count)
  }

  func values(at t: Int) -> [(name: String, value: Double)] {
    [
      ("codes_kept", kept(at: t)), ("alpha_bar", schedule.alphaBar[t]),
      ("snr", schedule.signalToNoiseRatio(at: t)),
    ]
  }

  var table: Table {
    Table(
      "kept", columns: ["t", "codes_kept"],
      rows: Set([1] + StepTimeline(schedule).tenth).sorted().map { [Double($0), kept(at: $0)] })
  }

  func picture(_ t: Int) -> any Picture {
    let pixels = schedule.jump(images.part(0..<1), to: t, noise: imageNoise.part(0..<1))
    let latent = noisy(at: t).part(0..<1)
    return ImagePicture(
      schedule.caption(at: t),
      [
        (images[0], "x0"), (pixels[0], "noisy pixels"), (latent.mosaic(0), "noisy latent"),
        (networks.images(ofScaled: latent)[0], "decoded"),
      ])
  }
}
