import Diffusion
import Figures

/// The figures of lesson 08: longer steps from noise to data, with as much fresh noise as one likes.
extension Figure {
  static let ddim: [Figure] = [
    ddimStep, ddimJoint, ddimSpacing, ddimStepsAndEta, ddimTable1, ddimRanks, ddimMixture,
    ddimSample, ddimPanels, ddimPlane, ddimPaths, ddimEuler, ddimReconstruct,
  ]
}

extension Parameter {
  /// The share of a step's noise that is fresh; its bound depends on the steps that are visited.
  static func eta(_ standard: String = "0") -> Parameter {
    Parameter(
      "eta", .real(.through(0, .infinity, step: 0.1)), standard: standard,
      "how much of a step's noise is fresh: 0 is DDIM, 1 is DDPM")
  }

  /// How many steps a sampler visits.
  static func visited(_ standard: Int = 50) -> Parameter {
    Parameter(
      "steps", .integer(Schedule.stepRange), standard: "\(standard)",
      "how many steps the sampler visits, from 1 to T")
  }

  static func spacing(_ standard: Spacing = .leading) -> Parameter {
    Parameter(
      "spacing", .choice(Spacing.allCases.map(\.rawValue)), standard: standard.rawValue,
      "which steps are visited: evenly from 1 on, evenly down from T, or densely near 0")
  }

  /// The mean and the variance of data of one number.
  static func normalData(mean: String = "1", variance: String = "0.25") -> [Parameter] {
    [
      .mean("mean", mean, "the mean of the data"),
      Parameter(
        "variance", .real(.between(0, 1e6)), standard: variance, "the variance of the data"),
    ]
  }
}

extension Settings {
  var spacing: Spacing { Spacing(rawValue: choice("spacing")) ?? .leading }

  /// How many steps are visited; where the reader chose no number, all of a short schedule.
  func visited(_ schedule: Schedule) -> Int {
    isGiven("steps") ? integer("steps") : min(integer("steps"), schedule.steps)
  }

  /// The settings as they took effect, where a number of steps is chosen.
  func effective(_ schedule: Schedule, visiting steps: Int) -> Settings {
    var result = effective(schedule)
    result["steps"] = .integer(steps)
    return result
  }
}

extension Sampler {
  /// A sampler by the parameters of a figure.
  init(
    _ schedule: Schedule, _ steps: Int, _ spacing: Spacing, _ noise: ReverseNoise
  ) throws(FigureError) {
    do {
      self = try Sampler(schedule, steps: steps, spacing: spacing, noise: noise)
    } catch {
      throw error.asFigureError
    }
  }
}
