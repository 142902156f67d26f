package import Diffusion
package import Figures

extension Parameter {
  /// The parameters of every figure that has a noise schedule, in the order in which they are shown.
  ///
  /// Source of the defaults: Ho et al. 2020, section 4.
  package static let schedule: [Parameter] = [
    Parameter(
      "schedule", .choice(Schedule.Kind.allCases.map(\.rawValue)), standard: "linear",
      "which betas: evenly spaced, their roots evenly spaced, a cosine, or your own"),
    .steps, .betaStart, .betaEnd,
    Parameter(
      "betas", .reals(.between(0, 1), count: Schedule.stepRange.upperBound),
      standard: "0.1,0.2,0.5", "your own betas, for the schedule custom"),
  ]

  package static let steps = Parameter(
    "T", .integer(Schedule.stepRange), standard: "1000", "the number of steps")
  package static let betaStart = Parameter(
    "beta_start", .real(.between(0, 1)), standard: "0.0001", "the first beta")
  package static let betaEnd = Parameter(
    "beta_end", .real(.between(0, 1)), standard: "0.02", "the last beta")
}

extension Settings {
  /// The schedule that the settings of `Parameter.schedule` ask for.
  package func noiseSchedule() throws(FigureError) -> Schedule {
    let kind = Schedule.Kind(rawValue: choice("schedule")) ?? .linear
    guard kind != .custom else { return try customSchedule() }
    if isGiven("betas") {
      throw .unfit("Betas of your own need schedule=custom; set that too.")
    }
    return try noiseSchedule(kind)
  }

  /// The schedule of a kind with the settings' T and ends.
  package func noiseSchedule(_ kind: Schedule.Kind) throws(FigureError) -> Schedule {
    let (steps, first, last) = (integer("T"), real("beta_start"), real("beta_end"))
    do throws(ScheduleError) {
      switch kind {
      case .linear: return try .linear(steps: steps, from: first, to: last)
      case .scaledLinear: return try .scaledLinear(steps: steps, from: first, to: last)
      case .cosine: return try .cosine(steps: steps)
      case .custom: return try Schedule(betas: reals("betas"))
      }
    } catch {
      throw .unfit(error.description)
    }
  }

  private func customSchedule() throws(FigureError) -> Schedule {
    let schedule = try noiseSchedule(.custom)
    if isGiven("T"), integer("T") != schedule.steps {
      throw .unfit(
        "T is \(integer("T")), but the number of betas is \(schedule.steps); leave T out with schedule=custom."
      )
    }
    return schedule
  }

  /// The settings as they took effect: the T of given betas is their number.
  package func effective(_ schedule: Schedule) -> Settings {
    var result = self
    if result["T"] != nil { result["T"] = .integer(schedule.steps) }
    return result
  }
}
