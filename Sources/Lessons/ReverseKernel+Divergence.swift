import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// How far the kernel is from a normal law, for every beta.
  static let kernelDivergence = Figure(
    "divergence", title: "How far the way back is from a normal law, as beta falls",
    parameters: [.xt("0")] + Parameter.mixture
  ) { settings, _ throws(FigureError) in
    let fall = DivergenceFall(try settings.mixture(), xt: settings.real("x_t"))
    let last = fall.slopes.count - 2
    return Outcome(
      settings: settings,
      values: [
        ("slope", fall.slopes[last]), ("beta_of_slope", fall.betas[last]),
        ("kl_to_gaussian", fall.divergences[last]),
      ], tables: [fall.table], frames: fall.frames)
  }
}

/// The divergence of one kernel from normal laws, along beta.
private struct DivergenceFall: Sendable {
  /// From large to small.
  let betas = falling(61, from: 0.9, to: 1e-6)
  let divergences: [Double]

  init(_ prior: Mixture, xt: Double) {
    divergences = betas.map { ReverseKernel(prior, beta: $0, xt: xt).divergenceFromNormal }
  }

  /// The power of beta by which the divergence falls: the slope on logarithmic axes.
  ///
  /// Between the neighbours; not a number at both ends.
  var slopes: [Double] {
    betas.indices.map { index in
      guard index > 0, index + 1 < betas.count else { return .nan }
      return .log(divergences[index + 1] / divergences[index - 1])
        / .log(betas[index + 1] / betas[index - 1])
    }
  }

  var table: Table {
    let slopes = slopes
    return Table(
      "divergence", columns: ["beta", "kl_to_gaussian", "slope"],
      rows: betas.indices.map { [betas[$0], divergences[$0], slopes[$0]] })
  }

  /// A line of the slope at one place runs along the curve.
  var frames: Frames {
    let slopes = slopes
    let inner = Array(1..<betas.count - 1)
    return Frames(
      count: inner.count, first: 2 * inner.count / 3,
      label: {
        "beta = \(betas[inner[$0]].short(significant: 4)), slope = \(slopes[inner[$0]].rounded3)"
      },
      picture: { plot(at: inner[$0], slope: slopes[inner[$0]]) })
  }

  private func plot(at index: Int, slope: Double) -> LinePlot {
    let positive = divergences.filter { $0 > 0 && $0.isFinite }
    let range = positive.isEmpty ? nil : (positive.min() ?? 0) / 3...(positive.max() ?? 1) * 3
    return LinePlot(
      "KL \(divergences[index].short(significant: 3)) nats, slope \(slope.rounded3)",
      series: [
        LinePlot.Series("KL to the normal law", x: betas, y: divergences),
        tangent(at: index, slope: slope, within: range),
      ],
      x: Axis("beta", scale: .log10, range: 1e-6...1), y: Axis(scale: .log10, range: range),
      cursors: [LinePlot.Cursor(betas[index])])
  }

  /// A straight line of that slope, two decades of beta long.
  private func tangent(
    at index: Int, slope: Double, within range: ClosedRange<Double>?
  ) -> LinePlot.Series {
    let points = evenly(41, from: -1, through: 1).map { power in
      (betas[index] * .exp10(power), divergences[index] * .exp10(power * slope))
    }.filter { range?.contains($0.1) ?? false }
    return LinePlot.Series("the slope here", x: points.map(\.0), y: points.map(\.1))
  }
}
