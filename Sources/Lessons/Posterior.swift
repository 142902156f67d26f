import Diffusion
import Figures
import Plots
import Probability

/// The figures of lesson 05: one step back where the start is known.
extension Figure {
  static let posterior: [Figure] = [posteriorTable, posteriorCloud, posteriorBells, twoVariances]

  /// The posterior of every step, in both forms of its mean.
  private static let posteriorTable = Figure(
    "posterior", title: "The law of x before a step, given x after it and the start",
    parameters: Parameter.schedule + [
      Parameter(
        "show", .choice(["x0", "noise", "variance", "table"]), standard: "x0",
        "what to draw: the mean's factors from x_0, those from the noise, the variance, the table")
    ]
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let posteriors = (1...schedule.steps).map { schedule.posterior(at: $0) }
    let last = posteriors[schedule.steps - 1]
    return Outcome(
      settings: settings.effective(schedule),
      values: [
        ("posterior_variance_T", last.variance), ("coefficient_x0_T", last.coefficientX0),
        ("coefficient_xt_T", last.coefficientXt), ("scale_xt_T", last.scaleXt),
        ("scale_noise_T", last.scaleNoise),
      ], tables: [posteriors.table], frames: posteriors.frames(show: settings.choice("show")))
  }

  /// Beta-tilde as a share of beta.
  private static let twoVariances = Figure(
    "variances", title: "How much of beta is left once the start is known",
    parameters: Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let steps = Array(1...schedule.steps)
    let variances = steps.map { schedule.posterior(at: $0).variance }
    let ratios = zip(variances, schedule.beta.dropFirst()).map(/)
    return Outcome(
      settings: settings.effective(schedule),
      values: [
        ("ratio_2", ratios.count > 1 ? ratios[1] : .nan), ("ratio_T", ratios[ratios.count - 1]),
      ],
      tables: [
        Table(
          "variances", columns: ["t", "beta", "posterior_variance", "ratio"],
          rows: steps.indices.map {
            [Double(steps[$0]), schedule.beta[steps[$0]], variances[$0], ratios[$0]]
          })
      ],
      frames: Frames(
        plot: LinePlot(
          "Beta-tilde as a share of beta",
          series: [LinePlot.Series("", x: steps.map(Double.init), y: ratios)],
          x: Axis("t", scale: .log10), y: Axis(range: 0...1.1),
          references: [LinePlot.Reference(1, label: "beta itself")])))
  }
}

extension [Posterior] {
  fileprivate var table: Table {
    Table(
      "posterior",
      columns: [
        "t", "posterior_variance", "coefficient_x0", "coefficient_xt", "scale_xt", "scale_noise",
      ],
      rows: map {
        [
          Double($0.t), $0.variance, $0.coefficientX0, $0.coefficientXt, $0.scaleXt, $0.scaleNoise,
        ]
      })
  }

  fileprivate func frames(show: String) -> Frames {
    switch show {
    case "table": Frames(table: table)
    case "noise":
      plot(
        "The mean is x_t times one factor, less the noise times the other",
        [("of x_t", \.scaleXt), ("of the noise", \.scaleNoise)])
    case "variance":
      plot("What is left open of x before the step: beta-tilde", [("beta-tilde", \.variance)])
    default:
      plot(
        "The mean is x_0 times one factor, and x_t times the other",
        [("of x_0", \.coefficientX0), ("of x_t", \.coefficientXt)])
    }
  }

  private func plot(_ title: String, _ curves: [(name: String, value: (Posterior) -> Double)])
    -> Frames
  {
    let steps = map { Double($0.t) }
    return Frames(
      plot: LinePlot(
        title, series: curves.map { LinePlot.Series($0.name, x: steps, y: map($0.value)) },
        x: Axis("t", scale: .log10)))
  }
}
