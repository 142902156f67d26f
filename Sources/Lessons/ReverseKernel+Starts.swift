import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// The kernel as what it is made of: a bell for each start that is possible.
  static let starts = Figure(
    "starts", title: "Every possible start gives one bell; their sum is what x_t alone tells",
    parameters: Parameter.schedule + [
      Parameter(
        "t", .integer(2...Schedule.stepRange.upperBound), standard: "100",
        "the step that is undone, from 2 to T"),
      .xt("0"),
      Parameter(
        "starts", .reals(.through(-1e6, 1e6), count: 100), standard: "-1,1.5",
        "the clean numbers that there are, all equally likely"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.laterStep(of: schedule)
    let sum = StartSum(schedule, t: t, starts: settings.reals("starts"))
    let xt = settings.real("x_t")
    var effective = settings.effective(schedule)
    effective["t"] = .integer(t)
    return Outcome(
      settings: effective, values: sum.values(at: xt), tables: [sum.table(at: xt)],
      frames: sum.frames(at: xt))
  }
}

/// Equally likely starts, and what one x_t says of x_{t-1} for each of them.
private struct StartSum: Sendable {
  let starts: [Double]
  let posterior: Posterior
  /// q(x_{t-1}): a bell around what is left of each start.
  let prior: Mixture
  private let beta: Double

  init(_ schedule: Schedule, t: Int, starts: [Double]) {
    self.starts = starts
    posterior = schedule.posterior(at: t)
    beta = schedule.beta[t]
    prior = schedule.diffused(Mixture(pointsAt: starts), to: t - 1)
  }

  func kernel(_ xt: Double) -> ReverseKernel { ReverseKernel(prior, beta: beta, xt: xt) }

  /// For each start: how likely it is, and where the bell stands.
  func bells(_ xt: Double) -> [(probability: Double, bell: Gaussian)] {
    zip(kernel(xt).law.weights, starts).map { weight, start in
      (
        weight,
        Gaussian(mean: posterior.mean(x0: start, xt: xt), variance: posterior.variance)
      )
    }
  }

  func values(at xt: Double) -> [(name: String, value: Double)] {
    let kernel = kernel(xt)
    return [
      ("beta", beta), ("variance_given_start", posterior.variance), ("mean", kernel.law.mean),
      ("variance", kernel.law.variance), ("kl_to_gaussian", kernel.divergenceFromNormal),
    ]
  }

  func table(at xt: Double) -> Table {
    Table(
      "starts", columns: ["x_0", "probability", "mean", "variance"],
      rows: zip(starts, bells(xt)).map { start, part in
        [start, part.probability, part.bell.mean, part.bell.variance]
      })
  }
}

extension Mixture {
  /// Equally likely points.
  fileprivate init(pointsAt places: [Double]) {
    self =
      (try? Mixture(
        weights: places.map { _ in 1 }, means: places, standardDeviations: places.map { _ in 0 }))
      ?? Mixture(Gaussian(mean: 0, variance: 0))
  }
}

// MARK: - Pictures

extension StartSum {
  /// x_t slides across; the starts trade their shares.
  func frames(at xt: Double) -> Frames {
    let after = prior.pushed(scale: posterior.alpha.squareRoot(), noise: beta).matched
    let reach = 2 * after.standardDeviation
    let sweep = Set(evenly(41, from: after.mean - reach, through: after.mean + reach) + [xt])
      .sorted()
    let laws = sweep.map { kernel($0).law.matched }
    let places = Places(covering: laws, reach: 2.5)
    let top = 1.15 * Gaussian(mean: 0, variance: posterior.variance).peak
    return Frames(
      count: sweep.count, first: sweep.firstIndex(of: xt) ?? 0,
      label: { "x_t = \(sweep[$0].rounded3)" },
      picture: { plot(at: sweep[$0], places, top: top) })
  }

  private func plot(at xt: Double, _ places: Places, top: Double) -> LinePlot {
    let bells = bells(xt)
    let shown = starts.count > 4 ? [] : Array(zip(starts, bells))
    let sum = kernel(xt).law
    return LinePlot(
      "x_t = \(xt.rounded3)",
      series: [places.curve("x_t known alone") { sum.density(at: $0) }]
        + shown.map { start, part in
          places.curve("share of start \(start.rounded3)") {
            part.probability * part.bell.density(at: $0)
          }
        },
      x: Axis("x before the step", range: places.range), y: Axis(range: 0...top))
  }
}
