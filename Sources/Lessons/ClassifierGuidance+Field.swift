import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Where a classifier draws the points of the plane.
  static let classifierField = Figure(
    "field", title: "Where the classifier draws each point, as arrows",
    parameters: Parameter.data(.ring) + [.label, .classifier] + Parameter.schedule + [
      .step(200, "the step whose points are classified"), .samples(2...20_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let law = try settings.planeData()
    let field = GradientField(
      schedule, law, label: try settings.label(of: law),
      classifier: try settings.classifier(law, schedule), count: settings.integer("samples"),
      seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: field.values(at: t),
      tables: [field.table(at: t)],
      frames: ChosenTimeline(schedule, chosen: t).frames(field.picture))
  }
}

extension Parameter {
  /// The class that is asked for.
  static let label = Parameter(
    "label", .integer(0...8), standard: "0", "the class that is asked for, 0 the first")
}

extension Settings {
  /// The class that is asked for, of a law that has several.
  func label(of law: any Distribution2D) throws(FigureError) -> Int {
    try requireClasses(law)
    let (label, count) = (integer("label"), law.labelCount)
    guard label < count else {
      throw .unfit("label is \(label), but these data have the classes 0 to \(count - 1).")
    }
    return label
  }

  func requireClasses(_ law: any Distribution2D) throws(FigureError) {
    guard law.labelCount > 1 else {
      throw .unfit("These data have one class only; turn data to others, such as ring or moons.")
    }
  }

  /// The perfect classifier of points, or one that takes noisy points for clean.
  func classifier(
    _ law: any Distribution2D, _ schedule: Schedule
  ) throws(FigureError) -> any NoisyClassifier<Points2D> {
    guard classifierKnowsNoise || !(law is Squares) else {
      throw .unfit("Sharp squares have no slope for a clean classifier; turn data to others.")
    }
    return ExactClassifier(
      law, schedule, label: try label(of: law), knowsNoise: classifierKnowsNoise)
  }
}

/// The slope of the log probability of a class, over the points that are seen.
private struct GradientField: Sendable {
  private let schedule: Schedule
  private let law: any Distribution2D
  private let label: Int
  private let classifier: any NoisyClassifier<Points2D>
  private let starts: LabelledPoints
  private let noise: Points2D
  private let range: ClosedRange<Double>

  init(
    _ schedule: Schedule, _ law: any Distribution2D, label: Int,
    classifier: any NoisyClassifier<Points2D>, count: Int, seed: UInt64
  ) {
    (self.schedule, self.law, self.label, self.classifier) = (schedule, law, label, classifier)
    starts = law.draw(count, seed: seed)
    var generator = CounterGenerator(seed: seed, stream: 1)
    noise = generator.normalPoints(count)
    range = CloudLook(labels: [], of: law).range.middle
  }

  private func cloud(at t: Int) -> Points2D { schedule.jump(starts.points, to: t, noise: noise) }

  func values(at t: Int) -> [(name: String, value: Double)] {
    let noisy = schedule.diffused(law, to: t)
    let labels = noisy.labels(of: cloud(at: t))
    let hits = zip(labels, starts.labels).count { $0 == $1 }
    let lengths = arrows(at: t).map { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() }
    return [
      ("classified_rightly", Double(hits) / Double(labels.count)),
      ("longest_arrow", lengths.max() ?? .nan),
    ]
  }

  private static let columns = 15
  private static let rows = 11

  private func arrows(at t: Int) -> [ArrowField.Arrow] {
    ArrowField.sampled(columns: Self.columns, rows: Self.rows, x: range, y: range) { x, y in
      let slope = classifier.gradient(in: Points2D(xs: [x], ys: [y]), at: t)
      return (slope.xs[0], slope.ys[0])
    }
  }

  func table(at t: Int) -> Table {
    Table(
      "field", columns: ["x", "y", "dx", "dy"],
      rows: arrows(at: t).map { [$0.x, $0.y, $0.dx, $0.dy] })
  }

  func picture(_ t: Int) -> any Picture {
    ArrowField(
      schedule.caption(at: t), arrows: arrows(at: t), over: cloud(at: t), in: range, longest: nil)
  }
}
