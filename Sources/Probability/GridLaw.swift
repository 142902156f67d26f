import RealModule

/// The law of one number by its distribution function and its density on an even grid.
///
/// It can be pushed through a growing map and have normal noise added, again and again, with nothing
/// drawn. Both are exact but for rounding and the grid, which after a thousand steps is off by some
/// 1e-6 of a deviation that has 25 cells.
package struct GridLaw: Sendable {
  /// Evenly spaced, ascending.
  package let places: [Double]
  /// The probability of a number of at most each place.
  package private(set) var cumulative: [Double]
  package private(set) var density: [Double]
  private let step: Double
  private let transform: FourierTransform

  /// A power of two, for the transform.
  package static let mostCells = 16_384
  /// The cells that the smallest deviation should have.
  package static let cellsOfDeviation = 25.0

  /// A normal law; nearly all of it, and of all that becomes of it, lies within `-reach...reach`.
  ///
  /// - Parameters:
  ///   - law: of positive variance.
  ///   - reach: half of the grid's width.
  ///   - finest: the smallest deviation that it will have to show.
  package init(_ law: Gaussian, reach: Double, finest: Double) {
    var cells = 1024
    while cells < Self.mostCells, 2 * reach * Self.cellsOfDeviation > finest * Double(cells) {
      cells *= 2
    }
    let step = 2 * reach / Double(cells)
    self.step = step
    places = (0..<cells).map { Double($0) * step - reach }
    cumulative = places.map(law.cumulative)
    density = places.map(law.density)
    transform = FourierTransform(count: cells)
  }

  /// The mean distance that mass must be moved to make it another law: Wasserstein-1, the area
  /// between the distribution functions.
  package func distance(to other: (Double) -> Double) -> Double {
    step * zip(places, cumulative).reduce(0) { $0 + abs($1.1 - other($1.0)) }
  }
}

// MARK: - Maps

extension GridLaw {
  /// The law of g(x), for a growing g.
  ///
  /// P(g(x) <= g(a)) = P(x <= a), so the distribution function's values move along with the places,
  /// and its slope is divided by g's. Between the moved places it is a cubic with both right at
  /// either end.
  ///
  /// - Parameters:
  ///   - images: g at each place, ascending.
  ///   - slopes: its slope there, positive.
  package mutating func push(to images: [Double], slopes: [Double]) {
    let tilts = zip(density, slopes).map { $0 / $1 }
    var values = [Double](repeating: 0, count: places.count)
    var heights = values
    var right = 0
    for (index, place) in places.enumerated() {
      while right < images.count, images[right] < place { right += 1 }
      guard right > 0, right < images.count else {
        values[index] = right == 0 ? 0 : 1
        continue
      }
      let piece = CubicPiece(
        from: (images[right - 1], cumulative[right - 1], tilts[right - 1]),
        to: (images[right], cumulative[right], tilts[right]))
      (values[index], heights[index]) = piece.valueAndSlope(at: place)
    }
    (cumulative, density) = (values, heights)
  }
}

/// A cubic through two points with given slopes there (Hermite), held so flat that it grows
/// throughout (Fritsch and Carlson 1980, "Monotone piecewise cubic interpolation").
private struct CubicPiece {
  private let start: Double
  private let width: Double
  private let values: (Double, Double)
  private let slopes: (Double, Double)

  init(
    from left: (x: Double, y: Double, slope: Double),
    to right: (x: Double, y: Double, slope: Double)
  ) {
    (start, width, values) = (left.x, right.x - left.x, (left.y, right.y))
    let steepest = 3 * max(0, right.y - left.y) / width
    slopes = (min(left.slope, steepest), min(right.slope, steepest))
  }

  func valueAndSlope(at x: Double) -> (Double, Double) {
    let u = (x - start) / width
    let rise = values.1 - values.0
    let (first, second) = (slopes.0 * width, slopes.1 * width)
    let square = u * u
    let value =
      values.0 + square * (3 - 2 * u) * rise + u * (1 - u) * ((1 - u) * first - u * second)
    let slope =
      (6 * (u - square) * rise + (1 - 4 * u + 3 * square) * first
        + (3 * square - 2 * u) * second) / width
    return (value, max(0, slope))
  }
}

// MARK: - Noise

extension GridLaw {
  /// The law of x plus independent normal noise of this variance, above 0.
  ///
  /// The transform of a convolution is the product of the transforms, and that of a normal density
  /// is exp(-variance k^2 / 2). What is transformed has to vanish at both ends, so the normal law of
  /// equal mean and variance is taken away before and added, broadened, after. Distribution function
  /// and density are the real and the imaginary part of one transform.
  package mutating func addNoise(variance: Double) {
    let matched = self.matched
    let broad = Gaussian(mean: matched.mean, variance: matched.variance + variance)
    var real = zip(places, cumulative).map { $1 - matched.cumulative(to: $0) }
    var imaginary = zip(places, density).map { $1 - matched.density(at: $0) }
    transform.transform(&real, &imaginary)
    let cells = places.count
    let unit = 2 * Double.pi / (step * Double(cells))
    for index in real.indices {
      let k = unit * Double(min(index, cells - index))
      let factor = Double.exp(-0.5 * variance * k * k) / Double(cells)
      // The inverse is the transform of the conjugate numbers, conjugated.
      (real[index], imaginary[index]) = (factor * real[index], -factor * imaginary[index])
    }
    transform.transform(&real, &imaginary)
    cumulative = zip(places, real).map { $1 + broad.cumulative(to: $0) }
    density = zip(places, imaginary).map { max(0, broad.density(at: $0) - $1) }
  }

  /// The normal law of equal mean and variance.
  package var matched: Gaussian {
    let total = density.reduce(0, +)
    let mean = zip(places, density).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(places, density).reduce(0) {
      $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 / total
    }
    return Gaussian(mean: mean, variance: variance)
  }
}
