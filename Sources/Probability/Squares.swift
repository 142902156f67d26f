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

  private let grid: SquareGrid

  /// Squares around at least one centre, each with its class; `side` is positive.
  package init(centres: LabelledPoints, side: Double, noise: Double = 0) {
    self.init(centres: centres.points, labels: centres.labels, side: side, noise: noise)
  }

  private init(centres: Points2D, labels: [Int], side: Double, noise: Double) {
    self.centres = centres
    self.labels = labels
    self.side = side
    self.noise = noise
    grid = SquareGrid(centres)
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
    let (logs, scores) = blurred(at: Points2D(xs: [x], ys: [y]))
    return LocalDensity(logDensity: logs[0], scoreX: scores.xs[0], scoreY: scores.ys[0])
  }

  package func logDensities(at points: Points2D) -> [Double] {
    guard noise > 0 else {
      return zip(points.xs, points.ys).map { sharpDensity(x: $0, y: $1).logDensity }
    }
    return blurred(at: points).logDensities
  }

  package func scores(at points: Points2D) -> Points2D {
    noise > 0 ? blurred(at: points).scores : points.scaled(by: 0)
  }

  private func blurred(at points: Points2D) -> (logDensities: [Double], scores: Points2D) {
    grid.local(at: points, side: side, deviation: .sqrt(noise))
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

  package func share(of label: Int) -> Double {
    Double(labels.count { $0 == label }) / Double(labels.count)
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
    var chosen: [Int] = []
    var inside = Points2D(xs: [], ys: [])
    let normals = generator.normalPoints(count) { generator in
      let k = min(Int(generator.nextUniform() * Double(centres.count)), centres.count - 1)
      let (x, y) = (generator.nextUniform() - 0.5, generator.nextUniform() - 0.5)
      chosen.append(labels[k])
      inside.append(x: centres.xs[k] + side * x, y: centres.ys[k] + side * y)
    }
    return LabelledPoints(points: inside.combined(1, with: normals, deviation), labels: chosen)
  }
}
