import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// Digits out of noise, among pixels and among latents, side by side.
  static let latentSample = Figure(
    "sample", title: "Digits on their way out of noise: in pixels, and in a latent that is decoded",
    parameters: [.digit(3)] + Parameter.glyphSampling() + [
      .glyphGuidance(
        "how strongly the label counts beyond what the network says; lesson 12 explains it"),
      Parameter("samples", .integer(1...64), standard: "2", "how many digits each of both draws"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    let film = try LatentFilm(sampling, settings, watch)
    return Outcome(
      settings: sampling.effective(settings), values: film.values, tables: [film.table],
      frames: film.frames)
  }
}

/// Two clouds on their way, of pixels and of latents, and what the classifier takes them for.
private struct LatentFilm: Sendable {
  private let sampler: Sampler
  private let networks: LatentNetworks
  private let label: Int
  private let pixels: ReverseCloud<Images>
  private let latents: ReverseCloud<Latents>
  private let read: (pixels: [Int], latents: [Int])

  init(_ sampling: GlyphSampling, _ settings: Settings, _ watch: Watch) throws(FigureError) {
    let (sampler, seed) = (sampling.sampler, sampling.seed)
    let (label, weight) = (settings.integer("label"), settings.real("w"))
    let count = settings.integer("samples")
    networks = try LatentNetworks()
    (self.sampler, self.label) = (sampler, label)
    // Pixels take some ten times as long.
    pixels = try ReverseCloud(
      sampler, sampling.denoiser(label, w: weight),
      from: .normal(0..<count, seed: seed, stream: 0), seed: seed
    ) { taken throws(FigureError) in
      try watch.report(0.9 * Double(taken) / Double(sampler.steps.count))
    }
    latents = try ReverseCloud(
      sampler, networks.denoiser(sampler.schedule, label: label, weight: weight),
      from: .normal(0..<count, seed: seed, stream: 0), seed: seed
    ) { taken throws(FigureError) in
      try watch.report(0.9 + 0.1 * Double(taken) / Double(sampler.steps.count))
    }
    read = (
      GlyphReading(of: pixels.end, by: sampling.reader).labels,
      GlyphReading(of: networks.images(ofScaled: latents.end), by: sampling.reader).labels
    )
  }

  private func right(_ read: [Int]) -> Double {
    Double(read.count { $0 == label }) / Double(read.count)
  }

  var values: [(name: String, value: Double)] {
    [
      ("recognised_pixels", right(read.pixels)), ("recognised_latent", right(read.latents)),
      ("latent_deviation", networks.deviation),
    ]
  }

  var table: Table {
    Table(
      "samples", columns: ["sample", "label", "pixels_read_as", "latent_read_as"],
      rows: read.pixels.indices.map {
        [Double($0 + 1), Double(label), Double(read.pixels[$0]), Double(read.latents[$0])]
      })
  }

  /// Both clouds at each step, latents decoded, above what they are guessed to become.
  var frames: Frames {
    let timeline = ReverseTimeline([sampler])
    return Frames(
      count: timeline.steps.count, first: timeline.steps.count - 1,
      label: { "t = \(timeline.steps[$0])" },
      picture: { picture(at: timeline.steps[$0]) })
  }

  private func picture(at t: Int) -> any Picture {
    let taken = sampler.taken(at: t)
    let shown = 0..<min(2, read.pixels.count)
    let (image, latent) = (
      pixels.points(after: taken).part(shown), latents.points(after: taken).part(shown)
    )
    let decoded = networks.images(ofScaled: latent)
    let above =
      shown.map { (image[$0], caption("pixels", t, read.pixels[$0])) }
      + shown.map { (decoded[$0], caption("decoded", t, read.latents[$0])) }
    return ImagePicture(
      sampler.schedule.captionOnTheWayBack(at: t), above + below(taken, shown, latent))
  }

  private func caption(_ name: String, _ t: Int, _ read: Int) -> String {
    t > 0 ? name : "read: \(read)"
  }

  /// The guesses; at the end the images that came of the latents, and the latents themselves.
  private func below(
    _ taken: Int, _ shown: Range<Int>, _ latent: Latents
  ) -> [(image: [Double], caption: String)] {
    guard let image = pixels.moment(after: taken), let moment = latents.moment(after: taken) else {
      return shown.map { (pixels.end[$0], "256 numbers") }
        + shown.map { (latent.mosaic($0), "64 numbers") }
    }
    let guesses = networks.images(ofScaled: moment.predictedStarts.part(shown))
    return shown.map { (image.predictedStarts[$0], "guess") }
      + shown.map { (guesses[$0], "its guess") }
  }
}
