import Diffusion
import Figures
import Probability

/// The figures of lesson 03: steps one by one, beside one jump.
extension Figure {
  static let forwardProcess: [Figure] = [jump, cloud]

  /// Numbers of a mixture, whose exact density is known at every step.
  private static let jump = Figure(
    "jump", title: "A density on its way into noise, in steps and in jumps",
    parameters: Parameter.schedule + Parameter.mixture + [.samples(2...50_000)],
    formulas: [JumpFormula.replaceable]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let flow = try DensityFlow(schedule, from: settings.mixture(), settings, seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: flow.values, tables: flow.tables,
      frames: flow.frames)
  }

  /// Points of the plane.
  private static let cloud = Figure(
    "cloud", title: "A cloud of points on its way into noise, in steps and in jumps",
    parameters: [
      Parameter(
        "data", .choice(ToyData.allCases.map(\.rawValue)), standard: ToyData.moons.rawValue,
        "the shape of the cloud")
    ] + Parameter.schedule + [.samples(2...50_000)],
    formulas: [JumpFormula.replaceable]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let data = ToyData(rawValue: settings.choice("data")) ?? .moons
    let flow = try CloudFlow(schedule, data.distribution, settings, seed: seed)
    return Outcome(
      settings: settings.effective(schedule), values: flow.values, tables: flow.tables,
      frames: flow.frames)
  }
}

extension Settings {
  /// The mixture of `weights`, `means` and `standard_deviations`.
  func mixture() throws(FigureError) -> Mixture {
    do {
      return try Mixture(
        weights: reals("weights"), means: reals("means"),
        standardDeviations: reals("standard_deviations"))
    } catch {
      throw .unfit(error.description)
    }
  }

  /// How many to draw, where each takes every step of the schedule.
  func walkers(_ schedule: Schedule) throws(FigureError) -> Int {
    let count = integer("samples")
    // Twenty million steps take about a second.
    let most = 20_000_000 / schedule.steps
    guard count <= most else {
      throw .unfit(
        "samples is \(count); with T = \(schedule.steps) give a whole number from 2 to \(most).")
    }
    return count
  }
}
