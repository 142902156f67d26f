import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// What becomes of the samples where the forward process does not end in noise.
  static let ddpmPrior = Figure(
    "prior", title: "Too few steps for the betas: where the sampler starts, and where it ends",
    parameters: [
      .mean("mean", "1", "the mean of the data"),
      Parameter("variance", .real(.between(0, 1e6)), standard: "0.25", "the variance of the data"),
      .reverseNoise("posterior"), .betaStart, .betaEnd,
    ]
  ) { settings, _ throws(FigureError) in
    var runs: [PriorRun] = []
    for steps in PriorRun.stepCounts { runs.append(try PriorRun(settings, steps: steps)) }
    let chosen = runs
    let fifty = PriorRun.stepCounts.firstIndex(of: 50) ?? 0
    return Outcome(
      settings: settings,
      values: [
        ("alpha_bar_50", runs[fifty].left), ("final_mean_50", runs[fifty].end.mean),
        ("w2_50", runs[fifty].distance), ("w2_50_stretched", runs[fifty].stretchedDistance),
      ],
      tables: [PriorRun.table(runs)],
      frames: Frames(
        count: runs.count, first: fifty, label: { "T = \(PriorRun.stepCounts[$0])" },
        picture: { chosen[$0].picture }))
  }
}

/// A sampler of T steps, with the betas' ends as they are and with betas that make up for it.
private struct PriorRun: Sendable {
  private let schedule: Schedule
  private let data: Gaussian
  /// The law that the sampler ends in.
  let end: Gaussian
  /// How far that is from the data; with betas times 1000/T, not a number where one would be 1 or
  /// more.
  let distance: Double
  let stretchedDistance: Double

  static let stepCounts = [5, 10, 25, 50, 100, 250, 500, 1000]

  init(_ settings: Settings, steps: Int) throws(FigureError) {
    let (first, last) = (settings.real("beta_start"), settings.real("beta_end"))
    let (data, noise) = (settings.bell(), settings.reverseNoise)
    let schedule: Schedule
    do {
      schedule = try .linear(steps: steps, from: first, to: last)
    } catch {
      throw .unfit(error.description)
    }
    let stretch = 1000 / Double(steps)
    let stretched = try? Schedule.linear(
      steps: steps, from: first * stretch, to: last * stretch)
    end = schedule.end(of: data, noise)
    distance = end.wasserstein2(to: data)
    stretchedDistance = stretched.map { $0.end(of: data, noise).wasserstein2(to: data) } ?? .nan
    (self.schedule, self.data) = (schedule, data)
  }

  /// What is left of the picture at T.
  var left: Double { schedule.alphaBar[schedule.steps] }

  static func table(_ runs: [PriorRun]) -> Table {
    Table(
      "prior",
      columns: [
        "T", "alpha_bar_T", "final_mean", "final_variance", "w2", "w2_stretched",
      ],
      rows: runs.map {
        [
          Double($0.schedule.steps), $0.left, $0.end.mean, $0.end.variance, $0.distance,
          $0.stretchedDistance,
        ]
      })
  }

  var picture: Panels {
    let noisy = schedule.diffused(data, to: schedule.steps)
    return Panels(
      "T = \(schedule.steps): alpha-bar at T is \(left.short(significant: 3)), W2 \(distance.short(significant: 3))",
      [
        plot("at T", [("sampler's start", .standard), ("true q(x at T)", noisy)]),
        plot("at 0", [("sampler's end", end), ("data", data)]),
      ])
  }

  private func plot(_ title: String, _ laws: [(name: String, law: Gaussian)]) -> Panel {
    let places = Places(covering: [.standard, data], reach: 3)
    let peak = max(Gaussian.standard.peak, min(data.peak, 4))
    return Panel(
      title,
      LinePlot(
        series: laws.map { places.curve($0.name, $0.law) },
        x: Axis("x", range: places.range), y: Axis(range: 0...1.15 * peak)))
  }
}

extension Schedule {
  fileprivate func end(of data: Gaussian, _ noise: ReverseNoise) -> Gaussian {
    Sampler(self, visiting: Array(1...steps), noise: noise).law(of: data)
  }
}
