import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// How x at two steps hangs together when x_0 is known, for every share of fresh noise.
  static let ddimJoint = Figure(
    "joint", title: "Two neighbours when x at 0 is known: eta turns their tie, and nothing else",
    parameters: Parameter.schedule + Parameter.pair(200, 150) + [
      .eta("1"),
      Parameter(
        "x_0", .real(.through(-1e6, 1e6, step: 0.1)), standard: "0", "the number that is known"),
      .samples(2...50_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (t, previous) = try settings.pair(of: schedule)
    let eta = try settings.eta(schedule, at: t, previous: previous)
    guard previous > 0 else {
      throw .unfit(
        t > 1
          ? "t_previous is 0, where x is known; give a whole number from 1 to \(t - 1)."
          : "t is 1, and the step before it is known; give a t from 2 on.")
    }
    let film = JointFilm(
      schedule, t, previous, eta: eta, start: settings.real("x_0"),
      count: settings.integer("samples"), seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t, previous: previous), values: film.values,
      tables: [film.table], frames: film.frames)
  }
}

/// Pairs of x_t and x at an earlier step given x_0, for eta from 0 to its bound.
///
///     x_t        = sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise
///     x_previous = sqrt(abar_previous) x_0 + direction noise + sigma z
///
/// so their covariance is direction sqrt(1 - abar_t), and the variance of x_previous is
/// direction^2 + sigma^2 = 1 - abar_previous, whatever eta is. Source: DDIM, lemma 1 and equation 7.
private struct JointFilm: Sendable {
  private let schedule: Schedule
  private let etas: [Double]
  private let steps: [ReverseStep]
  private let chosen: Int
  private let start: Double
  private let noise: [Double]
  private let fresh: [Double]

  init(
    _ schedule: Schedule, _ t: Int, _ previous: Int, eta: Double, start: Double, count: Int,
    seed: UInt64
  ) {
    etas = schedule.etas(at: t, previous: previous, with: eta)
    steps = etas.map { ReverseStep(schedule, at: t, previous: previous, noise: .eta($0)) }
    chosen = etas.firstIndex(of: eta) ?? 0
    (self.schedule, self.start) = (schedule, start)
    let draws = (0...1).map { stream in
      var generator = CounterGenerator(seed: seed, stream: UInt64(stream))
      return generator.normals(count)
    }
    (noise, fresh) = (draws[0], draws[1])
  }

  /// The numbers at t, the same for every eta.
  private var later: [Double] {
    let step = steps[chosen]
    return noise.map { step.signal * start + step.noiseScale * $0 }
  }

  private func earlier(_ step: ReverseStep) -> [Double] {
    noise.combined(step.direction, with: fresh, step.sigma)
      .map { step.previousSignal * start + $0 }
  }

  // MARK: Numbers

  private func covariance(_ step: ReverseStep) -> Double { step.direction * step.noiseScale }

  private func variance(_ step: ReverseStep) -> Double {
    step.direction * step.direction + step.sigma * step.sigma
  }

  private func correlation(_ step: ReverseStep) -> Double {
    step.direction / schedule.noiseScale(at: step.previous)
  }

  var values: [(name: String, value: Double)] {
    let step = steps[chosen]
    let walk = ReverseStep(schedule, at: step.t, previous: step.previous, noise: .eta(1))
    let sample = JointMoments(earlier(step), later)
    return [
      ("sigma", step.sigma), ("covariance", covariance(step)), ("correlation", correlation(step)),
      ("variance_previous", variance(step)),
      ("variance_t", schedule.oneMinusAlphaBar[step.t]), ("covariance_walk", covariance(walk)),
      ("sample_covariance", sample.covariance), ("sample_variance_previous", sample.x.variance),
      ("eta_bound", schedule.etaBound(at: step.t, previous: step.previous)),
    ]
  }

  var table: Table {
    Table(
      "joint", columns: ["eta", "sigma", "covariance", "correlation", "variance_previous"],
      rows: zip(etas, steps).map { eta, step in
        [eta, step.sigma, covariance(step), correlation(step), variance(step)]
      })
  }

  // MARK: Frames

  var frames: Frames {
    let later = later
    return Frames(
      count: etas.count, first: chosen, label: { "eta = \(etas[$0].rounded3)" },
      picture: { picture($0, later) })
  }

  private func picture(_ frame: Int, _ later: [Double]) -> Panels {
    let step = steps[frame]
    let earlier = earlier(step)
    let title =
      "eta \(etas[frame].rounded3): sigma \(step.sigma.rounded3), correlation "
      + correlation(step).rounded3
    return Panels(
      title,
      [
        Panel("both", scatter(later, earlier, step)),
        Panel("x at t = \(step.previous) alone", histogram(earlier, step)),
      ])
  }

  private func scatter(_ later: [Double], _ earlier: [Double], _ step: ReverseStep) -> Scatter {
    Scatter(
      series: [Scatter.Series(x: later, y: earlier)],
      x: Axis("x at t = \(step.t)", range: law(at: step.t).range),
      y: Axis("t = \(step.previous)", range: law(at: step.previous).range))
  }

  private func histogram(_ earlier: [Double], _ step: ReverseStep) -> Histogram {
    let law = law(at: step.previous)
    let places = evenly(121, from: law.range.lowerBound, through: law.range.upperBound)
    return Histogram(
      "", [Histogram.Sample("samples", earlier)],
      curves: [LinePlot.Series("exact", x: places, y: places.map(law.density))],
      bins: .count(32), x: Axis("x at t = \(step.previous)", range: law.range),
      y: Axis(range: 0...1.35 * law.peak))
  }

  private func law(at t: Int) -> Gaussian {
    schedule.diffused(Gaussian(mean: start, variance: 0), to: t)
  }
}

extension Gaussian {
  /// Four deviations to either side: of ten thousand draws one lies beyond.
  fileprivate var range: ClosedRange<Double> {
    mean - 4 * standardDeviation...mean + 4 * standardDeviation
  }
}
