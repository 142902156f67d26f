import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

/// The figures of lesson 04: where a number came from when only the noisy one is known.
extension Figure {
  static let reverseKernel: [Figure] = [pairs, kernel, kernelDivergence, starts]

  /// Pairs before and after one step, cut at x_t.
  private static let pairs = Figure(
    "pairs", title: "Pairs of a number before a step and after it, cut where x_t was seen",
    parameters: [.stepBeta, .xt("0")] + Parameter.mixture + [
      Parameter("samples", .integer(100...200_000), standard: "20000", "how many pairs are drawn")
    ]
  ) { settings, seed throws(FigureError) in
    let (prior, beta) = (try settings.mixture(), settings.real("beta"))
    var generator = CounterGenerator(seed: seed)
    let before = prior.draw(settings.integer("samples"), using: &generator).values
    var noise = CounterGenerator(seed: seed, stream: 1)
    let after = before.combined(.sqrt(1 - beta), with: noise.normals(before.count), .sqrt(beta))
    let cloud = StripCloud(before: before, after: after) {
      ReverseKernel(prior, beta: beta, xt: $0).law
    }
    let xt = settings.real("x_t")
    return Outcome(settings: settings, values: cloud.values(at: xt), frames: cloud.frames(at: xt))
  }

  /// One kernel, and what becomes of it along beta.
  private static let kernel = Figure(
    "kernel", title: "Where x_t came from: the exact law, and the normal one of equal moments",
    parameters: [.stepBeta, .xt("0")] + Parameter.mixture
  ) { settings, _ throws(FigureError) in
    let sweep = KernelSweep(
      prior: try settings.mixture(), xt: settings.real("x_t"), beta: settings.real("beta"))
    let kernel = sweep.kernel(settings.real("beta"))
    return Outcome(
      settings: settings,
      values: [
        ("mean", kernel.law.mean), ("variance", kernel.law.variance),
        ("kl_to_gaussian", kernel.divergenceFromNormal),
        ("variance_over_beta", kernel.law.variance / kernel.beta),
      ], tables: [kernel.table], frames: sweep.frames)
  }
}

extension Parameter {
  /// The variance of the noise of one step that stands alone.
  static let stepBeta = Parameter(
    "beta", .real(.between(0, 1)), standard: "0.3", "the variance of the noise of the step")

  static func xt(_ standard: String) -> Parameter {
    Parameter(
      "x_t", .real(.through(-1e6, 1e6, step: 0.25)), standard: standard,
      "the noisy number that was seen")
  }
}

// MARK: - Along beta

/// One prior and one x_t, and the kernels of many betas.
private struct KernelSweep: Sendable {
  let prior: Mixture
  let xt: Double
  /// The one that was asked for.
  let beta: Double

  func kernel(_ beta: Double) -> ReverseKernel { ReverseKernel(prior, beta: beta, xt: xt) }

  /// Beta falls; the axes go with the kernel's width, else it would soon be a needle.
  var frames: Frames {
    let betas = Set(falling(49, from: 0.95, to: 1e-4) + [beta]).sorted(by: >)
    return Frames(
      count: betas.count, first: betas.firstIndex(of: beta) ?? 0,
      label: { "beta = \(betas[$0].short(significant: 4))" },
      picture: { kernel(betas[$0]).plot })
  }
}

/// Numbers that fall by equal factors, both ends included.
func falling(_ count: Int, from first: Double, to last: Double) -> [Double] {
  evenly(count, from: .log10(first), through: .log10(last)).map { exponent in
    let power = Double.exp10(exponent)
    // Four digits, so that what a label shows can be typed.
    return Double(power.short(significant: 4)) ?? power
  }
}

extension ReverseKernel {
  /// Where the kernel is, in small steps wherever a part of it is narrow.
  fileprivate var places: [Double] {
    let bell = law.matched
    let whole = Places(covering: [bell], reach: 4).xs
    let (first, last) = (whole[0], whole[whole.count - 1])
    let near = law.components.flatMap { part in
      (-12...12).map { part.mean + Double($0) / 4 * part.standardDeviation }
    }
    return Set(whole + near.filter { (first...last).contains($0) }).sorted()
  }

  fileprivate var table: Table {
    let (places, bell) = (places, law.matched)
    return Table(
      "kernel", columns: ["x", "exact", "gaussian", "before"],
      rows: places.map { x in
        [x, law.density(at: x), bell.density(at: x), prior.density(at: x)]
      })
  }

  /// The exact law, the normal one, and what was likely before the step, scaled to the height.
  fileprivate var plot: LinePlot {
    let (places, bell) = (places, law.matched)
    let (exact, normal) = (law.densities(at: places), places.map { bell.density(at: $0) })
    let top = max(bell.peak, exact.filter(\.isFinite).max() ?? 0)
    let logs = places.map { prior.logDensity(at: $0) }
    let highest = logs.filter(\.isFinite).max() ?? 0
    return LinePlot(
      "beta \(beta.short(significant: 4)): KL \(divergenceFromNormal.short(significant: 3)) nats",
      series: [
        LinePlot.Series("exact", x: places, y: exact),
        LinePlot.Series("normal", x: places, y: normal),
        LinePlot.Series("q(x before), scaled", x: places, y: logs.map { top * .exp($0 - highest) }),
      ],
      x: Axis("x before the step", range: places[0]...places[places.count - 1]),
      y: Axis(range: 0...1.3 * top))
  }
}
