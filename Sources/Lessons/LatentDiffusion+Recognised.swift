import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// How good the samples of both are, from the same number of steps.
  static let latentRecognised = Figure(
    "recognised",
    title: "Of ten digits each: how many are recognised, out of pixels and of latents",
    parameters: [
      .visited(25), .eta(), .spacing(.trailing), .glyphWeight,
      Parameter("samples", .integer(2...200), standard: "4", "how many of each digit"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    let sampler = try Sampler(schedule, steps, settings.spacing, .eta(settings.real("eta")))
    let report = try LatentReport(sampler, settings, seed: seed, watch: watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: report.values,
      tables: [report.table], frames: Frames(plot: report.picture))
  }
}

/// Samples of every digit, of both kinds, beside drawn ones.
private struct LatentReport: Sendable {
  private var pixels: [Row] = []
  private var latents: [Row] = []
  private var drawn: [Double] = []

  private struct Row: Sendable {
    let first: [Double]
    let recognised: Double
    /// How much the samples differ in the classifier's features.
    let spread: Double
  }

  init(
    _ sampler: Sampler, _ settings: Settings, seed: UInt64, watch: Watch
  ) throws(FigureError) {
    let networks = try LatentNetworks()
    let unet = try TrainableModel.glyphs.learned()
    let learned = try Settings.glyphSchedule()
    let weight = settings.real("w")
    for label in Glyph.labels {
      let part = Double(label) / Double(Glyph.labels.count)
      let images = try Self.end(
        sampler,
        GlyphDenoiser(unet, sampler.schedule, label: label, weight: weight, learned: learned),
        settings, label, seed, watch, (part, part + 0.09))
      let found = try Self.end(
        sampler, networks.denoiser(sampler.schedule, label: label, weight: weight), settings,
        label, seed, watch, (part + 0.09, part + 0.1))
      pixels.append(try Self.row(label, images))
      latents.append(try Self.row(label, networks.images(ofScaled: found)))
      let fresh = GlyphSet.fresh.glyphs((0..<400).map { 10 * $0 + label }).images
      drawn.append(try Self.row(label, fresh).spread)
    }
  }

  /// Samples of a label; the first of each kind start from the same draws, as far as they go.
  private static func end<Numbers: Pictures>(
    _ sampler: Sampler, _ denoiser: some Denoiser<Numbers>, _ settings: Settings, _ label: Int,
    _ seed: UInt64, _ watch: Watch, _ span: (from: Double, to: Double)
  ) throws(FigureError) -> Numbers {
    let starts = Numbers.normal(
      0..<settings.integer("samples"), seed: seed, stream: UInt64(label) << 44)
    return try ReverseCloud(
      sampler, denoiser, from: starts, seed: seed &+ UInt64(label) << 32
    ) { taken throws(FigureError) in
      let share = Double(taken) / Double(sampler.steps.count)
      try watch.report(span.from + share * (span.to - span.from))
    }.end
  }

  private static func row(_ label: Int, _ images: Images) throws(FigureError) -> Row {
    let reading = GlyphReading(of: images, try TrainableModel.classifier.learned())
    let right = reading.labels.count { $0 == label }
    return Row(
      first: images[0], recognised: Double(right) / Double(images.count), spread: reading.spread)
  }

  private func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(max(1, numbers.count))
  }

  var values: [(name: String, value: Double)] {
    [
      ("recognised_pixels", mean(pixels.map(\.recognised))),
      ("recognised_latent", mean(latents.map(\.recognised))),
      ("diversity_pixels", mean(pixels.map(\.spread)) / mean(drawn)),
      ("diversity_latent", mean(latents.map(\.spread)) / mean(drawn)),
    ]
  }

  var table: Table {
    Table(
      "digits", columns: ["label", "recognised_pixels", "recognised_latent"],
      rows: Glyph.labels.map {
        [Double($0), pixels[$0].recognised, latents[$0].recognised]
      })
  }

  var picture: ImagePicture {
    ImagePicture(
      "one sample of each digit, out of its latent",
      latents.enumerated().map { ($1.first, "\($0)") })
  }
}
