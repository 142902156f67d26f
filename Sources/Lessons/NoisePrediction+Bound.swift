import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Parameter {
  /// The variance of a step of the model whose likelihood is bounded.
  fileprivate static let modelVariance = Parameter(
    "reverse_noise", .choice(VariationalBound.ReverseVariance.allCases.map(\.rawValue)),
    standard: "beta", "the variance of a step back: beta, or beta-tilde")
}

extension Settings {
  fileprivate func bound(_ schedule: Schedule) -> VariationalBound {
    let kind = VariationalBound.ReverseVariance(rawValue: choice("reverse_noise")) ?? .beta
    return VariationalBound(schedule, of: bell(), reverseVariance: kind)
  }
}

extension Figure {
  /// The bound on -log p, term by term.
  static let variationalBound = Figure(
    "elbo", title: "The bound on -log p for normal data, term by term",
    parameters: Parameter.normalData + Parameter.schedule + [
      .modelVariance,
      Parameter(
        "show", .choice(["kl", "weight", "table"]), standard: "kl",
        "the terms of the bound, the weights that the simple loss drops, or a table of both"),
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let bound = settings.bound(schedule)
    return Outcome(
      settings: settings.effective(schedule), values: bound.values, tables: [bound.terms],
      frames: bound.frames(settings.choice("show")))
  }

  /// What more steps do to the bound.
  static let boundOverSteps = Figure(
    "gap", title: "How far the bound is above the likelihood, for every number of steps",
    parameters: Parameter.normalData + [
      Parameter(
        "schedule", .choice(["cosine", "linear"]), standard: "cosine",
        "the cosine reaches noise with any number of steps, the linear betas do not"),
      .steps,
    ]
  ) { settings, _ throws(FigureError) in
    let table = try gapTable(settings)
    return Outcome(
      settings: settings,
      values: VariationalBound.ReverseVariance.allCases.map { kind in
        ("gap_\(kind.rawValue)", table[column: kind.rawValue].last ?? .nan)
      },
      tables: [table], frames: Frames(plot: gapPlot(table)))
  }
}

// MARK: - One schedule

extension VariationalBound {
  /// One row a step, which with `prior_kl` add up to the bound.
  ///
  /// At t = 1 there is no divergence, and the row has the reconstruction, the mean of
  /// -log p(x_0 given x_1). Source: DDPM, equation 5.
  fileprivate var terms: Table {
    Table(
      "terms", columns: ["t", "kl", "weight"],
      rows: (1...schedule.steps).map { [Double($0), term(at: $0), weight(at: $0)] })
  }

  fileprivate var values: [(name: String, value: Double)] {
    [
      ("bound", total), ("negative_log_likelihood", negativeLogLikelihood), ("gap", gap),
      ("prior_kl", priorDivergence), ("reconstruction", reconstruction), ("entropy", entropy),
      ("model_mean", modelLaw.mean), ("model_variance", modelLaw.variance),
    ]
  }

  fileprivate func frames(_ show: String) -> Frames {
    guard show != "table" else { return Frames(table: terms) }
    // At t = 1 there is a weight, but no divergence.
    let isWeight = show == "weight"
    let rows = isWeight ? terms.rows : Array(terms.rows.dropFirst())
    guard !rows.isEmpty else { return Frames(table: terms) }
    let plot = isWeight ? weightPlot(rows) : divergencePlot(rows)
    let timeline = StepTimelineOfCurve(rows.count)
    return Frames(
      count: timeline.steps.count, label: { "t = \(Int(rows[timeline.steps[$0] - 1][0]))" },
      picture: { frame in
        let row = rows[timeline.steps[frame] - 1]
        let value = row[isWeight ? 2 : 1].short(significant: 3)
        var moment = plot
        moment.cursors = [LinePlot.Cursor(row[0], label: "t = \(Int(row[0])): \(value)")]
        return moment
      })
  }

  private func divergencePlot(_ rows: [[Double]]) -> LinePlot {
    LinePlot(
      title,
      series: [
        LinePlot.Series(
          "divergence of step t, nats", x: rows.map { $0[0] }, y: rows.map { $0[1] })
      ], x: Axis("t"), y: Axis(scale: .log10))
  }

  /// With room for the simple loss, whose weight is 1.
  private func weightPlot(_ rows: [[Double]]) -> LinePlot {
    let weights = rows.map { $0[2] }
    let range = min(1, weights.min() ?? 1) / 1.5...max(1, weights.max() ?? 1) * 2
    return LinePlot(
      "Weight of the squared error at t",
      series: [LinePlot.Series("in the bound", x: rows.map { $0[0] }, y: weights)], x: Axis("t"),
      y: Axis(scale: .log10, range: range),
      references: [LinePlot.Reference(1, label: "in the simple loss")])
  }

  private var title: String {
    "bound \(total.short(significant: 5)), -log p \(negativeLogLikelihood.short(significant: 5)),"
      + " gap \(gap.short(significant: 3)) nats"
  }
}

// MARK: - Many schedules

/// The gaps of schedules of 1, 2, 3 and more steps, up to T.
private func gapTable(_ settings: Settings) throws(FigureError) -> Table {
  let most = settings.integer("T")
  let counts = Set((0...30).map { Int(Double.exp(.log(Double(most)) * Double($0) / 30).rounded()) })
  let kind = Schedule.Kind(rawValue: settings.choice("schedule")) ?? .cosine
  var rows: [[Double]] = []
  for count in counts.sorted() {
    let schedule: Schedule
    do throws(ScheduleError) {
      schedule = kind == .cosine ? try .cosine(steps: count) : try .linear(steps: count)
    } catch {
      throw .unfit(error.description)
    }
    rows.append(
      [Double(count)]
        + VariationalBound.ReverseVariance.allCases.map {
          VariationalBound(schedule, of: settings.bell(), reverseVariance: $0).gap
        })
  }
  return Table("gaps", columns: ["T", "beta", "posterior"], rows: rows)
}

private func gapPlot(_ table: Table) -> LinePlot {
  let names = ["beta": "sigma squared = beta", "posterior": "sigma squared = beta-tilde"]
  return LinePlot(
    "Gap between bound and likelihood, nats",
    series: ["beta", "posterior"].map { column in
      // A gap of nothing has no place on the axis.
      let shown = zip(table[column: "T"], table[column: column]).filter { $0.1 > 1e-6 }
      return LinePlot.Series(names[column] ?? column, x: shown.map(\.0), y: shown.map(\.1))
    }, x: Axis("T", scale: .log10), y: Axis(scale: .log10))
}
