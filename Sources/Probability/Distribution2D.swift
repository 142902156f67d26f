import RealModule

/// A distribution of points in the plane that is known exactly: an oracle for toy data.
///
/// It can be drawn from, its density and score can be computed anywhere, and it stays of its kind
/// when it is shrunk and noise is added, so its law after any number of forward steps is known too.
/// Noise means independent normal noise, of mean zero and equal variance on both coordinates.
package protocol Distribution2D: Sendable {
  /// The normal distribution of equal mean and covariance.
  var matched: Gaussian2D { get }

  /// The number of classes; labels are 0 up to it.
  var labelCount: Int { get }

  /// The log density at a place and its slope.
  func localDensity(x: Double, y: Double) -> LocalDensity

  func logDensities(at points: Points2D) -> [Double]

  /// The slope of the log density at each point.
  func scores(at points: Points2D) -> Points2D

  /// The distribution of `scale` times the point plus noise of variance `noise` per coordinate.
  func pushed(scale: Double, noise: Double) -> Self

  /// The distribution of the point plus a constant.
  func shifted(by offset: Point2D) -> Self

  /// The probability of a class; 0 where there is none.
  func share(of label: Int) -> Double

  /// The distribution of the points of one class; nil where there is none.
  func restricted(to label: Int) -> Self?

  /// The class of largest responsibility for each point: the one with the largest part of the
  /// density there.
  func labels(of points: Points2D) -> [Int]

  /// How wide points spread around their modes, in units of how wide the law's own do; nil for a
  /// law that has no modes.
  func spreadRatio(of points: Points2D) -> Double?

  /// Independent draws with their classes.
  ///
  /// Each takes equally many numbers of the generator, so fewer draws are the beginning of more.
  func draw(_ count: Int, using generator: inout some RandomNumberGenerator) -> LabelledPoints
}

/// The log density at a place and its slope there.
package struct LocalDensity: Hashable, Sendable {
  /// In nats; the density is per unit of area.
  package let logDensity: Double
  package let scoreX: Double
  package let scoreY: Double
}

extension Distribution2D {
  /// Draws that are a function of the seed alone, and independent for another stream.
  package func draw(_ count: Int, seed: UInt64, stream: UInt64 = 0) -> LabelledPoints {
    var generator = CounterGenerator(seed: seed, stream: stream)
    return draw(count, using: &generator)
  }

  package func logDensity(at point: Point2D) -> Double {
    localDensity(x: point.x, y: point.y).logDensity
  }

  /// The density, per unit of area.
  package func density(at point: Point2D) -> Double { .exp(logDensity(at: point)) }

  /// The slope of the log density: where the density grows, and how fast.
  package func score(at point: Point2D) -> Point2D {
    let local = localDensity(x: point.x, y: point.y)
    return Point2D(x: local.scoreX, y: local.scoreY)
  }

  /// The same shape with mean zero and a variance of 1 per coordinate, on average over the two.
  ///
  /// Both coordinates are scaled alike, so that circles stay circles; noise of variance 1 then
  /// weighs as much as the data.
  package func standardised() -> Self {
    let matched = matched
    let variance = (matched.varianceX + matched.varianceY) / 2
    return shifted(by: Point2D(x: -matched.mean.x, y: -matched.mean.y))
      .pushed(scale: 1 / .sqrt(variance), noise: 0)
  }
}
