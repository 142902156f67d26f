import Canvas
import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// Small U-Nets that learn without one part each, while the reader watches.
  static let unetWithout = Figure(
    "without", title: "Small U-Nets that learn side by side, each without one part",
    parameters: [
      Parameter(
        "updates", .integer(10...5000), standard: "120", "how many steps of training each takes"),
      Parameter(
        "rate", .real(.between(0, 1)), standard: "0.004", "the rate of learning, at its highest"),
      Parameter("batch", .integer(1...64), standard: "16", "the digits of each step"),
      Parameter(
        "show", .choice(["loss", "guess"]), standard: "loss",
        "their losses, or what each takes a noisy digit for"),
      .digit(3), .step(300, "the step of the noisy digit"),
    ]
  ) { settings, seed, watch throws(FigureError) in
    var film = try AblationFilm(settings, seed: seed)
    while try film.advance(watch) { watch.show(film.outcome) }
    return film.outcome
  }
}

/// Trainings side by side, looked at from time to time.
private struct AblationFilm: Sendable {
  private let settings: Settings
  private let schedule: Schedule
  /// The step of the noisy digit.
  private let t: Int
  private let clean: Images
  private let noisy: Images
  private var training: GlyphAblation
  private var moments: [Moment] = []

  private struct Moment: Sendable {
    let taken: Int
    /// One a network, as the guesses are.
    let losses: [Double]
    let guesses: [Images]
  }

  private static let lacks: [GlyphLoss.Loss] = [
    .nothing, .outerSkip, .innerSkip, .attention, .time,
  ]

  init(_ settings: Settings, seed: UInt64) throws(FigureError) {
    self.settings = settings
    schedule = try Settings.glyphSchedule()
    t = try settings.step(of: schedule)
    clean =
      GlyphSet.fresh.glyphs([
        Glyph.labels.count * (Int(seed % 1000) + 1) + settings.integer("label")
      ]).images
    noisy = schedule.jump(clean, to: t, noise: .normal(0..<1, seed: seed, stream: 0))
    do throws(ScheduleError) {
      training = try GlyphAblation(
        Self.lacks, steps: settings.integer("updates"), batch: settings.integer("batch"),
        rate: settings.real("rate"), seed: seed)
    } catch {
      throw .unfit(error.description)
    }
  }

  /// Trains until there is something new to look at; false at the end.
  mutating func advance(_ watch: Watch) throws(FigureError) -> Bool {
    let (all, looks) = (settings.integer("updates"), min(30, settings.integer("updates")))
    var taken = 0
    while !moments.isEmpty {
      guard let number = training.next() else { return false }
      taken = number
      try watch.report(Double(number) / Double(all))
      if number * looks / all > (number - 1) * looks / all { break }
    }
    moments.append(moment(after: taken))
    return true
  }

  private func moment(after taken: Int) -> Moment {
    let guesses =
      settings.choice("show") == "guess"
      ? training.denoisers(label: settings.integer("label")).map {
        schedule.starts(of: noisy, noise: $0.noise(in: noisy, at: t), at: t)
      } : []
    return Moment(taken: taken, losses: training.losses, guesses: guesses)
  }
}

// MARK: - Numbers and frames

extension AblationFilm {
  var outcome: Outcome {
    Outcome(
      settings: settings, values: values, tables: [table], frames: frames)
  }

  private var values: [(name: String, value: Double)] {
    guard let last = moments.last else { return [] }
    return zip(Self.lacks, last.losses).map { ("loss_" + $0.column, $1) }
      + [("parameters", Double(training.size))]
  }

  private var table: Table {
    Table(
      "training", columns: ["step"] + Self.lacks.map(\.column),
      rows: moments.map { [Double($0.taken)] + $0.losses })
  }

  private var frames: Frames {
    Frames(
      count: moments.count, first: moments.count - 1, label: { "step \(moments[$0].taken)" },
      picture: { frame in
        settings.choice("show") == "loss" ? curves(frame) : images(moments[frame])
      })
  }

  /// The losses so far, over all steps to come.
  private func curves(_ frame: Int) -> any Picture {
    let past = moments[...frame]
    let steps = past.map { Double($0.taken) }
    return LinePlot(
      "step \(moments[frame].taken): loss on digits that none has seen",
      series: Self.lacks.indices.map { index in
        LinePlot.Series(Self.lacks[index].short, x: steps, y: past.map { $0.losses[index] })
      },
      x: Axis("step", range: 0...Double(settings.integer("updates"))),
      y: Axis(scale: .log10, range: 0.02...1.2))
  }

  private func images(_ moment: Moment) -> any Picture {
    ImagePicture(
      "step \(moment.taken): what each takes a noisy digit for",
      [(clean[0], "x0"), (noisy[0], "x")]
        + zip(Self.lacks, moment.guesses).map { ($1[0], $0.short) })
  }
}

extension GlyphLoss.Loss {
  /// A name that fits under a small picture.
  var short: String {
    switch self {
    case .nothing: "whole"
    case .outerSkip: "no 16"
    case .innerSkip: "no 8"
    case .attention: "no attn"
    case .time: "no clock"
    case .label: "no label"
    }
  }

  fileprivate var column: String {
    self == .nothing ? "whole" : "without_" + rawValue.replacing("-", with: "_")
  }
}
