import Probability
import RealModule

/// Toy data of separate modes, each a class, before they are standardised.
extension Mixture2D {
  /// Eight normal distributions on a circle of radius 2, of deviation 0.1, counted from the right
  /// against the clock.
  static var ring: Mixture2D {
    let centres = (0..<8).map { mode in
      let angle = 0.25 * Double.pi * Double(mode)
      return Point2D(x: 2 * .cos(angle), y: 2 * .sin(angle))
    }
    return Mixture2D(centres: classes(centres), variance: 0.01)
  }

  /// Nine normal distributions of deviation 0.12, three by three at distance 1, counted by rows
  /// from the lower left.
  static var grid: Mixture2D {
    let centres = (0..<9).map { Point2D(x: Double($0 % 3), y: Double($0 / 3)) }
    return Mixture2D(centres: classes(centres), variance: 0.0144)
  }
}

extension Squares {
  /// The eight dark squares of a board of four by four, counted by rows from the lower left.
  static var checkerboard: Squares {
    let cells = (0..<16).map { (column: $0 % 4, row: $0 / 4) }
    let dark = cells.filter { ($0.column + $0.row).isMultiple(of: 2) }
    return Squares(
      centres: classes(dark.map { Point2D(x: Double($0.column), y: Double($0.row)) }), side: 1)
  }
}

/// Each centre a class of its own.
private func classes(_ centres: [Point2D]) -> LabelledPoints {
  LabelledPoints(points: Points2D(centres), labels: Array(centres.indices))
}
