import Figures
import Plots
import Probability

/// The figures of lesson 00: what becomes of normal distributions.
extension Figure {
  static let gaussians: [Figure] = [
    density, scaling, sum, dependence, square, product, conditioning, divergence, byHand,
  ]

  /// One bell, and draws that gather under it.
  private static let density = Figure(
    "density", title: "A normal density, and draws from it",
    parameters: [
      .mean("mean", "0", "the middle of the bell"),
      .variance("variance", "1", "the mean squared distance from the middle"),
      .samples("2000"),
    ]
  ) { settings, seed throws(FigureError) in
    let bell = settings.bell()
    let samples = settings.integer("samples")
    var generator = CounterGenerator(seed: seed)
    let draws = generator.normals(samples).map { bell.mean + bell.standardDeviation * $0 }
    let moments = Moments(draws)
    // The same axis while the bell fits it, so that turning shows what moves and what bends.
    let places = Places(covering: [bell, Gaussian(mean: 0, variance: 4)])
    let gathering = Gathering(name: "draws", draws: draws, range: places.range)
    return Outcome(
      settings: settings,
      values: [
        ("mean", bell.mean), ("variance", bell.variance),
        ("standard_deviation", bell.standardDeviation), ("peak", bell.peak),
        ("sample_mean", moments.mean), ("sample_variance", moments.variance),
        ("within_one", draws.share { abs(bell.standardised($0)) <= 1 }),
        ("within_two", draws.share { abs(bell.standardised($0)) <= 2 }),
      ],
      tables: [gathering.table("density", against: bell)],
      frames: Frames(gathering, title: "Density of X", curves: [places.curve("density", bell)]))
  }

  /// A bell that is stretched and moved.
  private static let scaling = Figure(
    "scaling", title: "A bell, and the bell of a X + b",
    parameters: [
      .mean("mean", "0", "the mean of X"), .variance("variance", "1", "the variance of X"),
      Parameter(
        "factor", .real(.through(-5, 5)), standard: "2", "the number a that X is multiplied by"),
      Parameter("shift", .real(.through(-10, 10)), standard: "0", "the number b that is added"),
    ]
  ) { settings, _ throws(FigureError) in
    let (factor, shift) = (settings.real("factor"), settings.real("shift"))
    guard abs(factor) >= 0.01 else {
      throw .unfit(
        "The factor \(factor.typed) leaves hardly anything of the bell; give one of at least 0.01.")
    }
    let bell = settings.bell()
    let result = bell.scaled(by: factor).shifted(by: shift)
    let places = Places(covering: [bell, result])
    return Outcome(
      settings: settings,
      values: [
        ("mean", bell.mean), ("variance", bell.variance), ("scaled_mean", result.mean),
        ("scaled_variance", result.variance),
        ("scaled_standard_deviation", result.standardDeviation), ("scaled_peak", result.peak),
      ],
      tables: [
        places.table(
          "scaling",
          [
            ("density", places.curve("", bell).y), ("scaled_density", places.curve("", result).y),
          ])
      ],
      frames: stretching(bell, factor: factor, shift: shift, places))
  }
}

/// The factor on its way from 1, or from -1 where it is negative, to its value; the shift from 0.
private func stretching(
  _ bell: Gaussian, factor: Double, shift: Double, _ places: Places
) -> Frames {
  let count = 31
  let factors = evenly(count, from: factor < 0 ? -1 : 1, through: factor)
  let shifts = evenly(count, from: 0, through: shift)
  let top = 1.05 * max(bell.peak, bell.scaled(by: factor).peak)
  return Frames(
    count: count, first: count - 1,
    label: {
      "a = \(factors[$0].rounded3), variance = \((factors[$0] * factors[$0] * bell.variance).rounded3)"
    },
    picture: { frame in
      let scaled = bell.scaled(by: factors[frame]).shifted(by: shifts[frame])
      return LinePlot(
        "Densities", series: [places.curve("X", bell), places.curve("a X + b", scaled)],
        x: Axis("x", range: places.range), y: Axis(range: 0...top))
    })
}

extension [Double] {
  /// The share of the numbers of which something is so.
  fileprivate func share(where test: (Double) -> Bool) -> Double {
    Double(count(where: test)) / Double(Swift.max(1, count))
  }
}
