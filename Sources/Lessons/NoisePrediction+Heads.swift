import Canvas
import Diffusion
import Figures
import Plots

extension Figure {
  /// Noise, x_0 and v: how a plain loss on each weighs the steps.
  static let parameterisations = Figure(
    "parameterisations", title: "Three heads of one prediction, and how each weighs the steps",
    parameters: Parameter.normalData + Parameter.schedule + [
      Parameter(
        "show", .choice(["weights", "least_losses"]), standard: "weights",
        "the weight of a squared error in x at 0, or the least loss for the normal data")
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let heads = Heads(schedule, variance: settings.real("variance"))
    return Outcome(
      settings: settings.effective(schedule), values: heads.values,
      tables: [heads.weights, heads.losses], frames: heads.frames(settings.choice("show")))
  }
}

/// Weights and least losses of the three parameterisations, for t = 1...T.
///
/// A column of `weights` is what an unweighted squared loss on that quantity is worth as a squared
/// loss on x_0: SNR for the noise, 1 for x_0 itself, SNR + 1 for v. Source: Salimans and Ho 2022,
/// section 4.
private struct Heads: Sendable {
  let weights: Table
  let losses: Table

  private static let columns = ["t", "noise", "x0", "v"]

  init(_ schedule: Schedule, variance: Double) {
    weights = Table(
      "weights", columns: Self.columns,
      rows: (1...schedule.steps).map { t in
        [Double(t)] + Parameterisation.allCases.map { $0.weight(schedule, at: t) }
      })
    losses = Table(
      "least_losses", columns: Self.columns,
      rows: (1...schedule.steps).map { t in
        [Double(t)]
          + Parameterisation.allCases.map { $0.leastLoss(schedule, at: t, variance: variance) }
      })
  }

  /// The averages over t of the least losses.
  var values: [(name: String, value: Double)] {
    Parameterisation.allCases.map { head in
      let losses = losses[column: head.rawValue]
      return ("least_loss_\(head.rawValue)", losses.reduce(0, +) / Double(losses.count))
    }
  }

  func frames(_ show: String) -> Frames {
    let table = show == "weights" ? weights : losses
    let title =
      show == "weights" ? "What a squared error of 1 in x at 0 counts" : "Least loss at every t"
    let steps = table[column: "t"]
    let names = ["noise": "noise", "x0": "x at 0", "v": "v"]
    let series = Self.columns.dropFirst().map { column in
      LinePlot.Series(names[column] ?? column, x: steps, y: table[column: column])
    }
    let timeline = StepTimelineOfCurve(steps.count)
    return Frames(
      count: timeline.steps.count, first: 0, label: { "t = \(timeline.steps[$0])" },
      picture: { frame in
        let t = timeline.steps[frame]
        let row = table.rows[t - 1].dropFirst().map { $0.short(significant: 3) }
        let words = zip(Self.columns.dropFirst(), row).map { "\(names[$0] ?? $0) \($1)" }
        return LinePlot(
          "\(title): \(words.joined(separator: ", "))", series: series, x: Axis("t"),
          y: Axis(scale: .log10), cursors: [LinePlot.Cursor(Double(t), label: "t = \(t)")])
      })
  }
}
