import Canvas
import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// A small network while it learns to answer with and without a label.
  static let classifierFreeLearning = Figure(
    "learning", title: "One network learns both answers, and guides itself",
    parameters: Parameter.data(.moons) + [
      .label, .guidance("1"), .dropping, .updates(2000),
    ] + Parameter.schedule + [.drawn]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let law = try settings.planeData()
    let label = try settings.label(of: law)
    var film = LabelledFilm(settings, law, schedule, label: label, seed: seed)
    while try film.advance(watch) { watch.show(film.outcome) }
    return film.outcome
  }
}

extension Parameter {
  /// How often a label is dropped in training.
  static let dropping = Parameter(
    "p_uncond", .real(.through(0, 1, step: 0.05)), standard: "0.2",
    "how often a label is dropped")
}

/// The training of one network for both answers, looked at from time to time.
private struct LabelledFilm: Sendable {
  private let settings: Settings
  private let schedule: Schedule
  private let law: any Distribution2D
  private let label: Int
  private let seed: UInt64
  private var training: LabelledTraining
  private var moments: [Moment] = []

  /// The network after some steps.
  private struct Moment: Sendable {
    let taken: Int
    let withLabel: NoiseQuality
    let withoutLabel: NoiseQuality
    let samples: Points2D
  }

  private static let looks = 25

  init(
    _ settings: Settings, _ law: any Distribution2D, _ schedule: Schedule, label: Int, seed: UInt64
  ) {
    (self.settings, self.law, self.schedule) = (settings, law, schedule)
    (self.label, self.seed) = (label, seed)
    training = LabelledTraining(
      on: law, schedule, dropping: settings.real("p_uncond"), steps: settings.integer("updates"),
      seed: seed)
  }

  /// Trains until there is something new to look at; false at the end.
  mutating func advance(_ watch: Watch) throws(FigureError) -> Bool {
    let all = settings.integer("updates")
    while !moments.isEmpty {
      guard training.next() != nil else { return false }
      if training.taken * Self.looks / all > (training.taken - 1) * Self.looks / all { break }
    }
    moments.append(
      Moment(
        taken: training.taken, withLabel: quality(label), withoutLabel: quality(nil),
        samples: samples(label, w: settings.real("w"))))
    try watch.report(Double(training.taken) / Double(all))
    return true
  }

  private func quality(_ label: Int?) -> NoiseQuality {
    NoiseQuality(
      of: training.denoiser(label: label), on: label.flatMap { law.restricted(to: $0) } ?? law,
      schedule, times: min(25, schedule.steps), draws: 20, seed: seed)
  }

  /// Samples by DDIM in few steps, from the same noise at every moment.
  private func samples(_ label: Int, w: Double) -> Points2D {
    let visited = Spacing.trailing.steps(min(25, schedule.steps), of: schedule.steps)
    let sampler = Sampler(schedule, visiting: visited, noise: .eta(0))
    let starts = Points2D.normal(0..<settings.integer("samples"), seed: seed, stream: 1 << 42)
    let denoiser = ClassifierFreeDenoiser(
      training.denoiser(label: label), training.denoiser(label: nil), w: w)
    return ReverseWalk(sampler, denoiser, from: starts, seed: seed).reduce(starts) { $1.next }
  }

  private func accuracy(_ points: Points2D, _ label: Int) -> Double {
    Double(law.labels(of: points).count { $0 == label }) / Double(points.count)
  }
}

// MARK: - Numbers and frames

extension LabelledFilm {
  var outcome: Outcome {
    Outcome(
      settings: settings.effective(schedule), values: values,
      tables: [table] + (training.taken == settings.integer("updates") ? [classes] : []),
      frames: frames)
  }

  private var values: [(name: String, value: Double)] {
    guard let last = moments.last else { return [] }
    return [
      ("loss_with_label", last.withLabel.loss), ("floor_with_label", last.withLabel.floor),
      ("loss_without_label", last.withoutLabel.loss),
      ("floor_without_label", last.withoutLabel.floor),
      ("label_accuracy", accuracy(last.samples, label)),
    ]
  }

  private var table: Table {
    Table(
      "training",
      columns: [
        "step", "loss_with_label", "floor_with_label", "loss_without_label", "floor_without_label",
      ],
      rows: moments.map {
        [
          Double($0.taken), $0.withLabel.loss, $0.withLabel.floor, $0.withoutLabel.loss,
          $0.withoutLabel.floor,
        ]
      })
  }

  /// For each class how the trained network draws it, without guidance and with.
  private var classes: Table {
    let (count, w) = (settings.integer("samples"), settings.real("w"))
    let rows = (0..<law.labelCount).compactMap { label -> [Double]? in
      guard let goal = law.restricted(to: label) else { return nil }
      let (plain, guided) = (samples(label, w: 0), samples(label, w: w))
      let data = goal.draw(count, seed: seed, stream: 1 << 44).points
      let floor = DistanceFloor(
        of: goal, count: count, seed: ~seed, distance: Wasserstein.sliced)
      return [
        Double(label), accuracy(plain, label), Wasserstein.sliced(plain, data), floor.mean,
        floor.standardDeviation, accuracy(guided, label),
      ]
    }
    return Table(
      "classes",
      columns: [
        "label", "accuracy_w_0", "sliced_wasserstein", "sliced_wasserstein_floor",
        "sliced_wasserstein_floor_sd", "accuracy_guided",
      ], rows: rows)
  }

  private var frames: Frames {
    let (moments, law, label) = (moments, law, label)
    let steps = Double(settings.integer("updates"))
    return Frames(
      count: moments.count, first: moments.count - 1, label: { "step \(moments[$0].taken)" },
      picture: { frame in
        let now = moments[frame]
        let samples = CloudLook(
          asking: label, labels: law.labels(of: now.samples), of: law
        ).scatter(now.samples)
        return Panels(
          "step \(now.taken)",
          [
            Panel("loss", Self.losses(moments[...frame], over: steps)),
            Panel("what it draws now", samples, importance: 1),
          ])
      })
  }

  /// The losses of both answers so far, over all steps to come, with their floors.
  private static func losses(_ past: ArraySlice<Moment>, over steps: Double) -> LinePlot {
    let x = past.map { Double($0.taken) }
    return LinePlot(
      series: [
        LinePlot.Series("with label", x: x, y: past.map(\.withLabel.loss)),
        LinePlot.Series("without", x: x, y: past.map(\.withoutLabel.loss)),
      ], x: Axis("step", range: 0...steps), y: Axis(range: 0...1.1),
      references: past.prefix(1).flatMap {
        [
          LinePlot.Reference($0.withLabel.floor, label: "floor"),
          LinePlot.Reference($0.withoutLabel.floor),
        ]
      })
  }
}
