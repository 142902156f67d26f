import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule
import Training

extension Figure {
  /// A small network while it learns to find the noise.
  static let learning = Figure(
    "learning", title: "A network learns to find the noise: its loss, and what it would draw",
    parameters: Parameter.data(.moons) + [
      Parameter(
        "updates", .integer(10...20_000), standard: "2000", "how many steps of training it takes"),
      Parameter(
        "rate", .real(.between(0, 1)), standard: "0.002", "the rate of learning, at its highest"),
      Parameter("batch", .integer(1...1024), standard: "128", "the points of each step"),
      Parameter(
        "show", .choice(["samples", "error"]), standard: "samples",
        "beside the loss: what it would draw, or where it is off at t"),
      .step(150, "the step at which the error is shown"),
    ] + Parameter.schedule + [
      Parameter("samples", .integer(2...5000), standard: "500", "how many points it draws")
    ]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    var film = LearningFilm(settings, try settings.planeData(), schedule, at: t, seed: seed)
    while try film.advance(watch) { watch.show(film.outcome) }
    return film.outcome
  }
}

/// A training, looked at from time to time.
private struct LearningFilm: Sendable {
  private let settings: Settings
  private let law: any Distribution2D
  private let schedule: Schedule
  private let map: ErrorMap
  private let mapStep: Int
  private let showsError: Bool
  private let seed: UInt64
  private var training: NoiseTraining
  private var moments: [Moment] = []

  /// The network after some steps.
  private struct Moment: Sendable {
    let taken: Int
    /// That of the step before; 0 at the first.
    let rate: Double
    /// The mean loss of the batches since the moment before; not a number at the first.
    let batches: Double
    let quality: NoiseQuality
    let samples: Points2D
    let errors: [Double]
  }

  /// How often it is looked at: after every twentieth step, so that a long training moves as
  /// smoothly as a short one, but a hundred times at least and a thousand at most.
  private var looks: Int { min(max(100, training.plan.steps / 20), 1000) }

  /// A training of a network smaller than those that come with the program, so that it learns
  /// while you wait.
  init(
    _ settings: Settings, _ law: any Distribution2D, _ schedule: Schedule, at t: Int, seed: UInt64
  ) {
    (self.settings, self.law, self.schedule) = (settings, law, schedule)
    (mapStep, self.seed) = (t, seed)
    map = ErrorMap(law, schedule, at: t, over: CloudLook(labels: [], of: law).range.middle)
    showsError = settings.choice("show") == "error"
    training = NoiseTraining(
      NoiseNetwork(width: 64, blocks: 2, seed: seed), on: law, schedule,
      plan: TrainingPlan(
        steps: settings.integer("updates"), batch: settings.integer("batch"),
        rate: settings.real("rate"), seed: seed))
  }

  /// Trains until there is something new to look at; false at the end.
  mutating func advance(_ watch: Watch) throws(FigureError) -> Bool {
    let all = training.plan.steps
    var (losses, rate) = ([Double](), 0.0)
    while training.taken > 0 || !moments.isEmpty {
      guard let step = training.next() else { return false }
      losses.append(step.loss)
      rate = step.rate
      if step.number * looks / all > (step.number - 1) * looks / all { break }
    }
    moments.append(moment(losses, rate))
    try watch.report(Double(training.taken) / Double(all))
    return true
  }

  private func moment(_ losses: [Double], _ rate: Double) -> Moment {
    let denoiser = training.denoiser
    return Moment(
      taken: training.taken, rate: rate,
      batches: losses.isEmpty ? .nan : losses.reduce(0, +) / Double(losses.count),
      quality: NoiseQuality(
        of: denoiser, on: training.data, schedule, times: min(50, schedule.steps), draws: 20,
        seed: seed),
      samples: showsError ? Points2D(xs: [], ys: []) : samples(denoiser),
      errors: showsError ? map.lengths(denoiser) : [])
  }

  /// Samples by DDIM in few steps, from the same noise at every moment.
  private func samples(_ denoiser: TrainedDenoiser) -> Points2D {
    let visited = Spacing.trailing.steps(min(25, schedule.steps), of: schedule.steps)
    let sampler = Sampler(schedule, visiting: visited, noise: .eta(0))
    var generator = CounterGenerator(seed: seed, stream: 1 << 42)
    return ReverseWalk(
      sampler, denoiser, from: generator.normalPoints(settings.integer("samples")), seed: seed
    ).reduce(Points2D(xs: [], ys: [])) { $1.next }
  }
}

// MARK: - Numbers and frames

extension LearningFilm {
  var outcome: Outcome {
    Outcome(
      settings: settings.effective(schedule, at: mapStep), values: values, tables: [table],
      frames: frames)
  }

  private var values: [(name: String, value: Double)] {
    guard let last = moments.last else { return [] }
    return [
      ("loss", last.quality.loss), ("loss_floor", last.quality.floor),
      ("excess_share", last.quality.share), ("parameters", Double(training.network.size)),
    ]
  }

  private var table: Table {
    Table(
      "training", columns: ["step", "batch_loss", "loss", "loss_floor", "rate"],
      rows: moments.map {
        [Double($0.taken), $0.batches, $0.quality.loss, $0.quality.floor, $0.rate]
      })
  }

  private var frames: Frames {
    Frames(
      count: moments.count, first: moments.count - 1, label: { "step \(moments[$0].taken)" },
      picture: { frame in
        let now = moments[frame]
        let panels = [
          Panel("loss, at rate \(now.rate.short(significant: 2))", lossCurve(frame)),
          showsError
            ? Panel("off at t = \(mapStep)", map.picture(of: now.errors), importance: 1)
            : Panel("what it draws now", scatter(now.samples), importance: 1),
        ]
        let share = (100 * now.quality.share).short(significant: 3)
        return Panels("step \(now.taken): \(share) % above the floor", panels)
      })
  }

  private func scatter(_ samples: Points2D) -> Scatter {
    CloudLook(labels: law.labels(of: samples), of: law).scatter(samples)
  }

  /// The loss so far, over all steps to come.
  private func lossCurve(_ frame: Int) -> LinePlot {
    let past = moments[...frame]
    let steps = past.map { Double($0.taken) }
    let floor = moments[0].quality.floor
    return LinePlot(
      series: [LinePlot.Series("loss", x: steps, y: past.map(\.quality.loss))],
      x: Axis("step", range: 0...Double(training.plan.steps)),
      y: Axis(range: 0...1.1),
      references: [LinePlot.Reference(floor, label: "floor \(floor.short(significant: 3))")])
  }
}
