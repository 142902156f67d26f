import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// How good the samples are: recognised, different from each other, and not copied.
  static let unetRecognised = Figure(
    "recognised", title: "Of ten digits each: how many are recognised, and how much they differ",
    parameters: Parameter.glyphSampling() + [
      .glyphGuidance("how strongly the label counts beyond what the network says"),
      .ofEachDigit(4),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    let w = settings.real("w")
    let digits = try sampling.digits(
      settings.integer("samples"), readBy: sampling.reader,
      by: { sampling.denoiser($0, w: w) }, report: watch.report)
    let report = GlyphReport(digits, byPen: DrawnDigits.byPen(400, reader: sampling.reader))
    return Outcome(
      settings: sampling.effective(settings), values: report.values, tables: [report.table],
      frames: Frames(plot: report.picture))
  }
}

/// Samples of every digit beside as many drawn ones.
private struct GlyphReport: Sendable {
  private let digits: [DrawnDigits]
  private let byPen: [DrawnDigits]
  /// How far the samples of each digit are from the nearest that was learned, in the mean.
  private let nearest: [Double]

  init(_ digits: [DrawnDigits], byPen: [DrawnDigits]) {
    (self.digits, self.byPen) = (digits, byPen)
    nearest = digits.map { drawn in
      let distances = GlyphSet.training.nearest(to: drawn.images, label: drawn.label)
        .map(\.distance)
      return distances.reduce(0, +) / Double(distances.count)
    }
  }

  var values: [(name: String, value: Double)] {
    [
      ("recognised", digits.mean(\.recognised)),
      ("diversity", digits.diversity(beside: byPen)),
      ("distance_to_nearest_seen", nearest.reduce(0, +) / Double(nearest.count)),
    ]
  }

  var table: Table {
    Table(
      "digits", columns: ["label", "recognised", "spread", "spread_of_data", "nearest_seen"],
      rows: digits.indices.map {
        [
          Double(digits[$0].label), digits[$0].recognised, digits[$0].spread, byPen[$0].spread,
          nearest[$0],
        ]
      })
  }

  var picture: ImagePicture {
    ImagePicture("one sample of each digit", digits.map { ($0.images[0], "\($0.label)") })
  }
}
