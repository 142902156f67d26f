import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// The digits that the network learns, and what becomes of them in noise.
  static let glyphs = Figure(
    "glyphs", title: "Digits, each drawn anew, on their way into noise",
    parameters: [
      Parameter(
        "label", .choice(["all"] + Glyph.labels.map(String.init)), standard: "all",
        "one digit in many hands, or all of them"),
      Parameter("samples", .integer(1...30), standard: "10", "how many are drawn"),
    ] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let show = GlyphShow(settings, schedule, seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: show.values, tables: [],
      frames: show.frames)
  }
}

/// Some glyphs, and one noise for each.
private struct GlyphShow: Sendable {
  private let schedule: Schedule
  private let images: Images
  private let labels: [Int]
  private let noise: Images

  init(_ settings: Settings, _ schedule: Schedule, seed: UInt64) {
    self.schedule = schedule
    let count = settings.integer("samples")
    labels = (0..<count).map { Int(settings.choice("label")) ?? $0 % Glyph.labels.count }
    var generator = CounterGenerator(seed: seed, stream: 1 << 43)
    images = Images(labels.flatMap { Glyph.drawn($0, using: &generator) })
    noise = .normal(0..<count, seed: seed, stream: 0)
  }

  var values: [(name: String, value: Double)] {
    let pixels = images.values
    let mean = pixels.reduce(0, +) / Double(pixels.count)
    let square = pixels.reduce(0) { $0 + $1 * $1 } / Double(pixels.count)
    return [("pixel_mean", mean), ("pixel_variance", square - mean * mean)]
  }

  var frames: Frames {
    let steps = StepTimeline(schedule).steps
    return Frames(
      count: steps.count, label: { "t = \(steps[$0])" },
      picture: { frame in
        let t = steps[frame]
        let noisy = schedule.jump(images, to: t, noise: noise)
        return ImagePicture(
          schedule.caption(at: t),
          labels.indices.map { (noisy[$0], "\(labels[$0])") })
      })
  }
}
