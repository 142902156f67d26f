import Diffusion
import Figures
import Probability

extension Figure {
  /// A cloud on its way from noise to data, by DDIM.
  static let ddimSample = Figure(
    "sample", title: "A cloud of noise on its way to the data, by DDIM",
    parameters: Parameter.data(.ring) + [.denoiser, .visited(), .eta(), .spacing()]
      + Parameter.schedule + [.samples(2...50_000)],
    formulas: [DDIMFormulas.sigma, DDIMFormulas.step]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (law, count) = (try settings.planeData(), try settings.walkers(schedule))
    let (steps, eta) = (settings.visited(schedule), settings.real("eta"))
    let sampler = try Sampler(schedule, steps, settings.spacing, .eta(eta))
    let denoiser = try settings.denoiser(law, schedule)
    let formulas = try DDIMFormulas(settings, sampler, eta: eta)
    let right = ReverseWay("DDIM", suffix: formulas == nil ? "" : "_right", sampler, denoiser)
    let own = formulas.map {
      ReverseWay("your formula", sampler, denoiser, importance: 1, rule: $0.rule)
    }
    var flow = try ReverseFlow(
      [right, own].compactMap(\.self), law, count: count, seed: seed, watch: watch)
    flow.showsPrediction = own == nil
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: flow.values,
      tables: flow.tables, frames: flow.frames)
  }

  /// DDPM and DDIM, in few steps and in all, beside each other.
  static let ddimPanels = Figure(
    "panels", title: "DDPM and DDIM, in few steps and in all, on one timeline",
    parameters: Parameter.data(.ring) + [.visited(20), .spacing()] + Parameter.schedule
      + [.samples(2...50_000)]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let (law, count) = (try settings.planeData(), try settings.walkers(schedule))
    let steps = settings.visited(schedule)
    let denoiser = ExactDenoiser(law, schedule)
    var ways: [ReverseWay] = []
    for (name, noise, suffix) in [("DDPM", ReverseNoise.eta(1), "_ddpm"), ("DDIM", .eta(0), "")] {
      for (steps, length, importance) in [(steps, "_few", 1), (schedule.steps, "_all", 0)] {
        // The few steps of DDIM are what the figure is about.
        let isMain = suffix.isEmpty && length == "_few"
        ways.append(
          ReverseWay(
            "\(name), \(steps) steps",
            suffix: isMain ? "" : (suffix.isEmpty ? "_ddim" : suffix) + length,
            try Sampler(schedule, steps, settings.spacing, noise), denoiser,
            importance: importance))
      }
    }
    let flow = try ReverseFlow(ways, law, count: count, seed: seed, watch: watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: flow.values,
      tables: flow.tables, frames: flow.frames)
  }
}

/// The reader's formulas for a step of DDIM, in place of the right ones.
///
///     x_p = step, of sigma and all else
///
/// Source: DDIM, equations 12 and 16.
struct DDIMFormulas: Sendable {
  private let sampler: Sampler
  private let eta: Double
  private let sigma: ReaderFormula?
  private let step: ReaderFormula?

  static let sigma = ReplaceableFormula(
    "sigma", standard: "eta*sqrt((1-abar[p])/(1-abar[t])*(1-abar[t]/abar[p]))",
    "what the fresh noise is multiplied by, of eta, t, p, T, alpha[t], beta[t], abar[t] and btilde[t]"
  )
  static let step = ReplaceableFormula(
    "step", standard: "sqrt(abar[p])*x0 + sqrt(1-abar[p]-sigma^2)*eps + sigma*z",
    "x at p, of xt, eps, z, sigma, x0 (which follows from xt and eps) and the same symbols")

  /// Nil where the reader has typed neither.
  init?(_ settings: Settings, _ sampler: Sampler, eta: Double) throws(FigureError) {
    (self.sampler, self.eta) = (sampler, eta)
    let point = Points2D(xs: [0.3, -1.2], ys: [0.7, 2.1])
    let steps = sampler.steps
    let trials = [steps[0], steps[steps.count / 2], steps[steps.count - 1]].map { step in
      let names = FormulaNames(
        sampler.schedule, step, xt: point, noise: point, z: point, eta: eta)
      return (plain: names, full: names.with(sigma: step.sigma))
    }
    sigma = try ReaderFormula(Self.sigma, settings, trials: trials.map(\.plain))
    step = try ReaderFormula(Self.step, settings, trials: trials.map(\.full))
    if sigma == nil, step == nil { return nil }
  }

  /// A step by the reader's formulas; what they did not replace is right.
  ///
  /// No fresh noise is added at the last step, so sigma is 0 there. Where sigma asks for more noise
  /// than there is, x has no value.
  var rule: ReverseWalk<Points2D>.Rule {
    { step, xt, noise, z in
      let names = FormulaNames(sampler.schedule, step, xt: xt, noise: noise, z: z, eta: eta)
      let sigma = self.sigma(step, names)
      if let own = self.step { return own.points(names.with(sigma: sigma)) }
      let room = sampler.schedule.oneMinusAlphaBar[step.previous]
      let left = room - sigma * sigma
      let direction = left < -1e-12 * room ? Double.nan : max(0, left).squareRoot()
      let stretch = step.posterior.scaleXt
      return xt.combined(stretch, with: noise, direction - stretch * step.noiseScale)
        .combined(1, with: z, sigma)
    }
  }

  private func sigma(_ step: ReverseStep, _ names: FormulaNames) -> Double {
    guard let sigma, step.previous > 0 else { return step.sigma }
    return sigma.values(names).first ?? .nan
  }
}

extension FormulaNames {
  fileprivate init(
    _ schedule: Schedule, _ step: ReverseStep, xt: Points2D, noise: Points2D, z: Points2D,
    eta: Double
  ) {
    self.init(schedule, step, xt: xt, noise: noise, z: z)
    bind("eta", to: eta)
  }

  fileprivate func with(sigma: Double) -> FormulaNames {
    var names = self
    for name in ["sigma", "sigma_t"] { names.bind(name, to: sigma) }
    return names
  }
}
