import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// Glyphs there and back, and what is lost on the way.
  static let latentReconstruct = Figure(
    "reconstruct", title: "Digits written down in 64 numbers, and brought back",
    parameters: [
      Parameter(
        "quantise", .choice(["yes", "no"]), standard: "yes",
        "whether the nearest code stands for each place's numbers"),
      Parameter(
        "samples", .integer(10...2000), standard: "200",
        "the digits, never seen by any network, that the error is measured on"),
      Parameter(
        "label", .choice(["all"] + Glyph.labels.map(String.init)), standard: "all",
        "show one digit in many hands, or all of them"),
    ]
  ) { settings, seed throws(FigureError) in
    let trip = try RoundTrip(settings, seed: seed)
    return Outcome(
      settings: settings, values: trip.values, tables: [trip.table], frames: trip.frames)
  }
}

/// Glyphs and what comes back of them.
private struct RoundTrip: Sendable {
  private let labels: [Int]
  private let quality: AutoencoderQuality
  private let latents: Latents
  /// The digits that the classifier takes glyphs and reconstructions for.
  private let read: (glyphs: [Int], back: [Int])
  /// The places of the glyphs that are shown.
  private let shown: [Int]

  init(_ settings: Settings, seed: UInt64) throws(FigureError) {
    let autoencoder = try GlyphAutoencoder.learned()
    let classifier = try TrainableModel.classifier.learned()
    let first = Int(seed % 1000) * 10_000
    let (images, labels) = GlyphSet.fresh.glyphs(
      (0..<settings.integer("samples")).map { first + $0 })
    self.labels = labels
    quality = AutoencoderQuality(
      autoencoder, on: images, isQuantising: settings.choice("quantise") == "yes")
    let latents = autoencoder.latents(of: images)
    self.latents = latents.scaled(by: 1 / latents.moments.deviation)
    read = (
      GlyphReading(of: images, classifier).labels,
      GlyphReading(of: quality.reconstructions, classifier).labels
    )
    let wanted = Int(settings.choice("label"))
    shown = Array(labels.indices.filter { labels[$0] == wanted ?? labels[$0] }.prefix(10))
  }

  private func recognised(_ read: [Int]) -> Double {
    Double(zip(read, labels).count { $0 == $1 }) / Double(labels.count)
  }

  var values: [(name: String, value: Double)] {
    [
      ("mean_squared_error", quality.meanSquaredError), ("pixel_variance", quality.pixelVariance),
      ("error_share", quality.errorShare), ("recognised", recognised(read.back)),
      ("recognised_before", recognised(read.glyphs)),
    ]
  }

  var table: Table {
    Table(
      "digits", columns: ["label", "error_share", "recognised"],
      rows: Glyph.labels.map { label in
        let places = labels.indices.filter { labels[$0] == label }
        let error = places.reduce(0) { $0 + squaredError($1) } / Double(places.count)
        let right = places.count { read.back[$0] == label }
        return [
          Double(label), error / quality.pixelVariance, Double(right) / Double(places.count),
        ]
      })
  }

  /// The mean squared error of one glyph's pixels.
  private func squaredError(_ index: Int) -> Double {
    zip(quality.glyphs[index], quality.reconstructions[index])
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(Images.pixels)
  }

  var frames: Frames {
    Frames(
      count: shown.count, label: { "digit \(labels[shown[$0]])" },
      picture: { frame in
        let index = shown[frame]
        let (before, after) = (quality.glyphs[index], quality.reconstructions[index])
        return ImagePicture(
          "a \(labels[index]), read as \(read.back[index])",
          [
            (before, "glyph"), (latents.mosaic(index), "latent"), (after, "back"),
            (zip(before, after).map { 2 * abs($1 - $0) - 1 }, "difference"),
          ])
      })
  }
}
