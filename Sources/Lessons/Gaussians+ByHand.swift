import Diffusion
import Figures

/// The tables of lesson 00 that are filled in by hand.
extension Figure {
  static let byHand = Figure(
    "by-hand", title: "Variances of a few steps, forwards and backwards",
    parameters: [
      Parameter(
        "betas", .reals(.between(0, 1), count: 100), standard: "0.1,0.2,0.5",
        "the variance that each step adds; it keeps the rest"),
      Parameter(
        "show", .choice(["forward", "backward"]), standard: "forward",
        "the noise after each step, or what is left of it once the step's result is seen"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule: Schedule
    do throws(ScheduleError) {
      schedule = try Schedule(betas: settings.reals("betas"))
    } catch {
      throw .unfit(error.description)
    }
    let tables = [forwardTable(schedule), backwardTable(schedule)]
    let shown = settings.choice("show") == "backward" ? tables[1] : tables[0]
    return Outcome(
      settings: settings,
      values: [("noise_variance", schedule.oneMinusAlphaBar[schedule.steps])],
      tables: [shown] + tables.filter { $0 != shown }, frames: Frames(table: shown))
  }
}

/// Old variance times the square of the factor, plus new variance.
private func forwardTable(_ schedule: Schedule) -> Table {
  var noise = 0.0
  let rows = (1...schedule.steps).map { t in
    let before = noise
    let kept = schedule.alpha[t] * before
    noise = kept + schedule.beta[t]
    return [Double(t), before, schedule.alpha[t], kept, schedule.beta[t], noise]
  }
  return Table(
    "forward", columns: ["t", "noise before", "times", "kept", "added", "noise after"], rows: rows)
}

/// One over the sum of the precisions; without prior variance nothing is left to be found out.
private func backwardTable(_ schedule: Schedule) -> Table {
  let rows = (1...schedule.steps).map { t in
    let prior = schedule.oneMinusAlphaBar[t - 1]
    let measured = schedule.alpha[t] / schedule.beta[t]
    return [
      Double(t), prior, 1 / prior, measured, 1 / prior + measured, 1 / (1 / prior + measured),
    ]
  }
  return Table(
    "backward",
    columns: ["t", "prior", "1/prior", "measured", "sum", "left"], rows: rows)
}
