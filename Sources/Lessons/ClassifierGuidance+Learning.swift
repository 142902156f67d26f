import Canvas
import Diffusion
import Figures
import Plots
import Probability
import Training

extension Figure {
  /// A small classifier while it learns noisy points.
  static let classifierLearning = Figure(
    "learning", title: "A classifier learns noisy points: its slope beside the exact one",
    parameters: Parameter.data(.moons) + [
      .label, .updates(600), .step(200, "the step whose slopes are shown"),
      .guidanceScale("1"),
    ] + Parameter.schedule + [.drawn]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let law = try settings.planeData()
    let label = try settings.label(of: law)
    var film = ClassifierFilm(settings, law, schedule, label: label, at: t, seed: seed)
    while try film.advance(watch) { watch.show(film.outcome) }
    return film.outcome
  }
}

extension Parameter {
  /// How long a small network learns.
  static func updates(_ standard: Int) -> Parameter {
    Parameter(
      "updates", .integer(10...20_000), standard: "\(standard)",
      "how many steps of training it takes")
  }

  static let drawn = Parameter(
    "samples", .integer(2...5000), standard: "500", "how many points it draws")
}

/// The training of a classifier, looked at from time to time.
private struct ClassifierFilm: Sendable {
  private let settings: Settings
  private let schedule: Schedule
  private let law: any Distribution2D
  private let label: Int
  private let t: Int
  private let seed: UInt64
  private let range: ClosedRange<Double>
  /// Noisy points of all classes at t, at which slopes are compared.
  private let seen: Points2D
  private let places: [ArrowField.Arrow]
  private var training: NoisyClassifierTraining
  private var moments: [Moment] = []

  /// The classifier after some steps.
  private struct Moment: Sendable {
    let taken: Int
    /// The mean surprise of the batches since the moment before; not a number at the first.
    let surprise: Double
    /// The length of the slopes' errors, by the length of the exact ones.
    let slopeError: Double
    let arrows: [ArrowField.Arrow]
    let samples: Points2D
  }

  private static let looks = 20

  init(
    _ settings: Settings, _ law: any Distribution2D, _ schedule: Schedule, label: Int, at t: Int,
    seed: UInt64
  ) {
    (self.settings, self.law, self.schedule) = (settings, law, schedule)
    (self.label, self.t, self.seed) = (label, t, seed)
    let range = CloudLook(labels: [], of: law).range.middle
    self.range = range
    let noisy = schedule.diffused(law, to: t)
    seen = noisy.draw(400, seed: seed, stream: 1 << 43).points
    places = ArrowField.sampled(columns: 11, rows: 9, x: range, y: range) { _, _ in (0, 0) }
    training = NoisyClassifierTraining(
      on: law, schedule, steps: settings.integer("updates"), seed: seed)
  }

  /// Trains until there is something new to look at; false at the end.
  mutating func advance(_ watch: Watch) throws(FigureError) -> Bool {
    let all = settings.integer("updates")
    var surprises: [Double] = []
    while !moments.isEmpty {
      guard let surprise = training.next() else { return false }
      surprises.append(surprise)
      if training.taken * Self.looks / all > (training.taken - 1) * Self.looks / all { break }
    }
    moments.append(moment(surprises))
    try watch.report(Double(training.taken) / Double(all))
    return true
  }

  private func moment(_ surprises: [Double]) -> Moment {
    let classifier = training.classifier(label: label)
    let right = exact.gradient(in: seen, at: t)
    let apart = classifier.gradient(in: seen, at: t).combined(1, with: right, -1)
    return Moment(
      taken: training.taken,
      surprise: surprises.isEmpty ? .nan : surprises.reduce(0, +) / Double(surprises.count),
      slopeError: apart.rootMeanSquare / right.rootMeanSquare, arrows: arrows(classifier),
      samples: samples(classifier))
  }

  private var exact: ExactClassifier { ExactClassifier(law, schedule, label: label) }

  private func arrows(_ classifier: any NoisyClassifier<Points2D>) -> [ArrowField.Arrow] {
    let slopes = classifier.gradient(
      in: Points2D(xs: places.map(\.x), ys: places.map(\.y)), at: t)
    return places.indices.map {
      ArrowField.Arrow(x: places[$0].x, y: places[$0].y, dx: slopes.xs[$0], dy: slopes.ys[$0])
    }
  }

  /// Samples by DDIM in few steps, with the exact network, led by a classifier.
  private func samples(_ classifier: any NoisyClassifier<Points2D>) -> Points2D {
    let visited = Spacing.trailing.steps(min(25, schedule.steps), of: schedule.steps)
    let sampler = Sampler(schedule, visiting: visited, noise: .eta(0))
    let starts = Points2D.normal(0..<settings.integer("samples"), seed: seed, stream: 1 << 42)
    let denoiser = ClassifierGuidedDenoiser(
      ExactDenoiser(law, schedule), classifier, schedule, scale: settings.real("scale"))
    return ReverseWalk(sampler, denoiser, from: starts, seed: seed).reduce(starts) { $1.next }
  }
}

extension Points2D {
  /// The root of the mean squared length.
  fileprivate var rootMeanSquare: Double {
    let squares = zip(xs, ys).reduce(0.0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }
    return (squares / Double(count)).squareRoot()
  }
}

// MARK: - Numbers and frames

extension ClassifierFilm {
  var outcome: Outcome {
    Outcome(
      settings: settings.effective(schedule, at: t), values: values, tables: [table],
      frames: frames)
  }

  /// How the last classifier leads, beside how the exact one does.
  private var values: [(name: String, value: Double)] {
    guard let last = moments.last else { return [] }
    let ends = [("", last.samples), ("_exact", samples(exact))]
    let goal = law.restricted(to: label) ?? law
    return [("cross_entropy", last.surprise), ("slope_error", last.slopeError)]
      + ends.flatMap { suffix, points in
        let hits = law.labels(of: points).count { $0 == label }
        return [
          ("label_accuracy" + suffix, Double(hits) / Double(points.count)),
          ("diversity" + suffix, goal.diversity(of: points)),
        ]
      }
  }

  private var table: Table {
    Table(
      "training", columns: ["step", "cross_entropy", "slope_error"],
      rows: moments.map { [Double($0.taken), $0.surprise, $0.slopeError] })
  }

  private var frames: Frames {
    let right = arrows(exact)
    let longest = right.map { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() }.max()
    let (moments, seen, range) = (moments, seen, range)
    return Frames(
      count: moments.count, first: moments.count - 1, label: { "step \(moments[$0].taken)" },
      picture: { frame in
        let now = moments[frame]
        let panels = [("learned", now.arrows), ("exact", right)].map { name, arrows in
          Panel(
            name,
            ArrowField(arrows: arrows, over: seen, in: range, longest: longest),
            importance: name == "learned" ? 1 : 0)
        }
        let share = (100 * now.slopeError).short(significant: 3)
        return Panels("step \(now.taken): slopes \(share) % off", panels)
      })
  }
}
