import Diffusion
import Figures
import Probability

extension Figure {
  /// A cloud on its way from noise to data, by Algorithm 2.
  static let ddpmSample = Figure(
    "sample", title: "A cloud of noise on its way to the data, by DDPM",
    parameters: Parameter.data(.ring) + [.denoiser] + Parameter.schedule + [
      .walkers(2...50_000),
      Parameter(
        "last_noise", .choice(["none", "beta"]), standard: "none",
        "beta: show beside it what noise at the last step would do"),
    ],
    formulas: [DDPMFormulas.mean, DDPMFormulas.noiseScale]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (law, count) = (try settings.planeData(), try settings.walkers(schedule))
    let sampler = Sampler(ddpm: schedule)
    let denoiser = try settings.denoiser(law, schedule)
    let formulas = try DDPMFormulas(settings, schedule)
    var ways = [
      ReverseWay("DDPM", suffix: formulas == nil ? "" : "_right", sampler, denoiser)
    ]
    if let formulas {
      ways.append(
        ReverseWay("your formula", sampler, denoiser, importance: 1, rule: formulas.rule))
    }
    if settings.choice("last_noise") == "beta" {
      ways.append(
        ReverseWay(
          "noise at t = 1 too", suffix: "_last_noise",
          sampler.withLastNoise(schedule.beta[1].squareRoot()), denoiser))
    }
    var flow = try ReverseFlow(ways, law, count: count, seed: seed, watch: watch)
    flow.showsPrediction = ways.count == 1
    return Outcome(
      settings: settings.effective(schedule), values: flow.values, tables: flow.tables,
      frames: flow.frames)
  }
}

extension Sampler {
  /// Every step of the schedule, with noise of variance beta.
  init(ddpm schedule: Schedule) {
    self.init(schedule, visiting: Array(1...schedule.steps), noise: .sigmaHat)
  }
}

/// The reader's formulas for a step of DDPM, in place of the right ones.
///
///     x_{t-1} = reverse_mean + noise_scale z
///
/// Source: DDPM, Algorithm 2, with sigma^2 = beta.
struct DDPMFormulas: Sendable {
  private let schedule: Schedule
  private let mean: ReaderFormula?
  private let scale: ReaderFormula?

  static let mean = ReplaceableFormula(
    "reverse_mean", standard: "(xt - beta[t]/sqrt(1-abar[t])*eps)/sqrt(alpha[t])",
    "the mean of x at t-1, of xt, eps, x0, t, T, alpha[t], beta[t], abar[t] and btilde[t]")
  static let noiseScale = ReplaceableFormula(
    "noise_scale", standard: "sqrt(beta[t])",
    "what the fresh noise is multiplied by, of the same symbols; no noise is added at t = 1")

  /// Nil where the reader has typed neither.
  init?(_ settings: Settings, _ schedule: Schedule) throws(FigureError) {
    let point = Points2D(xs: [0.3, -1.2], ys: [0.7, 2.1])
    let trials = Set([1, (schedule.steps + 1) / 2, schedule.steps]).sorted().map { t in
      FormulaNames(
        schedule, ReverseStep(schedule, at: t, previous: t - 1, noise: .sigmaHat), xt: point,
        noise: point, z: point)
    }
    mean = try ReaderFormula(Self.mean, settings, trials: trials)
    scale = try ReaderFormula(Self.noiseScale, settings, trials: trials)
    self.schedule = schedule
    if mean == nil, scale == nil { return nil }
  }

  /// A step by the reader's formulas; what they did not replace is right.
  var rule: ReverseWalk<Points2D>.Rule {
    { step, xt, noise, z in
      let names = FormulaNames(schedule, step, xt: xt, noise: noise, z: z)
      let factors = step.meanFactors
      let mean = self.mean?.points(names) ?? xt.combined(factors.xt, with: noise, factors.noise)
      guard step.previous > 0 else { return mean }
      guard let scale else { return mean.combined(1, with: z, step.sigma) }
      return mean.plus(scale.points(names), times: z)
    }
  }
}

extension Points2D {
  /// Coordinate by coordinate: this point, plus the product of two others.
  fileprivate func plus(_ factors: Points2D, times others: Points2D) -> Points2D {
    func sums(_ terms: [Double], _ factors: [Double], _ others: [Double]) -> [Double] {
      terms.indices.map { terms[$0] + factors[$0] * others[$0] }
    }
    return Points2D(
      xs: sums(xs, factors.xs, others.xs), ys: sums(ys, factors.ys, others.ys))
  }
}
