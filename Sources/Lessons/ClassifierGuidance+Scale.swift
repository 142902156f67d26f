import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// The scale from 0 on, along one timeline.
  static let classifierScale = Figure(
    "scale", title: "What the scale gives, and what it costs in diversity",
    parameters: Parameter.lineClasses(variance: "1") + [
      .visited(100), .eta(), .most("10", "the largest scale"),
    ] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let classes = try settings.lineClasses(schedule)
    let steps = settings.visited(schedule)
    let sampler = try Sampler(schedule, steps, .trailing, .eta(settings.real("eta")))
    let film = try ScaleFilm(
      classes, sampler, most: settings.real("most"), seed: seed, watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: film.values,
      tables: [film.sweep.table], frames: film.frames)
  }
}

extension Parameter {
  /// Where a sweep of strengths ends.
  static func most(_ standard: String, _ summary: String) -> Parameter {
    Parameter("most", .real(.through(1, 50, step: 1)), standard: standard, summary)
  }
}

/// Ends of the same starts at each scale.
private struct ScaleFilm: Sendable {
  let sweep: GuidanceSweep
  private let classes: LineClasses
  private let ends: [[Double]]

  private static let starts = GuidedLine.starts(2000)
  private static let gaps = 20

  init(
    _ classes: LineClasses, _ sampler: Sampler, most: Double, seed: UInt64, _ watch: Watch
  ) throws(FigureError) {
    let scales = evenly(Self.gaps + 1, from: 0, through: most)
    let classifier = classes.classifier()
    var ends: [[Double]] = []
    for (done, scale) in scales.enumerated() {
      let denoiser = ClassifierGuidedDenoiser(
        classes.unconditioned, classifier, classes.schedule, scale: scale)
      let walk = ReverseWalk(sampler, denoiser, from: Self.starts, seed: seed)
      ends.append(walk.reduce(Self.starts) { $1.next })
      try watch.report(Double(done + 1) / Double(scales.count))
    }
    (self.classes, self.ends) = (classes, ends)
    let points = zip(scales, ends).map { scale, ends in
      let moments = Moments(ends)
      return GuidanceSweep.Point(
        strength: scale, accuracy: classes.accuracy(of: ends),
        diversity: moments.spread / classes.goal.standardDeviation,
        others: [("mean", moments.mean), ("standard_deviation", moments.spread)])
    }
    sweep = GuidanceSweep(name: "scale", points: points, first: 2)
  }

  /// The two ends of the timeline, and the class as it is between them.
  var values: [(name: String, value: Double)] {
    let last = sweep.points.count - 1
    let one = sweep.points.firstIndex { $0.strength >= 1 - 1e-9 } ?? last
    return [("none", 0), ("one", one), ("most", last)].flatMap { name, index in
      [
        ("label_accuracy_\(name)", sweep.points[index].accuracy),
        ("diversity_\(name)", sweep.points[index].diversity),
      ]
    }
  }

  var frames: Frames {
    let (classes, ends) = (classes, ends)
    let own = classes.data.rangeOnTheWay
    let range =
      min(
        own.lowerBound, ends.compactMap { $0.min() }.min() ?? 0)...max(
        own.upperBound, ends.compactMap { $0.max() }.max() ?? 0)
    let places = evenly(241, from: range.lowerBound, through: range.upperBound)
    return sweep.frames { index in
      Histogram(
        "", [Histogram.Sample("samples", ends[index])],
        curves: [LinePlot.Series("the class", x: places, y: places.map(classes.goal.density))],
        bins: .count(50), x: Axis("x", range: range), y: Axis(range: 0...3 * classes.goal.peak))
    }
  }
}
