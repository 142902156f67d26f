import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// Which variance a reverse step has in truth, for data from a point to wider than the noise.
  static let ddpmVariance = Figure(
    "variance", title: "The true variance of a step back, between beta-tilde and beta",
    parameters: Parameter.schedule
  ) { settings, _ throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    guard schedule.steps >= 2 else {
      throw .unfit("T is 1, and its one step back adds no noise; give a T from 2 on.")
    }
    let choice = VarianceChoice(schedule)
    return Outcome(
      settings: settings.effective(schedule), values: choice.values, tables: [choice.table],
      frames: choice.frames)
  }
}

extension Schedule {
  /// The variance of x_{t-1} given x_t alone, for normal data of this variance; `t` is in 1...T.
  ///
  /// Before the step x has the variance V = abar_{t-1} v + 1 - abar_{t-1}, and the step keeps
  /// alpha_t of it and adds beta_t. Precisions add:
  ///
  ///     1 / variance = 1 / V + alpha_t / beta_t,   so   variance = V beta_t / (beta_t + alpha_t V)
  ///
  /// For v = 1 that is beta_t, and for v = 0 it is beta-tilde_t. Source: DDPM, section 3.2.
  func reverseVariance(at t: Int, dataVariance: Double) -> Double {
    let before = diffused(Gaussian(mean: 0, variance: dataVariance), to: t - 1).variance
    return before * beta[t] / (beta[t] + alpha[t] * before)
  }
}

/// What it costs to take beta or beta-tilde for the true variance of every step.
private struct VarianceChoice: Sendable {
  private let schedule: Schedule
  /// From a point to wider than the noise, for the pictures by their logarithm.
  private static let dataVariances = evenly(61, from: -5, through: 1).map { Double.exp10($0) }
  private let costs: [(beta: Double, posterior: Double)]
  /// Those that films show: from T to 2, for at t = 1 no noise is added.
  private let timeline: [Int]

  init(_ schedule: Schedule) {
    self.schedule = schedule
    costs = Self.dataVariances.map { schedule.costs(dataVariance: $0) }
    timeline = StepTimeline(schedule).steps.reversed().filter { $0 >= 2 }
  }

  var values: [(name: String, value: Double)] {
    [
      ("divergence_beta_point", schedule.costs(dataVariance: 0).beta),
      ("divergence_posterior_unit", schedule.costs(dataVariance: 1).posterior),
      ("equal_at_data_variance", crossing),
    ]
  }

  /// The data variance for which both choices cost the same, by halving.
  private var crossing: Double {
    var (low, high) = (Double.log(1e-12), 0.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let costs = schedule.costs(dataVariance: .exp(middle))
      if costs.posterior < costs.beta { low = middle } else { high = middle }
    }
    return .exp(low)
  }

  var table: Table {
    Table(
      "variance",
      columns: [
        "data_variance", "divergence_beta", "divergence_posterior", "final_variance_beta",
        "final_variance_posterior",
      ],
      rows: zip(Self.dataVariances, costs).map { variance, cost in
        let ends = [ReverseNoise.sigmaHat, .eta(1)].map { noise in
          Sampler(schedule, visiting: Array(1...schedule.steps), noise: noise)
            .law(of: Gaussian(mean: 0, variance: variance)).variance
        }
        return [variance, cost.beta, cost.posterior] + ends
      })
  }

  // MARK: Frames

  var frames: Frames {
    let total = totals
    return Frames(
      count: timeline.count, first: timeline.count - 1, label: { "t = \(timeline[$0])" },
      picture: { frame in
        let t = timeline[frame]
        let ratio = schedule.posterior(at: t).variance / schedule.beta[t]
        return Panels(
          "t = \(t) of \(schedule.steps): beta-tilde is \(ratio.short(significant: 3)) of beta",
          [
            Panel("variance of this step back, over beta", oneStep(t)),
            Panel("divergence of all steps, nats", total, importance: -1),
          ])
      })
  }

  private func oneStep(_ t: Int) -> LinePlot {
    let truth = Self.dataVariances.map {
      schedule.reverseVariance(at: t, dataVariance: $0) / schedule.beta[t]
    }
    let ratio = schedule.posterior(at: t).variance / schedule.beta[t]
    return LinePlot(
      series: [LinePlot.Series("true", x: Self.dataVariances, y: truth)],
      x: Axis("variance of the data", scale: .log10), y: Axis(range: 0...1.25),
      references: [
        LinePlot.Reference(1, label: "beta"), LinePlot.Reference(ratio, label: "beta-tilde"),
      ])
  }

  private var totals: LinePlot {
    let floor = 1e-4
    let curve = { (name: String, cost: KeyPath<(beta: Double, posterior: Double), Double>) in
      LinePlot.Series(name, x: Self.dataVariances, y: costs.map { max(floor, $0[keyPath: cost]) })
    }
    return LinePlot(
      series: [curve("beta", \.beta), curve("beta-tilde", \.posterior)],
      x: Axis("variance of the data", scale: .log10), y: Axis(scale: .log10, range: floor...10))
  }
}

extension Schedule {
  /// The divergences of the true steps back from the chosen ones, summed over all steps but the
  /// last, for normal data: all means are right, so only the variances differ.
  ///
  /// The last step, to t = 0, adds no noise in either.
  fileprivate func costs(dataVariance: Double) -> (beta: Double, posterior: Double) {
    (2...steps).reduce(into: (0, 0)) { sum, t in
      let truth = Gaussian(
        mean: 0, variance: reverseVariance(at: t, dataVariance: dataVariance))
      let choices = (beta[t], posterior(at: t).variance)
      sum.beta += truth.divergence(from: Gaussian(mean: 0, variance: choices.0))
      sum.posterior += truth.divergence(from: Gaussian(mean: 0, variance: choices.1))
    }
  }
}
