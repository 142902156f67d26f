import Canvas
import Diffusion
import Figures
import Plots

/// The figures of lesson 01: what a schedule leaves of the picture.
extension Figure {
  static let noiseSchedule: [Figure] = [schedule, compare, shortened]

  /// One schedule's tables.
  private static let schedule = Figure(
    "schedule", title: "One noise schedule, step by step",
    parameters: Parameter.schedule + [
      Parameter(
        "show", .choice(["roots", "alpha_bar", "beta", "snr", "table"]), standard: "alpha_bar",
        "what to draw: the factors of picture and noise, a share, a ratio, or the table")
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let table = schedule.table
    let last = schedule.steps
    return Outcome(
      settings: settings.effective(schedule),
      values: [
        ("alpha_bar_T", schedule.alphaBar[last]),
        ("signal_root_T", schedule.alphaBar[last].squareRoot()),
        ("noise_root_T", schedule.oneMinusAlphaBar[last].squareRoot()),
        ("sum_of_betas", schedule.beta.reduce(0, +)),
      ],
      tables: [table], frames: scheduleFrames(schedule, table, show: settings.choice("show")))
  }

  /// Several schedules of the same T in one picture.
  private static let compare = Figure(
    "compare", title: "Three noise schedules side by side",
    parameters: [
      .steps, .betaStart, .betaEnd,
      Parameter(
        "show", .choice(["alpha_bar", "beta", "snr"]), standard: "alpha_bar", "what to draw"),
    ]
  ) { settings, _ throws(FigureError) in
    var schedules: [(name: String, schedule: Schedule)] = []
    for kind in [Schedule.Kind.linear, .scaledLinear, .cosine] {
      schedules.append((kind.rawValue, try settings.noiseSchedule(kind)))
    }
    // The cosine's last beta is 0.999; beside it the others would lie on the axis.
    let ends = (settings.real("beta_start"), settings.real("beta_end"))
    let quantity = Quantity(settings.choice("show"), highestBeta: 1.5 * max(ends.0, ends.1))
    let steps = schedules[0].schedule.steps
    let curves = schedules.map { name, schedule in
      LinePlot.Series(name, x: (1...steps).map(Double.init), y: quantity.values(of: schedule))
    }
    let rows = (0..<steps).map { t in [Double(t + 1)] + curves.map { $0.y[t] } }
    return Outcome(
      settings: settings,
      values: schedules.map { ("alpha_bar_T \($0.name)", $0.schedule.alphaBar[steps]) },
      tables: [Table(quantity.name, columns: ["t"] + schedules.map(\.name), rows: rows)],
      frames: Frames(plot: quantity.plot(curves)))
  }

  /// What T alone does, with the ends of the betas as they are.
  private static let shortened = Figure(
    "shortened", title: "What is left at the end, for every number of steps",
    parameters: [.steps, .betaStart, .betaEnd]
  ) { settings, _ throws(FigureError) in
    let chosen = try settings.noiseSchedule(.linear)
    let counts = Schedule.stepCounts(through: max(1000, chosen.steps))
    var rows: [[Double]] = []
    for count in counts.sorted() {
      var shorter = settings
      shorter["T"] = .integer(count)
      let schedule = try shorter.noiseSchedule(.linear)
      rows.append([Double(count), schedule.alphaBar[count]])
    }
    let table = Table("ends", columns: ["T", "alpha_bar_T"], rows: rows)
    let left = chosen.alphaBar[chosen.steps]
    let plot = LinePlot(
      "Share of the picture's variance left after T steps",
      series: [
        LinePlot.Series("alpha-bar T", x: table[column: "T"], y: table[column: "alpha_bar_T"])
      ],
      x: Axis("T"), y: Axis(range: 0...1),
      cursors: [
        LinePlot.Cursor(
          Double(chosen.steps), label: "T = \(chosen.steps): \(left.short(significant: 3))")
      ])
    return Outcome(
      settings: settings,
      values: [("alpha_bar_T", left), ("snr_T", chosen.signalToNoiseRatio(at: chosen.steps))],
      tables: [table], frames: Frames(plot: plot))
  }
}

// MARK: - Tables and pictures

extension Schedule {
  /// The table of the contract: t, beta, alpha, alpha_bar, snr for t = 1...T.
  fileprivate var table: Table {
    Table(
      "schedule", columns: ["t", "beta", "alpha", "alpha_bar", "snr"],
      rows: (1...steps).map { t in
        [Double(t), beta[t], alpha[t], alphaBar[t], signalToNoiseRatio(at: t)]
      })
  }

  /// Numbers of steps for a curve over T: each up to 20, then some forty more.
  fileprivate static func stepCounts(through last: Int) -> Set<Int> {
    let notch = max(1, last / 40)
    return Set(1...min(20, last)).union(stride(from: notch, through: last, by: notch))
      .union([last])
  }
}

private func scheduleFrames(_ schedule: Schedule, _ table: Table, show: String) -> Frames {
  let steps = (1...schedule.steps).map(Double.init)
  switch show {
  case "table": return Frames(table: schedule.handTable)
  case "roots":
    let curves = [
      LinePlot.Series("picture times root of alpha-bar", x: steps, y: schedule.signalRoots),
      LinePlot.Series("noise times root of 1 - alpha-bar", x: steps, y: schedule.noiseRoots),
    ]
    return Frames(
      plot: LinePlot(
        "How much picture and how much noise there is in x at t", series: curves, x: Axis("t"),
        y: Axis(range: 0...1)))
  default:
    let quantity = Quantity(show)
    let curve = LinePlot.Series(quantity.legend, x: steps, y: quantity.values(of: schedule))
    return Frames(plot: quantity.plot([curve]))
  }
}

extension Schedule {
  fileprivate var signalRoots: [Double] { alphaBar.dropFirst().map { $0.squareRoot() } }
  fileprivate var noiseRoots: [Double] { oneMinusAlphaBar.dropFirst().map { $0.squareRoot() } }

  /// The table that is filled in by hand: with the roots.
  fileprivate var handTable: Table {
    Table(
      "by hand",
      columns: ["t", "beta", "alpha", "alpha-bar", "picture times", "noise times"],
      rows: (1...steps).map { t in
        [
          Double(t), beta[t], alpha[t], alphaBar[t], alphaBar[t].squareRoot(),
          oneMinusAlphaBar[t].squareRoot(),
        ]
      })
  }
}

/// What a curve over the steps shows.
private struct Quantity {
  let name: String
  private let title: String
  /// The name as a curve's label.
  var legend: String { name == "alpha_bar" ? "alpha-bar" : name }
  private let axis: Axis
  private let value: @Sendable (Schedule, Int) -> Double

  init(_ choice: String, highestBeta: Double? = nil) {
    switch choice {
    case "beta":
      (name, title) = ("beta", "Variance of the noise that step t adds")
      axis = Axis(range: highestBeta.map { 0...$0 })
      value = { $0.beta[$1] }
    case "snr":
      (name, title) = ("snr", "Signal-to-noise ratio after t steps")
      axis = Axis(scale: .log10)
      value = { $0.signalToNoiseRatio(at: $1) }
    default:
      (name, title) = ("alpha_bar", "Share of the picture's variance left after t steps")
      axis = Axis(range: 0...1)
      value = { $0.alphaBar[$1] }
    }
  }

  func values(of schedule: Schedule) -> [Double] {
    (1...schedule.steps).map { value(schedule, $0) }
  }

  func plot(_ curves: [LinePlot.Series]) -> LinePlot {
    LinePlot(
      title, series: curves, x: Axis("t"), y: axis,
      references: name == "snr" ? [LinePlot.Reference(1, label: "as much noise as picture")] : [])
  }
}
