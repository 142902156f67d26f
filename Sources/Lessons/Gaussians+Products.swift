import Figures
import Plots
import Probability
import RealModule

/// Two bells multiplied, and what that says of a number that was measured.
extension Figure {
  static let product = Figure(
    "product", title: "The product of two normal densities, scaled to area 1",
    parameters: [
      .mean("mean_1", "0", "the mean of the first"),
      .variance("variance_1", "1", "the variance of the first"),
      .mean("mean_2", "4", "the mean of the second"),
      .variance("variance_2", "1", "the variance of the second"),
    ]
  ) { settings, _ throws(FigureError) in
    let (first, second) = (
      settings.bell("mean_1", "variance_1"), settings.bell("mean_2", "variance_2")
    )
    let (bell, logFactor) = first.times(second)
    let places = Places(covering: [first, second])
    let curves = [
      places.curve("first", first), places.curve("second", second),
      places.curve("product, scaled", bell),
    ]
    return Outcome(
      settings: settings,
      values: [
        ("precision_1", 1 / first.variance), ("precision_2", 1 / second.variance),
        ("product_precision", 1 / bell.variance), ("product_mean", bell.mean),
        ("product_variance", bell.variance), ("log_factor", logFactor),
        ("factor", .exp(logFactor)),
      ],
      tables: [
        places.table(
          "product",
          [
            ("first", curves[0].y), ("second", curves[1].y),
            ("product", zip(curves[0].y, curves[1].y).map(*)), ("scaled", curves[2].y),
          ])
      ],
      frames: Frames(
        plot: LinePlot(
          "Densities", series: curves, x: Axis("x", range: places.range))))
  }

  static let conditioning = Figure(
    "conditioning", title: "What a noisy measurement y = a x + noise says of x",
    parameters: [
      .mean("mean", "0", "the mean of the prior"),
      .variance("variance", "1", "the variance of the prior"),
      Parameter(
        "scale", .real(.through(-5, 5)), standard: "1", "the number a that x is multiplied by"),
      .variance("noise", "1", "the variance of the noise"),
      Parameter("y", .real(.through(-20, 20)), standard: "2", "the value that was measured"),
    ]
  ) { settings, _ throws(FigureError) in
    let measurement = Measurement(
      prior: settings.bell(), scale: settings.real("scale"), noise: settings.real("noise"))
    let y = settings.real("y")
    let posterior = measurement.posterior(y)
    let places = measurement.places(also: y)
    return Outcome(
      settings: settings,
      values: [
        ("prior_precision", 1 / measurement.prior.variance),
        ("measurement_precision", measurement.scale * measurement.scale / measurement.noise),
        ("posterior_precision", 1 / posterior.variance), ("posterior_mean", posterior.mean),
        ("posterior_variance", posterior.variance),
        ("density_of_y", measurement.seen.density(at: y)),
      ],
      tables: [
        places.table(
          "conditioning", measurement.curves(y, places).map { ($0.column, $0.series.y) })
      ],
      frames: measurement.frames(y, places))
  }
}

/// A prior, and a measurement of it: y = scale x + noise.
private struct Measurement: Sendable {
  let prior: Gaussian
  let scale: Double
  /// The variance of the noise.
  let noise: Double

  /// The distribution of y when x is not known.
  var seen: Gaussian { prior.pushed(scale: scale, noise: noise) }

  func posterior(_ y: Double) -> Gaussian { prior.posterior(given: y, scale: scale, noise: noise) }

  /// Room for the prior, and for the posterior of each y that a frame shows.
  func places(also y: Double) -> Places {
    let ys = [y] + sweep
    return Places(covering: [prior] + ys.map(posterior), reach: 3.5)
  }

  func curves(_ y: Double, _ places: Places) -> [(column: String, series: LinePlot.Series)] {
    [
      ("prior", places.curve("prior p(x)", prior)),
      (
        "likelihood",
        places.curve("p(y given x)") { x in
          Gaussian(mean: scale * x, variance: noise).density(at: y)
        }
      ),
      ("posterior", places.curve("posterior p(x given y)", posterior(y))),
    ]
  }

  /// Values of y across its distribution.
  private var sweep: [Double] {
    let reach = 2.5 * seen.standardDeviation
    return evenly(41, from: seen.mean - reach, through: seen.mean + reach)
  }

  /// y slides across; the one that was asked for is shown first.
  func frames(_ y: Double, _ places: Places) -> Frames {
    let ys = Set(sweep + [y]).sorted()
    let top = 1.1 * max(prior.peak, posterior(y).peak, Gaussian(mean: 0, variance: noise).peak)
    return Frames(
      count: ys.count, first: ys.firstIndex(of: y) ?? 0,
      label: { "y = \(ys[$0].rounded3), mean = \(posterior(ys[$0]).mean.rounded3)" },
      picture: { frame in
        LinePlot(
          "Before and after y = \(ys[frame].rounded3) is seen",
          series: curves(ys[frame], places).map(\.series), x: Axis("x", range: places.range),
          y: Axis(range: 0...top))
      })
  }
}
