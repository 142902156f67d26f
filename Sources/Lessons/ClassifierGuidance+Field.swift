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
    let classifier = try settings.classifier(law, schedule)
    let field = PlaneField(
      schedule, law, count: settings.integer("samples"), seed: seed
    ) { t, columns, rows, range in
      ArrowField.sampled(columns: columns, rows: rows, x: range, y: range) { x, y in
        let slope = classifier.gradient(in: Points2D(xs: [x], ys: [y]), at: t)
        return (slope.xs[0], slope.ys[0])
      }
    }
    let lengths = field.arrows(at: t).map { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() }
    return Outcome(
      settings: settings.effective(schedule, at: t),
      values: [
        ("classified_rightly", field.classifiedRightly(by: law, at: t)),
        ("longest_arrow", lengths.max() ?? .nan),
      ], tables: [field.table(at: t)],
      frames: ChosenTimeline(schedule, chosen: t).frames(field.picture))
  }
}

extension PlaneField {
  /// The share of noisy points whose class the best classifier finds.
  fileprivate func classifiedRightly(by law: any Distribution2D, at t: Int) -> Double {
    let labels = schedule.diffused(law, to: t).labels(of: cloud(at: t))
    return Double(zip(labels, starts.labels).count { $0 == $1 }) / Double(labels.count)
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
