import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// The numbers of latents, and what becomes of them in noise.
  static let latentNumbers = Figure(
    "numbers", title: "The numbers of 300 digits' latents on their way into noise",
    parameters: [
      Parameter(
        "scaled", .choice(["yes", "no"]), standard: "yes",
        "whether they are divided by their deviation first")
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let numbers = LatentNumbers(
      try LatentNetworks(), schedule, isScaled: settings.choice("scaled") == "yes", seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: numbers.values, frames: numbers.frames)
  }
}

/// Numbers of latents, and one noise for each.
private struct LatentNumbers: Sendable {
  private let schedule: Schedule
  private let latents: Latents
  private let noise: Latents
  private let deviation: Double
  private let raw: (mean: Double, deviation: Double)

  init(_ networks: LatentNetworks, _ schedule: Schedule, isScaled: Bool, seed: UInt64) {
    self.schedule = schedule
    let glyphs = GlyphSet.fresh.glyphs(Array(0..<300)).images
    let latents = networks.autoencoder.latents(of: glyphs)
    raw = latents.moments
    deviation = networks.deviation
    self.latents = isScaled ? latents.scaled(by: 1 / networks.deviation) : latents
    noise = .normal(0..<latents.count, seed: seed, stream: 0)
  }

  var values: [(name: String, value: Double)] {
    let (mean, deviation) = latents.moments
    return [
      ("latent_deviation", self.deviation), ("scaling_factor", 1 / self.deviation),
      ("deviation_here", raw.deviation), ("mean_shown", mean),
      ("variance_shown", deviation * deviation),
    ]
  }

  var frames: Frames {
    let steps = StepTimeline(schedule).steps
    let span = max(4, 1.2 * (latents.values.map(abs).max() ?? 4))
    return Frames(
      count: steps.count, label: { "t = \(steps[$0])" },
      picture: { frame in
        let t = steps[frame]
        let noisy = schedule.jump(latents, to: t, noise: noise)
        let places = (0...120).map { -span + 2 * span * Double($0) / 120 }
        return Histogram(
          schedule.caption(at: t), [Histogram.Sample("latent numbers", noisy.values)],
          curves: [
            LinePlot.Series(
              "standard normal", x: places, y: places.map(Gaussian.standard.density(at:)))
          ],
          bins: .count(80), x: Axis("h", range: -span...span), y: Axis(range: 0...1))
      })
  }
}
