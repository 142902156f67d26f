import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// Some numbers on their way, in few steps and in all.
  static let ddimPaths = Figure(
    "paths", title: "The same starts, in few steps and in all",
    parameters: Parameter.mixture + [.visited(20), .eta(), .spacing()] + Parameter.schedule
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (steps, eta) = (settings.visited(schedule), settings.real("eta"))
    let few = try Sampler(schedule, steps, settings.spacing, .eta(eta))
    let all = try Sampler(schedule, schedule.steps, settings.spacing, .eta(eta))
    let film = PathFilm(try settings.mixture(), few, all, eta: eta, seed: seed)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: film.values,
      tables: [film.table], frames: film.frames)
  }

  /// The error of a sampler without fresh noise, as its steps are halved.
  static let ddimEuler = Figure(
    "euler", title: "Half the step, half the error: the steps of eta 0 are Euler's",
    parameters: Parameter.normalData() + Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let errors = try EulerErrors(schedule, settings.bell())
    return Outcome(
      settings: settings.effective(schedule), values: errors.values, tables: [errors.table],
      frames: Frames(plot: errors.plot))
  }
}

/// Some starts, evenly spread over the standard normal law, on their way by two samplers.
private struct PathFilm: Sendable {
  private let runs: [Run]
  private let eta: Double
  private let timeline: ReverseTimeline
  private let range: ClosedRange<Double>
  /// The ends of the first run where other numbers are drawn.
  private let otherEnds: [Double]

  static let starts = (1...9).map { Gaussian.standard.quantile((Double($0) - 0.5) / 9) }

  /// One sampler's way: where it stands, and when.
  private struct Run: Sendable {
    let steps: Int
    let ts: [Int]
    let points: [[Double]]

    init(_ sampler: Sampler, _ denoiser: ExactLineDenoiser, seed: UInt64) {
      var points = [PathFilm.starts]
      for moment in ReverseWalk(sampler, denoiser, from: PathFilm.starts, seed: seed) {
        points.append(moment.next)
      }
      (steps, self.points) = (sampler.steps.count, points)
      ts = sampler.steps.map(\.t) + [0]
    }

    var ends: [Double] { points[points.count - 1] }
  }

  init(_ data: Mixture, _ few: Sampler, _ all: Sampler, eta: Double, seed: UInt64) {
    let denoiser = ExactLineDenoiser(data, few.schedule)
    runs = [few, all].map { Run($0, denoiser, seed: seed) }
    otherEnds = Run(few, denoiser, seed: seed + 1).ends
    timeline = ReverseTimeline([few, all])
    self.eta = eta
    let reach = data.components.flatMap {
      [$0.mean - 3 * $0.standardDeviation, $0.mean + 3 * $0.standardDeviation]
    }
    range = min(-2.5, reach.min() ?? 0)...max(2.5, reach.max() ?? 0)
  }

  var values: [(name: String, value: Double)] {
    [
      ("ends_apart", largestGap(runs[0].ends, runs[1].ends)),
      ("ends_apart_other_seed", largestGap(runs[0].ends, otherEnds)),
    ]
  }

  private func largestGap(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  var table: Table {
    Table(
      "ends", columns: ["start", "end", "end_of_all_steps", "end_other_seed"],
      rows: Self.starts.indices.map {
        [Self.starts[$0], runs[0].ends[$0], runs[1].ends[$0], otherEnds[$0]]
      })
  }

  var frames: Frames {
    Frames(
      count: timeline.steps.count, first: timeline.steps.count - 1,
      label: { "t = \(timeline.steps[$0])" },
      picture: { frame in
        let t = timeline.steps[frame]
        return Panels(
          "eta \(eta.rounded3), t = \(t)",
          runs.map { Panel("\($0.steps) steps", plot($0, downTo: t)) })
      })
  }

  /// One series, with a gap between one number's path and the next.
  private func plot(_ run: Run, downTo t: Int) -> LinePlot {
    let shown = run.ts.indices.filter { run.ts[$0] >= t }
    var (x, y): ([Double], [Double]) = ([], [])
    for number in Self.starts.indices {
      x += shown.map { Double(run.ts[$0]) } + [.nan]  // Lifts the pen.
      y += shown.map { run.points[$0][number] } + [.nan]
    }
    return LinePlot(
      series: [LinePlot.Series("", x: x, y: y)],
      x: Axis("t", range: 0...Double(timeline.steps[0])), y: Axis("x", range: range))
  }
}

/// How far samplers of eta 0 end from the exact solution, with twice as many steps each time.
private struct EulerErrors: Sendable {
  private let counts: [Int]
  /// For each spacing an error for each count.
  private let errors: [[Double]]

  init(_ schedule: Schedule, _ data: Gaussian) throws(FigureError) {
    // Steps of at least four of the schedule's: finer ones can't be halved evenly any more.
    let last = min(schedule.steps, max(10, schedule.steps / 4))
    counts = Array(sequence(first: 5) { 2 * $0 }.prefix { $0 <= last })
    guard counts.count > 1 else {
      throw .unfit("T is \(schedule.steps); give a T of at least 10.")
    }
    var errors: [[Double]] = []
    for spacing in Spacing.allCases {
      var row: [Double] = []
      for count in counts {
        row.append(try Sampler(schedule, count, spacing, .eta(0)).flowError(of: data))
      }
      errors.append(row)
    }
    self.errors = errors
  }

  /// The order that two neighbours show: the logarithm of the ratio of their errors, to base 2.
  private func order(_ spacing: Int, _ index: Int) -> Double {
    guard index > 0 else { return .nan }
    return .log(errors[spacing][index - 1] / errors[spacing][index]) / .log(2)
  }

  var values: [(name: String, value: Double)] {
    let middle = min(3, counts.count - 1)
    return Spacing.allCases.indices.flatMap { spacing in
      let name = Spacing.allCases[spacing].rawValue
      return [
        (name: "error \(name), S = \(counts[middle])", value: errors[spacing][middle]),
        (name: "order \(name)", value: order(spacing, middle)),
      ]
    }
  }

  var table: Table {
    let names = Spacing.allCases.map(\.rawValue)
    return Table(
      "errors",
      columns: ["steps"] + names.flatMap { ["error_\($0)", "order_\($0)"] },
      rows: counts.indices.map { index in
        [Double(counts[index])]
          + Spacing.allCases.indices.flatMap { [errors[$0][index], order($0, index)] }
      })
  }

  var plot: LinePlot {
    let steps = counts.map(Double.init)
    let half = steps.map { 1.5 * errors[0][0] * steps[0] / $0 }
    return LinePlot(
      "Distance from the exact solution, for standard normal starts",
      series: Spacing.allCases.indices.map {
        LinePlot.Series(Spacing.allCases[$0].rawValue, x: steps, y: errors[$0])
      } + [LinePlot.Series("one over S", x: steps, y: half)],
      x: Axis("steps", scale: .log10), y: Axis("error", scale: .log10))
  }
}
