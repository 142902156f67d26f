package import Probability

/// Toy data of the plane, by the names that figures use.
///
/// Each is a distribution that is known exactly, with mean zero and a variance of 1 per
/// coordinate, on average over the two; both coordinates are scaled alike.
///
///     ToyData.moons.distribution.draw(2000, seed: 1)
package enum ToyData: String, CaseIterable, Sendable {
  case moons
  case ring
  case swissRoll = "swiss-roll"
  case checkerboard
  case spiral
  case normal
  case grid
  case twoRings = "two-rings"
  case infinity
  case heart

  package var distribution: any Distribution2D {
    switch self {
    case .moons: Mixture2D.moons.standardised()
    case .ring: Mixture2D.ring.standardised()
    case .swissRoll: Mixture2D.swissRoll.standardised()
    case .checkerboard: Squares.checkerboard.standardised()
    case .spiral: Mixture2D.spiral.standardised()
    case .normal: Self.normal(mean: 0, variance: 1)
    case .grid: Mixture2D.grid.standardised()
    case .twoRings: Mixture2D.twoRings.standardised()
    case .infinity: Mixture2D.infinity.standardised()
    case .heart: Mixture2D.heart.standardised()
    }
  }

  /// A round normal distribution: both coordinates have this mean and this positive variance.
  package static func normal(mean: Double, variance: Double) -> Mixture2D {
    Mixture2D(centre: Point2D(x: mean, y: mean), variance: variance)
  }
}
