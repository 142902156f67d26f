import Canvas
import Diffusion
import Figures
import Plots
import Training

extension Figure {
  /// Digits on their way from noise, by DDIM and the trained U-Net.
  static let unetSample = Figure(
    "sample", title: "Digits on their way out of noise, by a small U-Net",
    parameters: [
      .digit(3), .visited(25), .eta(), .spacing(.trailing),
      Parameter(
        "w", .real(.through(0, 10, step: 0.5)), standard: "0",
        "how strongly the label counts beyond what the network says; lesson 12 explains it"),
      Parameter("samples", .integer(1...64), standard: "4", "how many digits are drawn"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    let sampler = try Sampler(
      schedule, steps, settings.spacing, .eta(settings.real("eta")))
    let denoiser = try settings.glyphDenoiser(schedule, weight: settings.real("w"))
    let film = try GlyphFilm(
      sampler, denoiser, label: settings.integer("label"), count: settings.integer("samples"),
      seed: seed, watch: watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: film.values,
      tables: [film.table], frames: film.frames)
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
    _ sampler: Sampler, _ denoiser: GlyphDenoiser, label: Int, count: Int, seed: UInt64,
    watch: Watch
  ) throws(FigureError) {
    (self.sampler, self.label) = (sampler, label)
    cloud = try ReverseCloud(
      sampler, denoiser, from: .normal(0..<count, seed: seed, stream: 0), seed: seed
    ) { taken throws(FigureError) in
      try watch.report(Double(taken) / Double(sampler.steps.count))
    }
    read = GlyphReading(of: cloud.end, try TrainableModel.classifier.learned()).labels
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
