import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// How good the samples of both are, from the same number of steps.
  static let latentRecognised = Figure(
    "recognised",
    title: "Of ten digits each: how many are recognised, out of pixels and of latents",
    parameters: Parameter.glyphSampling() + [
      .glyphGuidance(
        "how strongly the label counts beyond what the network says; lesson 12 explains it"),
      .ofEachDigit(4),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    let report = try LatentReport(sampling, settings, watch)
    return Outcome(
      settings: sampling.effective(settings), values: report.values, tables: [report.table],
      frames: Frames(plot: report.picture))
  }
}

/// Samples of every digit, of both kinds, beside drawn ones.
private struct LatentReport: Sendable {
  private let pixels: [DrawnDigits]
  private let latents: [DrawnDigits]
  private let byPen: [DrawnDigits]

  init(_ sampling: GlyphSampling, _ settings: Settings, _ watch: Watch) throws(FigureError) {
    let networks = try LatentNetworks()
    let (count, w, reader) = (settings.integer("samples"), settings.real("w"), sampling.reader)
    // Pixels take some ten times as long.
    pixels = try sampling.digits(
      count, readBy: reader, by: { sampling.denoiser($0, w: w) }
    ) { share throws(FigureError) in try watch.report(0.9 * share) }
    let ends: [Latents] = try sampling.ends(
      count, by: { networks.denoiser(sampling.schedule, label: $0, weight: w) }
    ) { share throws(FigureError) in try watch.report(0.9 + 0.1 * share) }
    latents = zip(Glyph.labels, ends).map {
      DrawnDigits($0, networks.images(ofScaled: $1), reader: reader)
    }
    byPen = DrawnDigits.byPen(400, reader: reader)
  }

  var values: [(name: String, value: Double)] {
    [
      ("recognised_pixels", pixels.mean(\.recognised)),
      ("recognised_latent", latents.mean(\.recognised)),
      ("diversity_pixels", pixels.diversity(beside: byPen)),
      ("diversity_latent", latents.diversity(beside: byPen)),
    ]
  }

  var table: Table {
    Table(
      "digits", columns: ["label", "recognised_pixels", "recognised_latent"],
      rows: zip(pixels, latents).map {
        [Double($0.label), $0.recognised, $1.recognised]
      })
  }

  var picture: ImagePicture {
    ImagePicture(
      "one sample of each digit, out of its latent",
      latents.map { ($0.images[0], "\($0.label)") })
  }
}
