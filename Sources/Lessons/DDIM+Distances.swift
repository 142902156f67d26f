import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// How far samplers end from normal data: exact, without random numbers.
  static let ddimStepsAndEta = Figure(
    "steps-and-eta", title: "What fewer steps and more noise cost, for normal data",
    parameters: Parameter.normalData(variance: "0.01") + [.spacing(), .tableOrCurves]
      + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let samplers = try SamplerTable(schedule, data: settings.bell(), settings.spacing)
    return samplers.outcome(settings, schedule, measure: "W2")
  }

  /// The same for a mixture, on a grid.
  static let ddimMixture = Figure(
    "mixture", title: "What fewer steps and more noise cost, for data with several humps",
    parameters: Parameter.mixture + [.spacing(), .tableOrCurves] + Parameter.schedule
  ) { settings, _, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (data, spacing) = (try settings.standardisedMixture(), settings.spacing)
    var done = 0
    let all = SamplerTable.allCounts.filter { $0 <= schedule.steps }.reduce(0, +)
    let samplers = try SamplerTable(schedule) { count throws(FigureError) in
      let ways = try SamplerTable.samplers(schedule, count, spacing)
      let ends = try Sampler.ends(of: ways, data: data) { taken throws(FigureError) in
        try watch.report(Double(done + taken) / Double(all))
      }
      done += count
      return ends.map { $0.distance(to: data.cumulative) }
    }
    return samplers.outcome(settings, schedule, measure: "W1")
  }

  /// Which steps the three spacings visit.
  static let ddimSpacing = Figure(
    "spacing", title: "Which steps are visited",
    parameters: [.visited(10)] + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = settings.visited(schedule)
    var visited: [(name: String, steps: [Int])] = []
    for spacing in Spacing.allCases {
      let sampler = try Sampler(schedule, steps, spacing, .eta(0))
      visited.append((spacing.rawValue, sampler.steps.reversed().map(\.t)))
    }
    let curves = visited.map { name, steps in
      LinePlot.Series(
        name, x: steps.indices.map { Double($0 + 1) }, y: steps.map(Double.init))
    }
    let rows = (0..<steps).map { index in
      [Double(index + 1)]
        + visited.map { index < $0.steps.count ? Double($0.steps[index]) : .nan }
    }
    return Outcome(
      settings: settings.effective(schedule, visiting: steps),
      values: visited.flatMap { name, steps in
        [
          ("first \(name)", Double(steps.first ?? 0)), ("last \(name)", Double(steps.last ?? 0)),
          ("eta_bound \(name)", schedule.etaBound(visiting: steps)),
        ]
      },
      tables: [Table("visited", columns: ["i"] + visited.map(\.name), rows: rows)],
      frames: Frames(
        plot: LinePlot(
          "Steps that are visited", series: curves, x: Axis("i"),
          y: Axis("t", range: 0...Double(schedule.steps)))))
  }
}

extension SamplerTable {
  /// Wasserstein-2 distances of the samplers' ends from normal data, by the affine recursion.
  init(_ schedule: Schedule, data: Gaussian, _ spacing: Spacing) throws(FigureError) {
    try self.init(schedule) { count throws(FigureError) in
      try Self.samplers(schedule, count, spacing).map {
        $0.law(of: data).wasserstein2(to: data)
      }
    }
  }

  /// A sampler for each noise.
  static func samplers(
    _ schedule: Schedule, _ count: Int, _ spacing: Spacing
  ) throws(FigureError) -> [Sampler] {
    var samplers: [Sampler] = []
    for (_, noise) in noises { samplers.append(try Sampler(schedule, count, spacing, noise)) }
    return samplers
  }

  /// Distances from the data, as the figures show them; curves or the table, as the settings say.
  fileprivate func outcome(
    _ settings: Settings, _ schedule: Schedule, measure: String
  ) -> Outcome {
    Outcome(
      settings: settings.effective(schedule), values: corners,
      tables: [table(measure.lowercased())],
      frames: settings.choice("show") == "table"
        ? Frames(table: printed())
        : Frames(plot: plot("Distance of the samples from the data", measure)))
  }

  /// The ends of three rows: what fresh noise costs in few steps, and in all.
  private var corners: [(name: String, value: Double)] {
    let last = counts.count - 1
    return [
      ("eta 0, S = \(counts[0])", values[0][0]), ("eta 1, S = \(counts[0])", values[3][0]),
      ("sigma-hat, S = \(counts[0])", values[4][0]),
      ("eta 0, S = \(counts[last])", values[0][last]),
      ("eta 1, S = \(counts[last])", values[3][last]),
      ("sigma-hat, S = \(counts[last])", values[4][last]),
    ]
  }
}

extension Settings {
  /// The mixture of `weights`, `means` and `standard_deviations`, scaled to mean 0 and variance 1.
  func standardisedMixture() throws(FigureError) -> Mixture {
    let data = try mixture()
    let scale = data.matched.standardDeviation
    guard scale > 0, let least = data.components.map(\.standardDeviation).min() else {
      throw .unfit("All data are one number; give parts of other means, or with a deviation.")
    }
    guard least >= Self.finest * scale else {
      throw .unfit(
        "A standard deviation is \(least.typed); give at least \(Self.finest * scale), or the grid "
          + "is too coarse for it.")
    }
    do {
      return try Mixture(
        weights: data.weights,
        means: data.components.map { ($0.mean - data.mean) / scale },
        standardDeviations: data.components.map { $0.standardDeviation / scale })
    } catch {
      throw .unfit(error.description)
    }
  }

  /// The finest part that a grid shows, in deviations of the data.
  private static let finest = 0.025
}
