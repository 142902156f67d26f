import Figures
import Plots
import Probability
import RealModule

/// Two random numbers added: independent ones, and ones that know of each other.
extension Figure {
  static let sum = Figure(
    "sum", title: "Draws of X + Y against the bell whose variance is the sum",
    parameters: [
      .mean("mean_1", "0", "the mean of X"), .variance("variance_1", "1", "the variance of X"),
      .mean("mean_2", "0", "the mean of Y"), .variance("variance_2", "1", "the variance of Y"),
      .samples("5000"),
    ]
  ) { settings, seed throws(FigureError) in
    let (first, second) = (
      settings.bell("mean_1", "variance_1"), settings.bell("mean_2", "variance_2")
    )
    let exact = first.plus(independent: second)
    let deviations = first.standardDeviation + second.standardDeviation
    let samples = settings.integer("samples")
    let (x, y) = pairs(first, second, correlation: 0, count: samples, seed: seed)
    let sums = zip(x, y).map(+)
    let places = Places(covering: [exact])
    let gathering = Gathering(name: "draws of X + Y", draws: sums, range: places.range)
    return Outcome(
      settings: settings,
      values: [("mean_sum", exact.mean), ("variance_sum", exact.variance)] + measured(x, y, sums)
        + [
          ("ks_p_value", KolmogorovSmirnov(sums, against: exact.cumulative).pValue)
        ],
      tables: [gathering.table("sum", against: exact)],
      frames: Frames(
        gathering, title: "Density of a sum",
        curves: [
          places.curve("if variances add", exact),
          places.curve(
            "if deviations add", Gaussian(mean: exact.mean, variance: deviations * deviations)),
        ]))
  }

  static let dependence = Figure(
    "dependence", title: "The sum of two numbers that know of each other",
    parameters: [
      Parameter(
        "correlation", .real(.through(-1, 1)), standard: "0.8",
        "how much X and Y vary together, from -1 to 1"),
      .variance("variance_1", "1", "the variance of X"),
      .variance("variance_2", "1", "the variance of Y"),
      .samples("5000"),
    ]
  ) { settings, seed throws(FigureError) in
    let first = Gaussian(mean: 0, variance: settings.real("variance_1"))
    let second = Gaussian(mean: 0, variance: settings.real("variance_2"))
    let correlation = settings.real("correlation")
    let covariance = correlation * first.standardDeviation * second.standardDeviation
    let promised = first.plus(independent: second)
    let exact = Gaussian(mean: 0, variance: max(0, promised.variance + 2 * covariance))
    let samples = settings.integer("samples")
    let (x, y) = pairs(first, second, correlation: correlation, count: samples, seed: seed)
    let sums = zip(x, y).map(+)
    let places = Places(covering: [promised.scaled(by: 1.4)])
    let gathering = Gathering(name: "draws of X + Y", draws: sums, range: places.range)
    return Outcome(
      settings: settings,
      values: [
        ("covariance", covariance), ("variance_sum", exact.variance),
        ("variance_if_independent", promised.variance),
      ] + measured(x, y, sums),
      tables: [gathering.table("dependence", against: exact)],
      frames: Frames(
        gathering, title: "Density of X + Y, correlation \(correlation.rounded3)",
        curves: [places.curve("if independent", promised)],
        beside: { cloud(x, y, $0, first, second) }))
  }
}

/// The first draws as points of the plane, on axes of equal units.
private func cloud(
  _ x: [Double], _ y: [Double], _ count: Int, _ first: Gaussian, _ second: Gaussian
) -> Scatter {
  let reach = 3.5 * max(first.standardDeviation, second.standardDeviation)
  let shown = min(count, 1000)
  return Scatter(
    "Y over X",
    series: [Scatter.Series("", x: Array(x.prefix(shown)), y: Array(y.prefix(shown)))],
    x: Axis("X", range: -reach...reach), y: Axis(range: -reach...reach), hasEqualUnits: true)
}

/// Draws of X, and of Y made of the same standard number as X and one of its own.
private func pairs(
  _ first: Gaussian, _ second: Gaussian, correlation: Double, count: Int, seed: UInt64
) -> (x: [Double], y: [Double]) {
  var shared = CounterGenerator(seed: seed, stream: 0)
  var own = CounterGenerator(seed: seed, stream: 1)
  let (z, u) = (shared.normals(count), own.normals(count))
  let rest = Double.sqrt(max(0, 1 - correlation * correlation))
  return (
    z.map { first.mean + first.standardDeviation * $0 },
    zip(z, u).map { second.mean + second.standardDeviation * (correlation * $0 + rest * $1) }
  )
}

private func measured(
  _ x: [Double], _ y: [Double], _ sums: [Double]
) -> [(name: String, value: Double)] {
  let moments = Moments(sums)
  return [
    ("sample_mean_sum", moments.mean), ("sample_variance_sum", moments.variance),
    ("sample_correlation", JointMoments(x, y).correlation),
  ]
}
