import Canvas
import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// Digits on their way from noise, by DDIM and the trained U-Net.
  static let unetSample = Figure(
    "sample", title: "Digits on their way out of noise, by a small U-Net",
    parameters: [.digit(3)] + Parameter.glyphSampling() + [
      .glyphGuidance(
        "how strongly the label counts beyond what the network says; lesson 12 explains it"),
      Parameter("samples", .integer(1...64), standard: "4", "how many digits are drawn"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    let film = try GlyphFilm(
      sampling, label: settings.integer("label"), w: settings.real("w"),
      count: settings.integer("samples"), watch: watch)
    return Outcome(
      settings: sampling.effective(settings), values: film.values, tables: [film.table],
      frames: film.frames)
  }
}

/// Images on their way, what they were taken for, and what they are nearest to.
private struct GlyphFilm: Sendable {
  private let sampler: Sampler
  private let label: Int
  private let cloud: ReverseCloud<Images>
  private let read: [Int]
  private let nearest: [(number: Int, distance: Double)]

  init(
    _ sampling: GlyphSampling, label: Int, w: Double, count: Int, watch: Watch
  ) throws(FigureError) {
    let (sampler, seed) = (sampling.sampler, sampling.seed)
    (self.sampler, self.label) = (sampler, label)
    cloud = try ReverseCloud(
      sampler, sampling.denoiser(label, w: w),
      from: .normal(0..<count, seed: seed, stream: 0), seed: seed
    ) { taken throws(FigureError) in
      try watch.report(Double(taken) / Double(sampler.steps.count))
    }
    read = GlyphReading(of: cloud.end, by: sampling.reader).labels
    nearest = GlyphSet.training.nearest(to: cloud.end, label: label)
  }

  var values: [(name: String, value: Double)] {
    let right = read.count { $0 == label }
    let distances = nearest.map(\.distance)
    return [
      ("recognised", Double(right) / Double(read.count)),
      ("distance_to_nearest_seen", distances.reduce(0, +) / Double(distances.count)),
    ]
  }

  var table: Table {
    Table(
      "samples", columns: ["sample", "label", "read_as", "nearest_seen", "distance"],
      rows: read.indices.map {
        [
          Double($0 + 1), Double(label), Double(read[$0]), Double(nearest[$0].number),
          nearest[$0].distance,
        ]
      })
  }

  /// The images at each step above what the network takes them for; at the end above the digits of
  /// the training that they are nearest to.
  var frames: Frames {
    let timeline = ReverseTimeline([sampler])
    return Frames(
      count: timeline.steps.count, first: timeline.steps.count - 1,
      label: { "t = \(timeline.steps[$0])" },
      picture: { frame in
        let t = timeline.steps[frame]
        let taken = sampler.taken(at: t)
        let now = cloud.points(after: taken)
        let shown = 0..<min(4, now.count)
        let above = shown.map { (now[$0], caption(t, $0)) }
        return ImagePicture(
          sampler.schedule.captionOnTheWayBack(at: t), above + below(taken, shown))
      })
  }

  private func caption(_ t: Int, _ index: Int) -> String {
    t > 0 ? "x" : "read: \(read[index])"
  }

  private func below(_ taken: Int, _ shown: Range<Int>) -> [(image: [Double], caption: String)] {
    if let moment = cloud.moment(after: taken) {
      let guesses = moment.predictedStarts
      return shown.map { (guesses[$0], "guess") }
    }
    return shown.map { (GlyphSet.training.glyph(nearest[$0].number), "seen") }
  }
}
