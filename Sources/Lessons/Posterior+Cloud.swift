import Diffusion
import Figures
import Probability

extension Figure {
  /// Walks from one start, cut where they came to x_t.
  static let posteriorCloud = Figure(
    "cloud", title: "Pairs before and after step t, all from one start, cut where x_t was seen",
    parameters: Parameter.schedule + [
      .step(100, "the step that is undone"),
      Parameter(
        "x_0", .real(.through(-1e6, 1e6, step: 0.25)), standard: "1.5", "the start of every walk"),
      .xt("0.5"),
      Parameter("samples", .integer(100...200_000), standard: "20000", "how many walks are taken"),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    guard t > 1 else {
      throw .unfit("t is 1, and the number before that step is x_0 itself; give a t from 2 on.")
    }
    let (start, xt) = (settings.real("x_0"), settings.real("x_t"))
    let posterior = schedule.posterior(at: t)
    let (before, after) = schedule.pairs(from: start, to: t, settings.integer("samples"), seed)
    let cloud = StripCloud(before: before, after: after) { xt in
      Mixture(Gaussian(mean: posterior.mean(x0: start, xt: xt), variance: posterior.variance))
    }
    return Outcome(
      settings: settings.effective(schedule, at: t), values: cloud.values(at: xt),
      frames: cloud.frames(at: xt))
  }
}

extension Schedule {
  /// x_{t-1} by one jump from the start, and x_t by one step from there.
  fileprivate func pairs(
    from start: Double, to t: Int, _ count: Int, _ seed: UInt64
  ) -> (before: [Double], after: [Double]) {
    var jumps = CounterGenerator(seed: seed)
    var steps = CounterGenerator(seed: seed, stream: 1)
    let before = jump(
      Array(repeating: start, count: count), to: t - 1, noise: jumps.normals(count))
    let after = before.combined(
      alpha[t].squareRoot(), with: steps.normals(count), beta[t].squareRoot())
    return (before, after)
  }
}
