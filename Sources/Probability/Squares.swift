import RealModule

/// Points spread evenly over squares of equal size, with or without noise.
///
/// Without noise the density is constant inside and zero outside. With noise of variance b the
/// density of one square is a product over the coordinates of
///
///     (F((x - left) / sqrt(b)) - F((x - right) / sqrt(b))) / side
///
/// with F the standard normal distribution function.
package struct Squares: Distribution2D, Hashable {
  package let centres: Points2D
  /// The class of each square.
  package let labels: [Int]
  package let side: Double
  /// The variance of the noise, per coordinate; zero for sharp squares.
  package let noise: Double

  /// Squares around at least one centre, each with its class; `side` is positive.
  package init(centres: LabelledPoints, side: Double, noise: Double = 0) {
    self.init(centres: centres.points, labels: centres.labels, side: side, noise: noise)
  }

  private init(centres: Points2D, labels: [Int], side: Double, noise: Double) {
    self.centres = centres
    self.labels = labels
    self.side = side
    self.noise = noise
  }

  package var labelCount: Int { (labels.max() ?? -1) + 1 }

  package var matched: Gaussian2D {
    // Evenly spread numbers have a variance of a twelfth of the side's square.
    Gaussian2D(
      matching: centres,
      weights: Array(repeating: 1 / Double(centres.count), count: centres.count),
      within: side * side / 12 + noise)
  }

  /// The log density at a place and its slope; without noise the slope is zero.
  package func localDensity(x: Double, y: Double) -> LocalDensity {
    guard noise > 0 else { return sharpDensity(x: x, y: y) }
    let deviation = Double.sqrt(noise)
    var sum = ExponentialSum()
    for k in centres.xs.indices {
      let across = interval(x, centres.xs[k], deviation)
      let along = interval(y, centres.ys[k], deviation)
      // The slope of log(F(a) - F(b)) is minus the mean of the interval between them.
      sum.add(
        exponent: across.logMass + along.logMass, x: -across.mean / deviation,
        y: -along.mean / deviation)
    }
    let score = sum.averages
    return LocalDensity(
      logDensity: sum.logTotal - .log(Double(centres.count) * side * side), scoreX: score.x,
      scoreY: score.y)
  }

  private func interval(_ place: Double, _ centre: Double, _ deviation: Double) -> NormalInterval {
    NormalInterval(middle: (place - centre) / deviation, width: side / deviation)
  }

  private func sharpDensity(x: Double, y: Double) -> LocalDensity {
    let around = centres.xs.indices.count {
      max(abs(x - centres.xs[$0]), abs(y - centres.ys[$0])) <= side / 2
    }
    let density = Double(around) / (Double(centres.count) * side * side)
    return LocalDensity(logDensity: .log(density), scoreX: 0, scoreY: 0)
  }

  package func pushed(scale: Double, noise added: Double) -> Squares {
    Squares(
      centres: centres.scaled(by: scale), labels: labels, side: abs(scale) * side,
      noise: scale * scale * noise + added)
  }

  package func shifted(by offset: Point2D) -> Squares {
    Squares(
      centres: centres.shifted(by: offset), labels: labels, side: side, noise: noise)
  }

  package func restricted(to label: Int) -> Squares? {
    let kept = labels.indices.filter { labels[$0] == label }
    guard !kept.isEmpty else { return nil }
    return Squares(
      centres: Points2D(kept.map { centres[$0] }), labels: kept.map { labels[$0] }, side: side,
      noise: noise)
  }

  package func draw(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> LabelledPoints {
    let deviation = Double.sqrt(noise)
    var points = Points2D(xs: [], ys: [])
    let chosen = (0..<max(0, count)).map { _ in
      let k = min(Int(generator.nextUniform() * Double(centres.count)), centres.count - 1)
      let (x, y) = (generator.nextUniform() - 0.5, generator.nextUniform() - 0.5)
      let (noiseX, noiseY) = generator.nextNormalPair()
      points.append(
        x: centres.xs[k] + side * x + deviation * noiseX,
        y: centres.ys[k] + side * y + deviation * noiseY)
      return labels[k]
    }
    return LabelledPoints(points: points, labels: chosen)
  }
}
