import Probability

/// Evenly spaced values of some standard normal numbers, in every combination.
struct Lattice {
  /// For each number its values at the places.
  private(set) var places: [[Double]] = []
  /// The density of each place, times the space that it stands for.
  private(set) var weights = [1.0]

  var count: Int { weights.count }

  /// `axes` numbers from minus to plus `reach` standard deviations, `step` apart.
  init(axes: Int, step: Double, reach: Double) {
    let notches = Int((reach / step).rounded())
    let points = (-notches...notches).map { Double($0) * step }
    let shares = points.map { step * Gaussian.standard.density(at: $0) }
    for _ in 0..<axes {
      places = places.map { axis in points.flatMap { _ in axis } }
      places.append(points.flatMap { [Double](repeating: $0, count: weights.count) })
      weights = shares.flatMap { share in weights.map { $0 * share } }
    }
  }
}
