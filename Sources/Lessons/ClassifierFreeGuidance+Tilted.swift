import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// Guided samples beside the law that they are often said to have.
  static let classifierFreeTilted = Figure(
    "tilted", title: "Guided samples, and the tilted density that they do not have",
    parameters: Parameter.lineClasses() + [
      .visited(1000),
      Parameter(
        "show", .choice(["densities", "table"]), standard: "densities", "what to draw"),
    ] + Parameter.schedule + [
      Parameter("samples", .integer(100...20_000), standard: "4000", "how many starts")
    ]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (classes, steps) = (try settings.lineClasses(schedule), settings.visited(schedule))
    let samplers = [
      try Sampler(schedule, steps, .trailing, .eta(0)),
      try Sampler(schedule, steps, .trailing, .eta(1)),
    ]
    let film = try TiltedFilm(
      classes, samplers, count: settings.integer("samples"), seed: seed, watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: film.values,
      tables: [film.table],
      frames: settings.choice("show") == "table" ? Frames(table: film.printed) : film.frames)
  }
}

/// The density of a class times a power of its own probability, made a density again.
///
///     tilted(x) proportional to q(x given y) p(y given x)^w
///
/// By the trapezoidal rule over nine deviations on both sides of both classes.
struct TiltedDensity: Sendable {
  let places: [Double]
  let densities: [Double]
  let moments: Gaussian

  init(_ classes: LineClasses, w: Double) {
    let means = classes.data.components.map(\.mean)
    let reach = (9 + 2 * abs(w).squareRoot()) * classes.goal.standardDeviation
    let places = evenly(
      8001, from: (means.min() ?? 0) - reach, through: (means.max() ?? 0) + reach)
    let own = classes.data.part(LineClasses.asked).logDensities(at: places)
    let whole = classes.data.logDensities(at: places)
    let share = Double.log(classes.data.weights[LineClasses.asked])
    let logs = zip(own, whole).map { $0 + w * (share + $0 - $1) }
    let top = logs.max() ?? 0
    let heights = logs.map { Double.exp($0 - top) }
    let gap = places[1] - places[0]
    let total = gap * heights.reduce(0, +)
    let densities = heights.map { $0 / total }
    let mean = gap * zip(places, densities).reduce(0) { $0 + $1.0 * $1.1 }
    let variance =
      gap
      * zip(places, densities).reduce(0) {
        $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1
      }
    (self.places, self.densities) = (places, densities)
    moments = Gaussian(mean: mean, variance: variance)
  }
}

/// Samples of two samplers at some w, and the tilted density at each.
private struct TiltedFilm: Sendable {
  private let classes: LineClasses
  private let rows: [Row]

  private static let strengths = [0.0, 0.5, 1, 2, 4, 8]

  private struct Row: Sendable {
    let w: Double
    /// The ends of eta 0, and of eta 1.
    let ends: [[Double]]
    let tilted: TiltedDensity
  }

  init(
    _ classes: LineClasses, _ samplers: [Sampler], count: Int, seed: UInt64, _ watch: Watch
  ) throws(FigureError) {
    self.classes = classes
    let starts = GuidedLine.starts(count)
    let all = Double(Self.strengths.count * samplers.count)
    var (rows, done): ([Row], Double) = ([], 0)
    for w in Self.strengths {
      let denoiser = ClassifierFreeDenoiser(classes.conditioned, classes.unconditioned, w: w)
      var ends: [[Double]] = []
      for sampler in samplers {
        let steps = Double(sampler.steps.count)
        let cloud = try ReverseCloud(sampler, denoiser, from: starts, seed: seed) {
          taken throws(FigureError) in try watch.report((done + Double(taken) / steps) / all)
        }
        ends.append(cloud.end)
        done += 1
      }
      rows.append(Row(w: w, ends: ends, tilted: TiltedDensity(classes, w: w)))
    }
    self.rows = rows
  }

  private static let columns = ["eta_0", "eta_1", "tilted"].flatMap {
    ["mean_\($0)", "standard_deviation_\($0)"]
  }

  private func numbers(_ row: Row) -> [Double] {
    row.ends.flatMap { [Moments($0).mean, Moments($0).spread] }
      + [row.tilted.moments.mean, row.tilted.moments.standardDeviation]
  }

  var table: Table {
    Table("strengths", columns: ["w"] + Self.columns, rows: rows.map { [$0.w] + numbers($0) })
  }

  /// Mean and deviation in one cell, as a page has room for.
  var printed: Table {
    Table(
      "printed", columns: ["w", "eta 0", "eta 1", "tilted density"],
      cells: rows.map { row in
        let pairs = numbers(row).map { $0.fixed(decimals: 2) }
        return [.number(row.w)]
          + stride(from: 0, to: pairs.count, by: 2).map { .word("\(pairs[$0]) ± \(pairs[$0 + 1])") }
      })
  }

  /// Those of the largest w.
  var values: [(name: String, value: Double)] {
    let last = rows[rows.count - 1]
    return [("w", last.w)] + zip(Self.columns, numbers(last)).map { ($0, $1) }
  }

  var frames: Frames {
    let all = rows.flatMap { $0.ends.joined() }
    let own = classes.data.rangeOnTheWay
    let range =
      min(own.lowerBound, all.min() ?? 0)...max(own.upperBound, all.max() ?? 0)
    return Frames(
      count: rows.count, first: 3, label: { "w = \(rows[$0].w.rounded3)" },
      picture: { picture(rows[$0], range) })
  }

  private func picture(_ row: Row, _ range: ClosedRange<Double>) -> any Picture {
    Panels(
      "w = \(row.w.rounded3)",
      zip(["eta 0", "eta 1"], row.ends).map { name, ends in
        Panel(
          name,
          Histogram(
            "", [Histogram.Sample("samples", ends)],
            curves: [
              LinePlot.Series("tilted", x: row.tilted.places, y: row.tilted.densities)
            ], bins: .count(50), x: Axis("x", range: range),
            y: Axis(range: 0...2.4 * classes.goal.peak)))
      })
  }
}
