import Figures
import Plots
import Probability
import RealModule

/// What a term P x^2 - 2 Q x in an exponent is: the square completed, and the bell that it makes.
///
///     P x^2 - 2 Q x = P (x - Q/P)^2 - Q^2/P
///     exp(-(P x^2 - 2 Q x) / 2) = exp(Q^2 / (2 P)) exp(-(x - Q/P)^2 / (2 / P))
extension Figure {
  static let square = Figure(
    "square", title: "A square, a slope, and the bell that they make",
    parameters: [
      Parameter("P", .real(.through(0.1, 10)), standard: "1", "the number before the square"),
      Parameter("Q", .real(.through(-10, 10)), standard: "2", "half the slope"),
    ]
  ) { settings, _ throws(FigureError) in
    let square = Completed(p: settings.real("P"), q: settings.real("Q"))
    let places = square.places
    return Outcome(
      settings: settings,
      values: [
        ("mean", square.bell.mean), ("variance", square.bell.variance),
        ("least", square.least), ("factor", .exp(-square.least / 2)),
      ],
      tables: [
        places.table(
          "square",
          [
            ("square", places.curve("", square.square).y),
            ("slope", places.curve("", square.slope).y),
            ("both", places.curve("", square.both).y),
            ("bell", places.curve("", square.bell).y),
          ])
      ],
      frames: square.frames)
  }
}

/// P x^2 - 2 Q x, and what completing its square says of it.
private struct Completed: Sendable {
  let p: Double
  let q: Double

  /// Mean Q/P and variance 1/P.
  var bell: Gaussian { Gaussian(mean: q / p, variance: 1 / p) }
  /// The lowest point, at the mean of the bell.
  var least: Double { -q * q / p }

  func square(_ x: Double) -> Double { p * x * x }
  func slope(_ x: Double) -> Double { -2 * q * x }
  func both(_ x: Double) -> Double { square(x) + slope(x) }

  /// Room for the bell without a slope too.
  var places: Places { Places(covering: [bell, Gaussian(mean: 0, variance: 1 / p)], reach: 3) }

  /// The slope grows from 0 to its value.
  var frames: Frames {
    let slopes = evenly(31, from: 0, through: q)
    return Frames(
      count: slopes.count, first: slopes.count - 1,
      label: { "Q = \(slopes[$0].rounded3), lowest at Q/P = \((slopes[$0] / p).rounded3)" },
      picture: { picture(Completed(p: p, q: slopes[$0])) })
  }

  private func picture(_ now: Completed) -> Panels {
    let places = places
    let middle = LinePlot.Cursor(now.bell.mean)
    let exponents = LinePlot(
      series: [
        places.curve("P x^2", now.square), places.curve("-2 Q x", now.slope),
        places.curve("both", now.both),
      ], x: Axis("x", range: places.range), y: Axis(range: least - 1...least.magnitude + 9),
      cursors: [middle])
    let bells = LinePlot(
      series: [places.curve("mean Q/P, variance 1/P", now.bell)],
      x: Axis("x", range: places.range), y: Axis(range: 0...1.1 * bell.peak), cursors: [middle])
    return Panels(
      "",
      [Panel("in the exponent", exponents, importance: 1), Panel("exp(-half of both)", bells)])
  }
}
