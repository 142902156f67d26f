import Diffusion
import Figures
import Networks
import Plots
import Training

extension Figure {
  /// How good the samples are: recognised, different from each other, and not copied.
  static let unetRecognised = Figure(
    "recognised", title: "Of ten digits each: how many are recognised, and how much they differ",
    parameters: [
      .visited(25), .eta(), .spacing(.trailing),
      Parameter(
        "w", .real(.through(0, 10, step: 0.5)), standard: "0",
        "how strongly the label counts beyond what the network says"),
      Parameter("samples", .integer(2...200), standard: "4", "how many of each digit"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    let sampler = try Sampler(
      schedule, steps, settings.spacing, .eta(settings.real("eta")))
    let report = try GlyphReport(
      sampler, weight: settings.real("w"), count: settings.integer("samples"), seed: seed,
      watch: watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: report.values,
      tables: [report.table], frames: Frames(plot: report.picture))
  }
}

/// Samples of every digit beside as many drawn ones.
private struct GlyphReport: Sendable {
  private let rows: [Row]

  fileprivate struct Row: Sendable {
    let label: Int
    let first: [Double]
    let recognised: Double
    /// How much the samples differ in the classifier's features, beside drawn digits.
    let spread: Double
    let spreadOfData: Double
    let nearest: Double
  }

  init(
    _ sampler: Sampler, weight: Double, count: Int, seed: UInt64, watch: Watch
  ) throws(FigureError) {
    let (network, classifier) = (
      try TrainableModel.glyphs.learned(), try TrainableModel.classifier.learned()
    )
    let learned = try Settings.glyphSchedule()
    var rows: [Row] = []
    for label in Glyph.labels {
      let denoiser = GlyphDenoiser(
        network, sampler.schedule, label: label, weight: weight, learned: learned)
      let starts = Images.normal(0..<count, seed: seed, stream: UInt64(label) << 44)
      let cloud = try ReverseCloud(
        sampler, denoiser, from: starts, seed: seed &+ UInt64(label) << 32
      ) { taken throws(FigureError) in
        let part = Double(taken) / Double(sampler.steps.count)
        try watch.report((Double(label) + part) / Double(Glyph.labels.count))
      }
      rows.append(Row(label, cloud.end, classifier))
    }
    self.rows = rows
  }

  private func mean(_ part: KeyPath<Row, Double>) -> Double {
    rows.reduce(0) { $0 + $1[keyPath: part] } / Double(rows.count)
  }

  var values: [(name: String, value: Double)] {
    [
      ("recognised", mean(\.recognised)),
      ("diversity", mean(\.spread) / mean(\.spreadOfData)),
      ("distance_to_nearest_seen", mean(\.nearest)),
    ]
  }

  var table: Table {
    Table(
      "digits", columns: ["label", "recognised", "spread", "spread_of_data", "nearest_seen"],
      rows: rows.map {
        [Double($0.label), $0.recognised, $0.spread, $0.spreadOfData, $0.nearest]
      })
  }

  var picture: ImagePicture {
    ImagePicture(
      "one sample of each digit", rows.map { ($0.first, "\($0.label)") })
  }
}

extension GlyphReport.Row {
  /// What a classifier says of samples of a label, beside 400 drawn digits that nothing has seen.
  fileprivate init(_ label: Int, _ samples: Images, _ classifier: Parameters) {
    self.label = label
    first = samples[0]
    let reading = GlyphReading(of: samples, classifier)
    recognised =
      Double(reading.labels.count { $0 == label }) / Double(max(1, samples.count))
    spread = reading.spread
    let drawn = GlyphSet.fresh.glyphs((0..<400).map { 10 * $0 + label }).images
    spreadOfData = GlyphReading(of: drawn, classifier).spread
    let distances = GlyphSet.training.nearest(to: samples, label: label).map(\.distance)
    nearest = distances.reduce(0, +) / Double(max(1, distances.count))
  }
}
